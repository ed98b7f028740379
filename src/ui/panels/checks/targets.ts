import { toId } from '../../../core/model/ids.ts'
import type { Network } from '../../../core/model/network.ts'
import type { Target } from '../../../state/uiStore.ts'

/** The selectable things behind ids; what was removed meanwhile is left out. */
export function targetsOf(net: Network, ids: readonly string[]): readonly Target[] {
  return ids.flatMap((id) => targetOf(net, id) ?? [])
}

function targetOf(net: Network, id: string): Target | null {
  if (net.devices.has(toId(id))) return { kind: 'device', id: toId(id) }
  if (net.links.has(toId(id))) return { kind: 'link', id: toId(id) }
  if (net.bonds.has(toId(id))) return { kind: 'bond', id: toId(id) }
  if (net.domains.has(toId(id))) return { kind: 'domain', id: toId(id) }
  if (net.ports.has(toId(id))) return { kind: 'port', id: toId(id) }
  return null
}
