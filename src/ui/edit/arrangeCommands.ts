import {
  AlignCenterHorizontal,
  AlignCenterVertical,
  AlignEndHorizontal,
  AlignEndVertical,
  AlignHorizontalDistributeCenter,
  AlignStartHorizontal,
  AlignStartVertical,
  AlignVerticalDistributeCenter,
  type LucideIcon,
} from 'lucide-react'
import type { Point } from '../../core/model/design.ts'
import { toId } from '../../core/model/ids.ts'
import { useDocument } from '../../state/documentStore.ts'
import { presentNetwork } from '../../state/network.ts'
import { type Target, useUi } from '../../state/uiStore.ts'
import { movable, move } from '../canvas/dragging.ts'
import { shownAs, useFlow } from '../canvas/flowStore.ts'
import type { Keys } from '../shortcutKeys.ts'
import { type Edge, waysToAlign, waysToDistribute } from './arrange.ts'
import type { EditCommand } from './command.ts'
import type { Box } from './freePlace.ts'
import { noteBox } from './obstacles.ts'

/** Where several things stand to each other. A selected pair moves as one. */
export const ARRANGE_COMMANDS: readonly EditCommand[] = [
  aligning('left', 'Align left edges', 'Ctrl Shift ArrowLeft', AlignStartVertical),
  aligning('centre', 'Align centres', '', AlignCenterVertical),
  aligning('right', 'Align right edges', 'Ctrl Shift ArrowRight', AlignEndVertical),
  aligning('top', 'Align top edges', 'Ctrl Shift ArrowUp', AlignStartHorizontal),
  aligning('middle', 'Align middles', '', AlignCenterHorizontal),
  aligning('bottom', 'Align bottom edges', 'Ctrl Shift ArrowDown', AlignEndHorizontal),
  distributing('x', 'Distribute horizontally', 'Alt H', AlignHorizontalDistributeCenter),
  distributing('y', 'Distribute vertically', 'Alt V', AlignVerticalDistributeCenter),
]

function aligning(edge: Edge, name: string, keys: Keys | '', Icon: LucideIcon): EditCommand {
  return arranging(name, keys, Icon, 2, (boxes) => waysToAlign(boxes, edge))
}

function distributing(axis: 'x' | 'y', name: string, keys: Keys, Icon: LucideIcon): EditCommand {
  return arranging(name, keys, Icon, 3, (boxes) => waysToDistribute(boxes, axis))
}

function arranging(
  name: string,
  keys: Keys | '',
  Icon: LucideIcon,
  least: number,
  waysOf: (boxes: readonly Box[]) => readonly Point[],
): EditCommand {
  return {
    name,
    keys,
    Icon,
    needs: `Select ${least === 2 ? 'two' : 'three'} devices, pairs or notes or more first.`,
    offer: ({ targets }) => {
      const parts = targets.filter((target) => boxOf(target) !== undefined)
      return parts.length < least ? null : { label: name, short: '', run: () => arrange(parts, name, waysOf) }
    },
  }
}

function arrange(parts: readonly Target[], name: string, waysOf: (boxes: readonly Box[]) => readonly Point[]): void {
  if (movable(parts) === null) return
  const { layout, notes = [] } = useDocument.getState().design
  const ways = waysOf(parts.flatMap((part) => boxOf(part) ?? []))
  const places = parts.flatMap((part, at) => {
    const { x, y } = ways[at] ?? { x: 0, y: 0 }
    return (movable([part]) ?? []).flatMap((id) => {
      const before = layout[toId<'device'>(id)] ?? notes.find((note) => note.id === id)?.at
      return before === undefined ? [] : [[id, { x: before.x + x, y: before.y + y }] as const]
    })
  })
  move(new Map(places), name.toLowerCase())
  useUi.getState().announce(`${name}: ${parts.length} things`)
}

/** The box of what stands on the canvas by itself: a device, a pair, a note. */
function boxOf(target: Target): Box | undefined {
  const { scene } = useFlow.getState()
  switch (target.kind) {
    case 'device':
      return scene.devices.get(shownAs(target.id))
    case 'domain': {
      const [peer] = presentNetwork().domains.get(target.id)?.peers ?? []
      const collapsed = peer === undefined ? undefined : scene.devices.get(shownAs(peer))
      return scene.pairs.find(({ id }) => id === target.id) ?? collapsed
    }
    case 'note': {
      const note = useDocument.getState().design.notes?.find(({ id }) => id === target.id)
      return note && noteBox(note)
    }
    case 'port':
    case 'link':
    case 'bond':
      return undefined
  }
}
