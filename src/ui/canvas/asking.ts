import type { DeviceId } from '../../core/model/ids.ts'
import { presentNetwork } from '../../state/network.ts'
import { type Target, useUi } from '../../state/uiStore.ts'
import { later } from '../later.ts'

/** Connecting loads when the pointer comes to the canvas or a key does: it knows every rule that a cable may break. */
export const withConnecting = later(() => import('./connect.ts'))

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
  const { connecting } = useUi.getState()
  if (connecting?.from.kind !== 'device') return
  const { id } = connecting.from
  withConnecting((it) => it.answer(id, to))
}
