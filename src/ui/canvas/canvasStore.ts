import { create } from 'zustand'
import type { Point } from '../../core/model/design.ts'
import type { Note } from '../../core/model/drawing.ts'
import type { Plug } from '../../core/model/edits.ts'
import type { BondId, DeviceId, LinkId, NoteId } from '../../core/model/ids.ts'
import type { Target } from '../../state/uiStore.ts'
import type { Side } from './deviceShapes.ts'

/** A cable that is being drawn with the pointer. All points in canvas coordinates. */
export interface DrawnLine {
  readonly from: DeviceId
  readonly side: Side
  readonly start: Point
  readonly at: Point
  /** Device under the pointer. */
  readonly over: DeviceId | null
  /** Why it cannot be connected; null where it can. */
  readonly problem: string | null
  /** Ports that were chosen at its two ends; null: the next that fits. */
  readonly fromPort: Plug['port']
  readonly toPort: Plug['port']
}

/** The free ports of a device, offered beside one of its edges. */
export interface PortsOffered {
  readonly device: DeviceId
  readonly side: Side
}

/** A line along which things stand, with the distance between the two that it joins. */
export interface Guide {
  readonly from: Point
  readonly to: Point
  readonly distance: number
}

/** Where the menu opens, in page coordinates, and for what; `null` target: the empty canvas. */
export interface MenuRequest {
  readonly target: Target | null
  readonly x: number
  readonly y: number
  /** Canvas coordinates of the place, for what the menu puts there. */
  readonly at: Point
  /** What had the focus, and gets it back. */
  readonly opener: HTMLElement | null
}

export interface CanvasState {
  /** The nodes under the pointer and with the focus: they offer places for new cables. */
  readonly hoveredNode: string | null
  readonly focusedNode: string | null
  readonly hoveredLink: LinkId | null
  readonly hoveredBond: BondId | null
  /** Places of devices and notes while they are dragged; the document learns them at the end. */
  readonly drag: ReadonlyMap<string, Point> | null
  /** What the dragged things line up with. */
  readonly guides: readonly Guide[]
  /** A cable while it is bent. */
  readonly bending: { readonly link: LinkId; readonly by: Point } | null
  /** The note that is being written. */
  readonly writing: NoteId | null
  /** A note while it is resized. */
  readonly resizing: Pick<Note, 'id' | 'width' | 'height'> | null
  readonly line: DrawnLine | null
  readonly offered: PortsOffered | null
  readonly menu: MenuRequest | null
  /** How much is drawn of a device: all, all but port numbers, its name and state. */
  readonly level: 'near' | 'middle' | 'far'
  /** Far out in a large design: only names and states are drawn. */
  readonly coarse: boolean
  /** Draw what is out of sight as well: for the moment in which a picture is taken. */
  readonly whole: boolean
  /** The cable at a place of the page where cables are no elements of their own. */
  readonly cableAt: (page: Point) => LinkId | null
  /** From page to canvas coordinates; the canvas provides it once it is there. */
  readonly toCanvas: (page: Point) => Point
}

/** What the pointer does on the canvas right now. Gone when it lets go. */
export const useCanvas = create<CanvasState>()((): CanvasState => ({
  hoveredNode: null,
  focusedNode: null,
  hoveredLink: null,
  hoveredBond: null,
  drag: null,
  guides: [],
  bending: null,
  writing: null,
  resizing: null,
  line: null,
  offered: null,
  menu: null,
  level: 'near',
  coarse: false,
  whole: false,
  cableAt: () => null,
  toCanvas: (page) => page,
}))
