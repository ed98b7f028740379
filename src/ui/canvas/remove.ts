import { useDocument } from '../../state/documentStore.ts'
import { presentNetwork } from '../../state/network.ts'
import { type Target, useUi } from '../../state/uiStore.ts'
import { selectedDevices } from './nodeChanges.ts'

/**
 * Takes the chosen things out of the design as one step. A pair stands for its two switches, a port for its cable, a
 * bond for its cables. True when there was something to remove.
 */
export function remove(chosen: readonly Target[]): boolean {
  const net = presentNetwork()
  const devices = selectedDevices(chosen)
  const links = chosen.flatMap((target) => {
    switch (target.kind) {
      case 'link':
        return [target.id]
      case 'port':
        return net.linkAt.get(target.id)?.id ?? []
      case 'bond':
        return net.bonds.get(target.id)?.members ?? []
      case 'device':
      case 'domain':
        return []
    }
  })
  if (devices.length + links.length === 0) return false
  const ui = useUi.getState()
  const result = useDocument.getState().edit({ type: 'remove', devices, links: [...new Set(links)] })
  if (!result.ok) {
    ui.announce(result.message)
    return true
  }
  ui.select(null)
  ui.announce(
    `Removed ${counted(devices.length, 'device')}${devices.length > 0 && links.length > 0 ? ' and ' : ''}${counted(links.length, 'cable')}`,
  )
  return true
}

function counted(count: number, what: string): string {
  return count === 0 ? '' : `${count} ${what}${count === 1 ? '' : 's'}`
}
