import { FoldHorizontal, Lock, LockOpen, Spline, UnfoldHorizontal } from 'lucide-react'
import type { Point } from '../../core/model/design.ts'
import { bendCable, collapsePair, lockDevices } from '../../core/model/editDrawing.ts'
import { applyEdits } from '../../core/model/edits.ts'
import type { DeviceId, DomainId, LinkId } from '../../core/model/ids.ts'
import { useDocument } from '../../state/documentStore.ts'
import { change } from '../../state/editing.ts'
import { presentNetwork } from '../../state/network.ts'
import { useUi } from '../../state/uiStore.ts'
import { domainTitle } from '../canvas/labels.ts'
import type { EditCommand } from './command.ts'
import { namesOf } from './names.ts'

/** How what is selected is drawn. */
export const DRAW_COMMANDS: readonly EditCommand[] = [
  {
    name: 'Collapse or expand the selected pair',
    keys: 'V',
    Icon: FoldHorizontal,
    needs: 'Select a pair or one of its peers first.',
    offer: ({ design, domain }) => {
      if (domain === undefined) return null
      const collapsed = design.drawing?.collapsed?.includes(domain.id) === true
      return {
        label: collapsed ? 'Expand to both peers' : 'Collapse to what partners see',
        short: '',
        Icon: collapsed ? UnfoldHorizontal : FoldHorizontal,
        run: () => collapse(domain.id, !collapsed),
      }
    },
  },
  {
    name: 'Lay the selected cables straight',
    keys: '',
    Icon: Spline,
    needs: 'Select a cable that is bent first.',
    offer: ({ design, targets }) => {
      const bent = targets.flatMap((target) =>
        target.kind === 'link' && design.drawing?.bends?.[target.id] !== undefined ? [target.id] : [],
      )
      if (bent.length === 0) return null
      return { label: 'Remove the bend', short: 'Remove the bend', run: () => straighten(bent) }
    },
  },
  {
    name: 'Lock or unlock what is selected',
    keys: 'Shift L',
    Icon: Lock,
    needs: 'Select a device or a pair first.',
    offer: ({ design, devices }) => {
      if (devices.length === 0) return null
      const locked = devices.every((id) => design.drawing?.locked?.includes(id))
      return {
        label: locked ? 'Unlock' : 'Lock',
        short: '',
        Icon: locked ? LockOpen : Lock,
        run: () => lock(devices, !locked),
      }
    },
  },
]

/** Shows a pair as one switch or as its peers, and selects it. */
export function collapse(domain: DomainId, collapsed: boolean): void {
  const ui = useUi.getState()
  const net = presentNetwork()
  const found = net.domains.get(domain)
  const title = found === undefined ? '' : domainTitle(net, found)
  const verb = collapsed ? 'collapse' : 'expand'
  const result = change(`${verb} ${title}`, (design) => collapsePair(design, domain, collapsed))
  if (!result.ok) return ui.announce(result.message)
  ui.select({ kind: 'domain', id: domain })
  ui.announce(
    collapsed ? `${title} is drawn as the one switch that its partners see` : `${title} is drawn as two peers`,
  )
}

/** Bends a cable, by keyboard and when the pointer lets go of it. Null lays it straight. */
export function bend(link: LinkId, by: Point | null): void {
  const step = by === null ? 'remove bend' : 'bend cable'
  const result = change(step, (design) => bendCable(design, link, by))
  if (!result.ok) useUi.getState().announce(result.message)
}

/** Shift and an arrow key on a cable. */
export function bendBy(link: LinkId, by: Point): void {
  const { bends } = useDocument.getState().design.drawing ?? {}
  const now = bends?.[link] ?? { x: 0, y: 0 }
  bend(link, { x: now.x + by.x, y: now.y + by.y })
}

function straighten(links: readonly LinkId[]): void {
  const result = change('remove bend', (design, context) =>
    links.reduce((so, link) => (so.ok ? bendCable(so.design, link, null) : so), applyEdits(design, [], context)),
  )
  useUi.getState().announce(result.ok ? 'The cable lies as it would by itself' : result.message)
}

/** What is locked neither moves nor can be removed by hand. */
function lock(devices: readonly DeviceId[], locked: boolean): void {
  const names = namesOf(presentNetwork(), devices)
  const verb = locked ? 'lock' : 'unlock'
  const result = change(`${verb} ${names}`, (design) => lockDevices(design, devices, locked))
  const said = locked ? `Locked ${names}: it neither moves nor can be deleted.` : `Unlocked ${names}`
  useUi.getState().announce(result.ok ? said : result.message)
}
