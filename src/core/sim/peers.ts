import { fdbKey, flush, installFromPeer } from '../protocol/bridge/bridge.ts'
import { addLag, lacpInput } from '../protocol/lacp/system.ts'
import type { PeerBody } from '../protocol/mlag/messages.ts'
import { nextPeerDeadline } from '../protocol/mlag/peer.ts'
import type { PeerEffect } from '../protocol/mlag/peerState.ts'
import type { ValueKey } from '../model/profileKeys.ts'
import type { Suspension } from '../model/runView.ts'
import { refreshLight } from './carrier.ts'
import { drifted } from './drifted.ts'
import { CLASS, push } from './eventQueue.ts'
import { pairIdentityOf } from './lacpIdentity.ts'
import { setMemberVlans } from './memberVlans.ts'
import type { PlanDevice, PlanDomain } from './plan.ts'
import type { Simulator } from './state.ts'
import { onPeerBpdu, onPeerStp, stpSession } from './stp.ts'
import { tellPeer } from './tellPeer.ts'
import { record } from './trace.ts'
import { transmit } from './wire.ts'

/** Carries out what the peer on a device wants. Returns whether there was anything. */
export function runPeer(sim: Simulator, index: number): boolean {
  const runtime = sim.devices[index]
  const device = sim.plan.devices[index]
  const domain = device && sim.plan.domains[device.domain]
  if (!runtime || !device || !domain) return false
  const did = runtime.peerEffects.length > 0
  // Effects may cause further ones; those are appended and taken in the same pass.
  for (const effect of runtime.peerEffects) carryOut(sim, device, domain, effect)
  runtime.peerEffects.length = 0
  wakePeer(sim, index)
  return did
}

export function onPeerTimer(sim: Simulator, device: number, wake: number): void {
  const runtime = sim.devices[device]
  if (!runtime || runtime.peerWake !== wake) return
  runtime.peerWakeAt = Number.POSITIVE_INFINITY
  tellPeer(sim, device, { type: 'timers' })
}

function wakePeer(sim: Simulator, index: number): void {
  const runtime = sim.devices[index]
  const at = runtime?.peer ? nextPeerDeadline(runtime.peer) : null
  // A deadline that moved later is found when the earlier event comes.
  if (!runtime || at === null || at >= runtime.peerWakeAt) return
  runtime.peerWake += 1
  runtime.peerWakeAt = at
  // A deadline that passed while the device hung or its agent was gone is due now.
  push(sim.queue, Math.max(at, sim.now), CLASS.timer, { type: 'peer', device: index, wake: runtime.peerWake })
}

