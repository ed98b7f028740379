import type { DeviceId } from '../../core/model/ids.ts'
import { connectProblem, type Plug } from '../../core/model/edits.ts'
import { NAMINGS } from '../../core/vendors/platforms.ts'
import { useDocument } from '../../state/documentStore.ts'
import { presentNetwork } from '../../state/network.ts'
import { type Target, useUi } from '../../state/uiStore.ts'
import { cableEnds } from './labels.ts'

/** Why two devices cannot be connected, in one sentence; null when they can. */
export function problemOf(from: DeviceId, to: DeviceId): string | null {
  return connectProblem(useDocument.getState().design, plug(from), plug(to), { namings: NAMINGS })
}

/** Devices that a new cable from `from` can reach, in document order. */
export function connectable(from: DeviceId): readonly DeviceId[] {
  return presentNetwork()
    .topology.devices.map(({ id }) => id)
    .filter((id) => id !== from && problemOf(from, id) === null)
}

/** Draws a cable between the next free ports of two devices and selects it. */
export function connect(from: DeviceId, to: DeviceId): void {
  const before = new Set(useDocument.getState().design.topology.links.map(({ id }) => id))
  const ui = useUi.getState()
  const result = useDocument.getState().edit({ type: 'connect', from: plug(from), to: plug(to), bond: 'auto' })
  if (!result.ok) {
    ui.announce(result.message)
    return
  }
  const net = presentNetwork()
  const link = net.topology.links.find(({ id }) => !before.has(id))
  if (link === undefined) return
  ui.select({ kind: 'link', id: link.id })
  ui.announce(`Connected ${cableEnds(net, link)}`)
}

/** Keyboard and menu: the first end is chosen, the next device becomes the other. */
export function askForOther(target: Target): boolean {
  const net = presentNetwork()
  const id =
    target.kind === 'device' ? target.id : target.kind === 'port' ? net.ports.get(target.id)?.device : undefined
  const device = id === undefined ? undefined : net.devices.get(id)
  if (device === undefined) return false
  const ui = useUi.getState()
  ui.set({ connecting: { from: { kind: 'device', id: device.id } } })
  // Asked from a menu or the inspector, the keys that follow are meant for the canvas all the same.
  document.querySelector<HTMLElement>(`.canvas .react-flow__node[data-id="${CSS.escape(device.id)}"]`)?.focus()
  ui.announce(`Connect ${device.name}: arrow keys or Tab to another device, Enter connects, Escape cancels`)
  return true
}

/** The other end of the cable asked for. Says why where it cannot be; the question stays open then. */
export function finishAt(to: DeviceId): void {
  const { connecting, set, announce } = useUi.getState()
  if (connecting?.from.kind !== 'device') return
  const problem = problemOf(connecting.from.id, to)
  if (problem !== null) {
    announce(problem)
    return
  }
  set({ connecting: null })
  connect(connecting.from.id, to)
}

/** Any free port of the device. */
function plug(device: DeviceId): Plug {
  return { device, port: null }
}
