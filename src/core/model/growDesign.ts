import type { Design, Point } from './design.ts'
import { done, type EditContext, type EditResult, gone, refused } from './edit.ts'
import { connect, setLinkRole } from './editCables.ts'
import { addDevice, setDevice } from './editDevices.ts'
import { pairSwitches } from './editDomains.ts'
import { freshName } from './freeNames.ts'
import { type DeviceId, type DomainId, toId } from './ids.ts'
import { networkOf } from './network.ts'
import { portCount, schemeOf } from './portNames.ts'
import type { Port } from './topology.ts'

/** What a designer adds to a pair or a switch in one go: each is several edits, and one undo step. */

/** A server bonded to both peers of a pair. */
export function addBondedServer(design: Design, id: DomainId, at: Point, context: EditContext): EditResult {
  const domain = design.topology.domains.find((domain) => domain.id === id)
  return domain === undefined ? gone('domain') : hang(design, domain.peers, 'auto', at, context)
}

/** A server with two bonded cables to one switch. */
export function addServerToSwitch(design: Design, id: DeviceId, at: Point, context: EditContext): EditResult {
  return hang(design, [id, id], 'auto', at, context)
}

/** A server with one cable, to one peer of a pair. */
export function addOrphan(design: Design, id: DeviceId, at: Point, context: EditContext): EditResult {
  return hang(design, [id], 'never', at, context)
}

/** A further switch of the same platform, paired with the one that is there. */
export function addPeer(design: Design, id: DeviceId, at: Point, context: EditContext): EditResult {
  const first = design.topology.devices.find((device) => device.id === id)
  if (first === undefined) return gone('device')
  if (first.kind !== 'switch') return refused(`Only a switch can have a peer; ${first.name} is none.`)
  const added = addDevice(design, { type: 'add-device', kind: 'switch', vendor: first.vendor, at })
  const second = added.ok ? added.made[0] : undefined
  if (!added.ok || second === undefined) return added
  const names = new Set([...design.topology.devices, ...design.topology.domains].map(({ name }) => name))
  const named = setDevice(added.design, toId(second), { name: freshName(first.name, names), stp: first.stp })
  if (!named.ok) return named
  const paired = pairSwitches(named.design, [id, toId(second)], context)
  return paired.ok ? done(paired.design, [...paired.made.slice(0, 1), second]) : paired
}

/** A keepalive cable between the two peers: on their management ports while both are free, else on ordinary ones. */
export function addKeepalive(design: Design, id: DomainId, context: EditContext): EditResult {
  const { topology } = design
  const domain = topology.domains.find((domain) => domain.id === id)
  if (domain === undefined) return gone('domain')
  const [from, to] = domain.peers
  const free = domain.peers.every((peer) => {
    const device = topology.devices.find((device) => device.id === peer)
    const has = device !== undefined && portCount(schemeOf(device, context.namings), 'management') > 0
    return has && !topology.ports.some((port) => port.device === peer && port.kind === 'management')
  })
  const port: Pick<Port, 'kind' | 'index'> | null = free ? { kind: 'management', index: 1 } : null
  const edit = { type: 'connect', from: { device: from, port }, to: { device: to, port }, bond: 'never' } as const
  const cabled = connect(design, edit, context)
  const link = cabled.ok ? cabled.made[0] : undefined
  if (!cabled.ok || link === undefined || free) return cabled
  const turned = setLinkRole(cabled.design, { type: 'set-link-role', link: toId(link), role: 'keepalive' })
  return turned.ok ? done(turned.design, [link]) : turned
}

/** One more cable of the peer-link. */
export function addPeerLinkMember(design: Design, id: DomainId, context: EditContext): EditResult {
  const domain = design.topology.domains.find((domain) => domain.id === id)
  if (domain === undefined) return gone('domain')
  const [from, to] = domain.peers.map((device) => ({ device, port: null }))
  if (from === undefined || to === undefined) return gone('device')
  return connect(design, { type: 'connect', from, to, bond: 'auto' }, context)
}

/** The other peer of the pair on which a server hangs with a single cable or bond; undefined where it is none. */
export function missingPeer(design: Design, host: DeviceId): DeviceId | undefined {
  const net = networkOf(design.topology)
  if (net.devices.get(host)?.kind !== 'host') return undefined
  const far = new Set((net.portsOf.get(host) ?? []).flatMap(({ id }) => net.neighbour.get(id)?.device ?? []))
  const [only, ...more] = far
  return only === undefined || more.length > 0 ? undefined : net.peerOf.get(only)?.id
}

/** A server's second leg, to the other peer: the cables become one bond over the pair. */
export function dualHome(design: Design, host: DeviceId, context: EditContext): EditResult {
  const peer = missingPeer(design, host)
  if (peer === undefined) return refused('This server does not hang on one peer of a pair.')
  const [from, to] = [host, peer].map((device) => ({ device, port: null }))
  if (from === undefined || to === undefined) return gone('device')
  return connect(design, { type: 'connect', from, to, bond: 'auto' }, context)
}

function hang(
  design: Design,
  switches: readonly DeviceId[],
  bond: 'auto' | 'never',
  at: Point,
  context: EditContext,
): EditResult {
  const added = addDevice(design, { type: 'add-device', kind: 'host', at })
  const host = added.ok ? added.made[0] : undefined
  if (!added.ok || host === undefined) return added
  let grown = added.design
  for (const device of switches) {
    const from = { device: toId<'device'>(host), port: null }
    const cabled = connect(grown, { type: 'connect', from, to: { device, port: null }, bond }, context)
    if (!cabled.ok) return cabled
    grown = cabled.design
  }
  return done(grown, [host])
}
