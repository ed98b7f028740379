import { type DeviceId, toId } from '../../core/model/ids.ts'
import { connectProblem, type Edit, type Plug } from '../../core/model/edits.ts'
import { NAMINGS } from '../../core/vendors/platforms.ts'
import { useDocument } from '../../state/documentStore.ts'
import { editAll } from '../../state/editing.ts'
import { presentNetwork } from '../../state/network.ts'
import { useUi } from '../../state/uiStore.ts'
import { cableEnds } from './labels.ts'

/** Why two devices cannot be connected, in one sentence; null when they can. */
export function problemOf(from: DeviceId, to: DeviceId, ports: Ports = ANY): string | null {
  const { design } = useDocument.getState()
  const problems = cablesBetween(from, to, ports).map(([a, b]) => connectProblem(design, a, b, { namings: NAMINGS }))
  return problems.find((problem) => problem !== null) ?? null
}

/** Devices that a new cable from `from` can reach, in document order. */
export function connectable(from: DeviceId): readonly DeviceId[] {
  return presentNetwork()
    .topology.devices.map(({ id }) => id)
    .filter((id) => id !== from && problemOf(from, id) === null)
}

/** A pair, drawn as one, stands for both of its peers: a cable to each. */
function cablesBetween(from: DeviceId, to: DeviceId, [a, b]: Ports): readonly (readonly [Plug, Plug])[] {
  return bothOf(from).flatMap((near) =>
    bothOf(to).map(
      (far) =>
        [
          { device: near, port: a },
          { device: far, port: b },
        ] as const,
    ),
  )
}

/** Chosen ports at both ends; null: the next that fits. */
export type Ports = readonly [from: Plug['port'], to: Plug['port']]
const ANY: Ports = [null, null]

function bothOf(id: DeviceId): readonly DeviceId[] {
  return presentNetwork().domains.get(toId(id))?.peers ?? [id]
}

/** Draws a cable between two devices, to a pair one to each peer, and selects it. Says why where that cannot be. */
export function connect(from: DeviceId, to: DeviceId, ports: Ports = ANY): void {
  const problem = problemOf(from, to, ports) ?? plugIn(cablesBetween(from, to, ports))
  if (problem !== null) useUi.getState().announce(problem)
}

/** The same, for the other end that was asked for: the question stays open where that cannot be. */
export function answer(from: DeviceId, to: DeviceId): void {
  if (problemOf(from, to) === null) useUi.getState().set({ connecting: null })
  connect(from, to)
}

/** Draws cables as one step and selects them; says why where that cannot be. */
export function plugIn(cables: readonly (readonly [Plug, Plug])[]): string | null {
  const before = new Set(useDocument.getState().design.topology.links.map(({ id }) => id))
  const ui = useUi.getState()
  const edits = cables.map(([a, b]): Edit => ({ type: 'connect', from: a, to: b, bond: 'auto' }))
  const result = editAll(edits, 'connect')
  if (!result.ok) return result.message
  const net = presentNetwork()
  const links = net.topology.links.filter(({ id }) => !before.has(id))
  ui.selectMany(links.map(({ id }) => ({ kind: 'link', id })))
  ui.announce(`Connected ${links.map((link) => cableEnds(net, link)).join(' and ')}`)
  return null
}
