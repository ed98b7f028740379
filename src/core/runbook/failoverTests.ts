import type { Fault, FaultStep } from '../compare/faults.ts'
import { insideCables } from '../compare/designs.ts'
import type { Case, Subject } from '../compare/types.ts'
import { need, type Network } from '../model/network.ts'
import type { Profiles } from '../model/profile.ts'
import type { MlagDomain } from '../model/topology.ts'
import { hearsBeside } from './keepalive.ts'
import { uplinksOf } from './routed.ts'

/** One failover test of a pair: what is done by hand, and the run that tells what to expect. */
export interface FailoverTest {
  readonly domain: MlagDomain['id']
  /** What somebody does at the rack or types. */
  readonly deed: string
  /** How it is undone. */
  readonly undo: string
  readonly run: Case
}

/** What a pair is put through before it is handed over. Each begins with everything healthy. */
export function failoverTests(net: Network, domain: MlagDomain, profiles: Profiles): readonly FailoverTest[] {
  const [first, other] = peersOf(net, domain)
  const tests: readonly (Omit<FailoverTest, 'domain' | 'run'> & Pick<Fault, 'id' | 'steps'>)[] = [
    ...memberTest(net, domain),
    ...(domain.peerLink === null
      ? []
      : [
          {
            id: 'peer-link',
            deed: `Pull every cable of the peer-link between ${first} and ${other}`,
            undo: 'Plug them again and wait until the pair is whole',
            steps: [fail('peer-link-down', domain.name)],
          },
        ]),
    ...(!hearsBeside(net, domain, profiles)
      ? []
      : [
          {
            id: 'keepalive',
            deed: `Pull the keepalive of ${domain.name}`,
            undo: 'Plug it again',
            steps: [fail('keepalive-down', domain.name)],
          },
        ]),
    ...uplinkTests(net, domain),
    ...[other, first].map((name) => ({
      id: `off ${name}`,
      deed: `Power ${name} off`,
      undo: 'Power it on and wait until the pair is whole',
      steps: [fail('device-power-off', name)],
    })),
    {
      id: 'return',
      deed: `Power ${first} off and on again 30 s later`,
      undo: 'Nothing: wait until it has taken its ports up',
      steps: [
        fail('device-power-off', first),
        { type: 'repair', failure: 'device-power-off', target: first, options: {}, at: 35 * S },
      ],
    },
  ]
  const subject = subjectOf(net)
  return tests.map(({ id, deed, undo, steps }) => ({
    domain: domain.id,
    deed,
    undo,
    run: {
      subject,
      fault: { id: `${domain.id} ${id}`, title: deed, steps, until: (id === 'return' ? 400 : 60) * S },
      seed: 1,
      probeUs: 10_000,
    },
  }))
}

/** Names of the preferred primary and of the other peer. */
export function peersOf(net: Network, { peers: [a, b], preferredPrimary }: MlagDomain): readonly [string, string] {
  const [first, other] = preferredPrimary === b ? [b, a] : [a, b]
  return [need(net.devices, first).name, need(net.devices, other).name]
}

/** A cable of the first bond below the pair. */
function memberTest(net: Network, domain: MlagDomain) {
  const lag = domain.peers.flatMap((peer) => need(net.lagsOf, peer)).find((one) => one.role === 'mlag' && one.ports[0])
  const port = lag?.ports[0]
  const far = port && net.neighbour.get(port.id)
  if (port === undefined || far === undefined) return []
  const [near, below] = [need(net.devices, port.device).name, need(net.devices, far.device).name]
  return [
    {
      id: 'member',
      deed: `Pull the cable from ${near} ${port.name} to ${below} ${far.name}`,
      undo: 'Plug it again',
      steps: [fail('link-cut', `${near}:${port.name}`)],
    },
  ]
}

/** One uplink of the first peer that has any, and then all of that peer's. */
function uplinkTests(net: Network, domain: MlagDomain) {
  const uplinks = uplinksOf(net, domain)
  const [one] = uplinks
  if (one === undefined) return []
  const own = uplinks.filter(({ peer }) => peer === one.peer)
  const undo = 'Plug it again and wait until both ends route'
  return [
    {
      id: 'uplink',
      deed: `Pull the uplink from ${one.peer} ${one.port.name} to ${one.router} ${one.routerPort}`,
      undo,
      steps: [fail('uplink-down', `${one.peer}:${one.port.name}`)],
    },
    ...(own.length === 1
      ? []
      : [
          {
            id: 'uplinks',
            deed: `Pull every uplink of ${one.peer} (${own.length})`,
            undo: undo.replace('it', 'them'),
            steps: [fail('uplinks-lost', one.peer)],
          },
        ]),
  ]
}

function subjectOf({ topology, devices }: Network): Subject {
  const platform = [...devices.values()].find((device) => device.kind === 'switch')
  return {
    id: 'as-drawn',
    title: 'as drawn',
    platform: platform?.kind === 'switch' ? platform.vendor : 'generic',
    topology,
    inside: insideCables(topology),
  }
}

function fail(failure: string, target: string): FaultStep {
  return { type: 'fail', failure, target, options: {}, at: 5 * S }
}

const S = 1_000_000
