import type { Network } from '../../core/model/network.ts'
import type { LinkId } from '../../core/model/ids.ts'
import { useDocument } from '../../state/documentStore.ts'
import { edit } from '../../state/editing.ts'
import { presentNetwork } from '../../state/network.ts'
import { type Target, useUi } from '../../state/uiStore.ts'
import { selectedDevices } from './nodeChanges.ts'

/**
 * Takes the chosen things out of the design as one step. A pair stands for its two switches, a port for its cable, a
 * bond for its cables. What is locked stays. True when there was something to remove.
 */
export function remove(chosen: readonly Target[]): boolean {
  const net = presentNetwork()
  const devices = selectedDevices(chosen)
  const links = [...new Set(chosen.flatMap((target) => linksOf(net, target)))]
  const notes = chosen.flatMap((target) => (target.kind === 'note' ? [target.id] : []))
  if (devices.length + links.length + notes.length === 0) return false
  const ui = useUi.getState()
  const { design } = useDocument.getState()
  const locked = devices.find((id) => design.drawing?.locked?.includes(id))
  if (locked !== undefined) {
    ui.announce(`${net.devices.get(locked)?.name} is locked. Unlock it first.`)
    return true
  }
  const result = edit({ type: 'remove', devices, links, notes })
  if (!result.ok) {
    ui.announce(result.message)
    return true
  }
  ui.select(null)
  const parts = [counted(devices.length, 'device'), counted(links.length, 'cable'), counted(notes.length, 'note')]
  ui.announce(`Removed ${parts.filter((part) => part !== '').join(' and ')}`)
  return true
}

/** "3 cables"; empty for none. */
export function counted(count: number, what: string): string {
  return count === 0 ? '' : `${count} ${what}${count === 1 ? '' : 's'}`
}

function linksOf(net: Network, target: Target): readonly LinkId[] {
  switch (target.kind) {
    case 'link':
      return [target.id]
    case 'port': {
      const link = net.linkAt.get(target.id)
      return link === undefined ? [] : [link.id]
    }
    case 'bond':
      return net.bonds.get(target.id)?.members ?? []
    case 'device':
    case 'domain':
    case 'note':
      return []
  }
}
