import { newId, newMac, newRouterIpv4 } from '../../model/freeNames.ts'
import { spanningTreeTowards, type HostDevice, type RouterDevice } from '../../model/topology.ts'
import { addLink, addPort, type Drawing, freeName } from './drawing.ts'
import { idOf, type Ids } from './drawDomains.ts'
import { positionOf, type ImportedSwitch } from './uses.ts'
import { sameNetwork } from './values.ts'

/** Draws a router above every routed port that a default route leaves by, and the port's cable to it. */
export function drawUplinks(drawing: Drawing, switches: readonly ImportedSwitch[], ids: Ids): void {
  for (const one of switches) {
    for (const port of one.config.interfaces.values()) {
      const { kind, routed, address, description, name, mtu } = port
      if (kind !== 'port' || !routed || address === null) continue
      const hop = one.config.routes.find(({ next }) => sameNetwork(address.ip, next, address.prefixLength))
      if (hop === undefined || hop.next === address.ip) continue
      const far = /^uplink: (\S+) (port(\d{1,2}))/.exec(description)
      const router = routerNamed(drawing, far?.[1] ?? 'core-1')
      const index = Number(far?.[3] ?? 1)
      const wish = index >= 1 && index <= ROUTER_PORTS ? index : 1
      const here = addPort(drawing, idOf(ids, one), 'front', name, positionOf(one.config, name))
      const there = addPort(drawing, router.id, 'front', far ? `port${wish}` : null, wish)
      const stp = [spanningTreeTowards('router'), spanningTreeTowards('switch')] as const
      addLink(drawing, here, there, {
        speedGbps: port.speedGbps ?? 100,
        use: 'uplink',
        routed: { addresses: [address.ip, hop.next], prefixLength: address.prefixLength },
        vlans: { mode: 'access', vlan: 1 },
        mtu: mtu ?? 1_500,
        suspendWithMembers: false,
        stp,
      })
    }
  }
  drawUpstreamFlows(drawing)
}

function routerNamed(drawing: Drawing, name: string): RouterDevice {
  const known = drawing.devices.find(
    (device): device is RouterDevice => device.kind === 'router' && device.name === name,
  )
  if (known) return known
  const router: RouterDevice = {
    kind: 'router',
    id: newId<'device'>(drawing, name),
    name: freeName(drawing, name),
    label: '',
    mac: newMac(drawing, 'other'),
    ipv4: newRouterIpv4(drawing),
  }
  drawing.devices.push(router)
  return router
}

/** Traffic that leaves the pair, of the first few hosts. */
function drawUpstreamFlows(drawing: Drawing): void {
  const router = drawing.devices.find(({ kind }) => kind === 'router')
  if (router === undefined || drawing.domains.every(({ gateways }) => gateways.length === 0)) return
  const hosts = drawing.devices.filter((device): device is HostDevice => device.kind === 'host').slice(0, FEW)
  for (const [at, host] of hosts.entries()) {
    const ports = [42_001 + at, 7_000] as const
    drawing.flows.push({ id: newId(drawing, `flow-${host.name}-${router.name}`), from: host.id, to: router.id, ports })
  }
}

const ROUTER_PORTS = 32
const FEW = 6