function carryOut(sim: Simulator, device: PlanDevice, domain: PlanDomain, effect: PeerEffect): void {
  const peer = device.peer === 1 ? 1 : 0
  const bridge = sim.devices[device.index]?.bridge
  const { words } = domain.configs[peer]
  switch (effect.do) {
    case 'send': {
      const port = sessionPort(sim, domain, peer)
      const frame = {
        kind: 'peer',
        source: device.index,
        destination: device.otherPeer,
        message: effect.message,
      } as const
      if (port !== undefined) transmit(sim, port, frame)
      return
    }
    case 'send-keepalive':
      // Sent to an address that nobody has.
      if (drifted(sim, device.index, 'keepalive-address') !== undefined) return
      for (const port of domain.keepalivePorts[peer]) {
        const { acts, noUplink } = effect
        transmit(sim, port, { kind: 'keepalive', source: device.index, destination: device.otherPeer, acts, noUplink })
      }
      return
    case 'hold-members':
      hold(sim, device, domain, memberPorts(sim, device), effect.hold, effect.restsOn, `${words.mlag} members`)
      return
    case 'hold-peer-link': {
      const ports = sim.plan.lags[domain.peerLinks[peer]]?.ports ?? []
      hold(sim, device, domain, ports, effect.hold, effect.restsOn, 'peer-link')
      return
    }
    case 'hold-gateways': {
      const count = domain.virtuals.size
      if (count === 0) return
      const text = `${device.name}: ${count === 1 ? 'VLAN interface' : 'VLAN interfaces'} ${effect.hold ? 'down' : 'up'}`
      record(sim, 'forwarding', effect.hold ? 'suspended' : 'forwarding', text, {
        device: device.index,
        domain: domain.index,
        restsOn: effect.restsOn,
      })
      return
    }
    case 'hold-bond': {
      const ports = memberPorts(sim, device, effect.channel)
      hold(sim, device, domain, ports, effect.hold, effect.restsOn, `${words.mlag} ${effect.channel}`)
      return
    }
    case 'hold-orphans':
      hold(sim, device, domain, orphansToHold(sim, domain, peer), effect.hold, effect.restsOn, 'orphan ports')
      return
    case 'limit-vlans': {
      setMemberVlans(sim, device, bridge?.ports.findIndex(({ bond }) => bond === effect.channel) ?? -1)
      return
    }
    case 'identity':
      for (const lagIndex of device.lags) {
        const lag = sim.plan.lags[lagIndex]
        if (lag?.role !== 'mlag') continue
        for (const port of lag.ports) {
          const lacp = sim.devices[device.index]?.lacp
          if (!lacp?.ports.has(String(port))) continue
          lacpInput(
            lacp,
            String(port),
            { type: 'actor', actor: pairIdentityOf(sim, device, lag, port, effect) },
            sim.now,
          )
        }
      }
      return
    case 'peer-leg': {
      const port = bridge?.ports.find(({ bond }) => bond === effect.channel)
      if (!port) return
      port.peerLegAlone = effect.alone
      if (port.peerLegUp === effect.up) return
      port.peerLegUp = effect.up
      const word = domain.configs[0].words.mlag
      const text = effect.up
        ? `${word} ${effect.channel}: peer leg up, peer-link frames no longer leave here`
        : `${word} ${effect.channel}: no peer leg, peer-link frames may leave here`
      record(sim, 'forwarding', effect.up ? 'forwarding' : 'waiting', text, {
        device: device.index,
        domain: domain.index,
      })
      return
    }
    case 'install':
      if (bridge && sim.domains[domain.index]?.unsynced !== true)
        installFromPeer(bridge, effect.address, effect.vlan, effect.channel ?? -1, sim.now)
      return
    case 'send-table':
      tellPeer(sim, device.index, { type: 'table', entries: tableOf(sim, device.index) })
      return
    case 'stp':
      onPeerStp(sim, device.index, effect.body)
      return
    case 'bpdu':
      onPeerBpdu(sim, device.index, effect.bpdu)
      return
    case 'adjacency':
      stpSession(sim, device.index, effect.up)
      // Orphans of the peer are behind the peer-link; without it they are nowhere.
      if (bridge && !effect.up) flush(bridge, (entry) => entry.port === bridge.peerLink && entry.bond < 0)
      return
    case 'event':
      record(sim, effect.kind, effect.state, `${device.name}: ${effect.text}`, {
        device: device.index,
        domain: domain.index,
        restsOn: effect.restsOn,
      })
  }
}

/** Where the peers' session leaves a switch: a member of the peer-link, or the first keepalive port with carrier. */
function sessionPort(sim: Simulator, domain: PlanDomain, peer: 0 | 1): number | undefined {
  if (domain.configs[peer].rules.choices['session-path'] === 'peer-link') {
    return sim.lags[domain.peerLinks[peer]]?.distributing[0]
  }
  if (drifted(sim, domain.peers[peer], 'keepalive-address') !== undefined) return undefined
  return domain.keepalivePorts[peer].find((port) => sim.ports[port]?.carrier)
}

/** Local legs of all member bonds, or of one. */
function memberPorts(sim: Simulator, device: PlanDevice, channel?: number): readonly number[] {
  return device.lags.flatMap((index) => {
    const lag = sim.plan.lags[index]
    if (lag?.role !== 'mlag') return []
    return channel === undefined || mlagId(sim, device, lag.channel) === channel ? lag.ports : []
  })
}

/** What the peer on a device calls a member bond: as drawn, unless its configuration was changed since. */
function mlagId(sim: Simulator, device: PlanDevice, drawn: number): number {
  return Number(drifted(sim, device.index, 'mlag-id', drawn) ?? drawn)
}

