import type { HostFormatId } from '../core/hosts/hostFormat.ts'
import { create } from 'zustand'
import type { BondId, DeviceId, DomainId, FlowId, LinkId, NoteId, PortId } from '../core/model/ids.ts'
import type { Point } from '../core/model/design.ts'
import type { ValueKey } from '../core/model/profileKeys.ts'
import type { SimTime } from '../core/model/runView.ts'
import type { ConfigText } from '../core/vendors/importing/importConfigs.ts'
import { type Preferences, readPreferences, writePreferences } from './preferences.ts'

/** One thing on the canvas that can be selected. */
export type Target =
  | { readonly kind: 'device'; readonly id: DeviceId }
  | { readonly kind: 'port'; readonly id: PortId }
  | { readonly kind: 'link'; readonly id: LinkId }
  | { readonly kind: 'bond'; readonly id: BondId }
  | { readonly kind: 'domain'; readonly id: DomainId }
  | { readonly kind: 'note'; readonly id: NoteId }

/** What the palette places. `pair` is two switches in a new domain with peer-link and keepalive left to draw. */
export type Tool = 'pair' | 'switch' | 'host' | 'management-switch' | 'router' | 'note'

export type InspectorTab = 'configure' | 'state' | 'checks' | 'config' | 'console'

export type DialogState =
  | { readonly kind: 'share' }
  | { readonly kind: 'export' }
  | { readonly kind: 'shortcuts' }
  | { readonly kind: 'designs' }
  | { readonly kind: 'gallery' }
  | { readonly kind: 'commands' }
  /** All failures, and a new one of the selected thing. */
  | { readonly kind: 'fail'; readonly failure: string | null }
  /** A cable between two devices, with the port at each end chosen. */
  | { readonly kind: 'connect'; readonly from: DeviceId; readonly to: DeviceId | null }
  | { readonly kind: 'compare' }
  | { readonly kind: 'fidelity' }
  /** Running configurations to draw; those that were dropped on the page. */
  | { readonly kind: 'import'; readonly texts: readonly ConfigText[] }
  | { readonly kind: 'scenarios' }
  | { readonly kind: 'report' }
  | { readonly kind: 'cables' }
  /** What the words mean; the one that was asked about. */
  | { readonly kind: 'glossary'; readonly word: string | null }
  | { readonly kind: 'runbook' }
  /** The configuration of a switch and its peer, or of a server, wide: in which of their formats or files. */
  | { readonly kind: 'configs'; readonly device: DeviceId; readonly hosts: HostFormatId; readonly file: number }
  /** `opened`: only scenarios of the design that was opened are refused. */
  | {
      readonly kind: 'refused'
      readonly title: string
      readonly sentences: readonly string[]
      readonly opened?: true
    }

/** A flow direction whose way is shown on the canvas: as it is now, or around one of its outages. */
export interface ShownDirection {
  readonly flow: FlowId
  readonly direction: 0 | 1
  readonly part: 'now' | 'before' | 'during' | 'after'
  /** When the outage began; null: the latest one. */
  readonly outage: SimTime | null
}

/** Asks the canvas to show something; `seq` makes the same request twice two requests. */
export interface ViewRequest {
  readonly seq: number
  /** Empty: everything. */
  readonly targets: readonly Target[]
}

export interface UiState extends Preferences {
  readonly selection: readonly Target[]
  /** Simulated seconds per second; null: as fast as it can. */
  readonly speed: number | null
  /** What fills the middle of the page. */
  readonly view: 'canvas' | 'table'
  /** What covers it on a phone. */
  readonly phoneCover: 'timeline' | 'checks' | null
  /** The design's text stands beside it. */
  readonly text: boolean
  /** The canvas has the screen, with large controls below. */
  readonly presenting: boolean
  /** The tour of a first visit is shown. */
  readonly tour: boolean
  readonly inspectorTab: InspectorTab
  /** The setting of the selected pair that Configure brings into view, once. */
  readonly setting: ValueKey | null
  /** Armed palette item: the next click on the canvas places it. */
  readonly tool: Tool | null
  /** Keyboard or menu connecting: the first end is chosen, the next device or port becomes the other. */
  readonly connecting: { readonly from: Target } | null
  readonly dialog: DialogState | null
  /** Last thing said to the user; `seq` lets the same sentence be said twice. */
  readonly announcement: { readonly seq: number; readonly text: string }
  /** `full`: the browser has no room left; `failed`: it keeps nothing for this page. */
  readonly saving: 'saved' | 'saving' | 'failed' | 'full'
  /** A newer build of the page is kept on the machine and comes with the next reload. */
  readonly outdated: boolean
  /** Centre of the visible canvas, in design coordinates. The canvas keeps it up to date. */
  readonly viewCentre: Point
  readonly viewRequest: ViewRequest
  readonly shownDirection: ShownDirection | null

  readonly select: (target: Target | null, additive?: boolean) => void
  readonly selectMany: (targets: readonly Target[]) => void
  readonly set: (part: Partial<Settable>) => void
  readonly announce: (text: string) => void
  /** Scrolls and zooms the canvas to the targets, or to everything. */
  readonly show: (targets?: readonly Target[]) => void
}

type Settable = Omit<
  UiState,
  'select' | 'selectMany' | 'set' | 'announce' | 'show' | 'selection' | 'announcement' | 'viewRequest'
>

/** What the user looks at and with what. Sizes and theme are remembered, the rest is not. */
export const useUi = create<UiState>()((set): UiState => ({
  selection: [],
  ...readPreferences(),
  speed: 1,
  view: 'canvas',
  phoneCover: null,
  text: false,
  presenting: false,
  tour: false,
  inspectorTab: 'state',
  setting: null,
  tool: null,
  connecting: null,
  dialog: null,
  announcement: { seq: 0, text: '' },
  saving: 'saved',
  outdated: false,
  viewCentre: { x: 400, y: 300 },
  viewRequest: { seq: 0, targets: [] },
  shownDirection: null,

  select: (target, additive = false) =>
    set(({ selection }) =>
      target === null
        ? { selection: [], shownDirection: null }
        : { selection: additive ? toggled(selection, target) : [target] },
    ),
  selectMany: (selection) => set({ selection }),
  set: (part) => set(part),
  announce: (text) => set(({ announcement }) => ({ announcement: { seq: announcement.seq + 1, text } })),
  show: (targets = []) => set(({ viewRequest }) => ({ viewRequest: { seq: viewRequest.seq + 1, targets } })),
}))

useUi.subscribe((ui, before) => {
  if (PREFERENCES.some((key) => ui[key] !== before[key])) writePreferences(ui)
})

export function sameTarget(a: Target, b: Target): boolean {
  return a.kind === b.kind && a.id === b.id
}

const PREFERENCES = ['theme', 'inspectorWidth', 'timelineHeight', 'textWidth'] as const

function toggled(selection: readonly Target[], target: Target): readonly Target[] {
  const rest = selection.filter((other) => !sameTarget(other, target))
  return rest.length === selection.length ? [...selection, target] : rest
}