/** Orphan ports that the platform takes down with the members: all, those that are marked, or none. */
function orphansToHold(sim: Simulator, domain: PlanDomain, peer: 0 | 1): readonly number[] {
  const rule = domain.configs[peer].rules.choices['orphan-hold']
  if (rule === 'none') return []
  const marked = drifted(sim, domain.peers[peer], 'orphan-marks')
  if (marked?.startsWith('0')) return []
  const all = rule === 'all' || rule === 'all-with-members' || marked !== undefined
  return domain.orphanPorts[peer].filter((port) => {
    const link = sim.plan.links[sim.plan.ports[port]?.link ?? -1]
    return all || link?.suspendWithMembers === true
  })
}

/** What MLAG control holds a port with now; several reasons may apply to one port. */
function heldBy(sim: Simulator, device: PlanDevice, port: number): Suspension | null {
  const peer = sim.devices[device.index]?.peer
  const lag = sim.plan.lags[sim.plan.ports[port]?.lag ?? -1]
  if (!peer) return null
  if (lag?.role === 'mlag') {
    const channel = mlagId(sim, device, lag.channel)
    const turn = peer.queued.includes(channel) ? peer.queueHold : null
    return peer.members?.suspension ?? turn ?? peer.bondHolds.get(channel) ?? null
  }
  if (lag?.role === 'peer-link') return peer.peerLinkHold
  return peer.orphans?.suspension ?? null
}

/** Keeps the port dark, or back in LACP, or lets it go, as MLAG control wants it now. */
function putHold(sim: Simulator, device: PlanDevice, port: number): void {
  const state = sim.ports[port]
  if (!state) return
  const why = heldBy(sim, device, port)
  const standsBy = why !== null && standsByInLacp(sim, device, port)
  state.held = standsBy ? null : why
  state.standby = standsBy ? why : null
  limitMembers(sim, device, sim.plan.ports[port]?.lag ?? -1)
  refreshLight(sim, sim.plan.ports[port]?.link ?? -1)
}

/** Members that wait after a start, where the platform keeps them lit; without LACP there is nothing to stand by in. */
function standsByInLacp(sim: Simulator, device: PlanDevice, port: number): boolean {
  const { peer, lacp } = sim.devices[device.index] ?? {}
  const boots = peer?.members?.cause === 'boot' || (peer?.members === null && peer.queued.length > 0)
  return boots && peer.config.rules.switches['reload-standby'] && lacp?.ports.has(String(port)) === true
}

/** While its members stand by, a port-channel may have none. */
function limitMembers(sim: Simulator, device: PlanDevice, index: number): void {
  const plan = sim.plan.lags[index]
  const system = sim.devices[device.index]?.lacp
  const lag = system?.lags.get(String(index))
  if (!plan || !system || !lag) return
  const waits = plan.ports.some((port) => sim.ports[port]?.standby)
  const maxLinks = waits ? 0 : (plan.options.maxBundle ?? null)
  if (lag.maxLinks !== maxLinks) addLag(system, { ...lag, maxLinks })
}

/** Looks again at what holds the members of a switch, whose numbers may have changed. */
export function refreshHeld(sim: Simulator, device: PlanDevice): void {
  for (const port of memberPorts(sim, device)) putHold(sim, device, port)
}

function hold(
  sim: Simulator,
  device: PlanDevice,
  domain: PlanDomain,
  ports: readonly number[],
  suspension: Suspension | null,
  restsOn: readonly ValueKey[],
  name: string,
): void {
  if (ports.length === 0) return
  for (const port of ports) putHold(sim, device, port)
  const { held } = domain.configs[0].words
  const text = suspension === null ? `${device.name}: ${name} let up` : `${device.name}: ${name} ${held}`
  record(sim, 'forwarding', suspension === null ? 'waiting' : 'suspended', text, {
    device: device.index,
    domain: domain.index,
    links: ports.map((port) => sim.plan.ports[port]?.link ?? -1),
    restsOn,
  })
}

/** What this switch learned itself, as messages for the peer. */
function tableOf(sim: Simulator, index: number): readonly (PeerBody & { readonly type: 'mac' })[] {
  const bridge = sim.devices[index]?.bridge
  if (!bridge) return []
  return [...bridge.fdb].flatMap(([key, entry]) => {
    if (entry.port === bridge.peerLink || sim.now - entry.at > bridge.ageingUs) return []
    const vlan = key % fdbKey(1, 0)
    const channel = entry.bond < 0 ? null : entry.bond
    return [{ type: 'mac', address: (key - vlan) / fdbKey(1, 0), vlan, channel }]
  })
}
