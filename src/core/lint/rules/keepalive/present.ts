import type { DrawnPair } from '../../drawn.ts'
import type { Counterexample, Fix, Rule } from '../../rule.ts'
import { breaking, fail, starting } from '../../steps.ts'
import type { Drawn } from '../../drawn.ts'
import { hostOf } from '../../bonds.ts'

export const keepalivePresent: Rule = {
  id: 'keepalive/present',
  severity: 'error',
  title: 'The peers hear each other without the peer-link.',
  why: ({ keepalive, mlag }) =>
    `With the peer-link lost, only the ${keepalive} tells a peer whether the other is dead. Without it both take the other for dead and forward for every ${mlag}: split brain.`,
  source: {
    general: 'Cisco Nexus 9000 Series NX-OS Interfaces Configuration Guide, Configuring vPCs: peer-keepalive link',
    'arista-eos':
      'Arista EOS User Manual, Multi-Chassis Link Aggregation: peer-address heartbeat, dual-primary detection',
    'huawei-vrp8': 'Huawei CloudEngine 6800 Configuration Guide, M-LAG: dual-active detection',
    'juniper-junos': 'Junos OS High Availability User Guide, Multichassis Link Aggregation: backup-liveness-detection',
    'h3c-comware': 'H3C S6805 and S9820 Layer 2 Configuration Guide, M-LAG: keepalive link',
    sonic: 'sonic-net/SONiC, doc/mclag: the ICCP session between the peers',
  },
  check: (drawn) =>
    drawn.pairs
      .filter((pair) => pair.keepalives.length === 0 && hearsBeside(pair))
      .map((pair) => ({
        text: `${pair.domain.name} has no ${pair.words.keepalive} path: no keepalive cable leads from ${pair.peers[0].name} to ${pair.peers[1].name}.`,
        wayOut: 'Connect the management ports of both peers, directly or over a management switch.',
        at: [pair.domain.id, pair.peers[0].id, pair.peers[1].id],
        vendor: pair.vendor,
        ...fixOf(drawn, pair),
        ...counterexampleOf(drawn, pair),
      })),
}

/** The platform has a way to hear the peer beside the peer-link. */
function hearsBeside({ runs }: DrawnPair): boolean {
  return runs.numbers['keepalive-interval-ms'] !== null || runs.choices['session-path'].value === 'keepalive-path'
}

/** The two management ports, or the free one to the management switch that the other is on. */
function fixOf({ net }: Drawn, { peers }: DrawnPair): { readonly fix?: Fix } {
  const [a, b] = peers.map((peer) => (net.portsOf.get(peer.id) ?? []).find(({ kind }) => kind === 'management'))
  const plug = (at: 0 | 1) => ({ device: peers[at].id, port: { kind: 'management', index: 1 } as const })
  if (!a && !b) {
    const label = 'Connect the management ports'
    return { fix: { label, edits: [{ type: 'connect', from: plug(0), to: plug(1), bond: 'never' }] } }
  }
  const used = a ?? b
  const far = used && net.devices.get(net.neighbour.get(used.id)?.device ?? used.device)
  if ((a && b) || far?.kind !== 'management-switch') return {}
  const other = a ? 1 : 0
  const to = { device: far.id, port: null }
  return {
    fix: {
      label: `Connect ${peers[other].name} to ${far.name}`,
      edits: [{ type: 'connect', from: plug(other), to, bond: 'never' }],
    },
  }
}

function counterexampleOf(drawn: Drawn, pair: DrawnPair): { readonly counterexample?: Counterexample } {
  const { domain, runs, words, peerLink } = pair
  if (peerLink === null) return {}
  if (runs.choices['session-path'].value === 'keepalive-path') {
    const scenario = starting(`${domain.name} without ${words.keepalive}`, 60)
    const story = `A minute after power-on the peers have not met: there is no way for ${words.keepalive}, and each acts as primary.`
    return { counterexample: { scenario, story, shows: [{ what: 'dual-active', domain: domain.id }] } }
  }
  if (runs.switches['keepalive-needed-first']?.value) {
    const scenario = starting(`${domain.name} without ${words.keepalive}`, 60)
    const story = `A minute after power-on there is no pair: the peers form none before they hear each other's ${words.keepalive}, and every ${words.mlag} stays down.`
    return {
      counterexample: { scenario, story, shows: [{ what: 'status', domain: domain.id, status: ['establishing'] }] },
    }
  }
  if (runs.choices['on-peer-unknown'].value === 'take-over') {
    // What nobody acts upon prevents nothing.
    if (runs.switches['dual-primary-detection']?.value === false) return {}
    const scenario = breaking(`${domain.name} without ${words.keepalive}`, [fail('peer-link-down', domain.name)], 60)
    const story = 'The peer-link is lost, and both peers go on as if the other were dead: split brain.'
    return { counterexample: { scenario, story, shows: [{ what: 'dual-active', domain: domain.id }] } }
  }
  if (runs.choices['on-peer-link-lost'].value === 'secondary-suspends-members') {
    const scenario = breaking(`${domain.name} without ${words.keepalive}`, [fail('peer-link-down', domain.name)], 60)
    const story =
      'The peer-link is lost. Not knowing better, one peer announces a LACP system of its own, and partners drop its ports.'
    return { counterexample: { scenario, story, shows: [{ what: 'two-systems', domain: domain.id }] } }
  }
  return ownSystem(drawn, pair)
}

/** Not knowing better, what is left of the pair takes a LACP system of its own, and partners drop its ports first. */
function ownSystem(
  drawn: Drawn,
  { domain, peers, bonds, words }: DrawnPair,
): { readonly counterexample?: Counterexample } {
  const primary = peers.find(({ id }) => id === domain.preferredPrimary) ?? peers[0]
  const secondary = primary === peers[0] ? peers[1] : peers[0]
  const [host, other] = bonds.flatMap(({ bond, legs }) =>
    legs.every((leg) => leg.length > 0) ? (hostOf(drawn, bond) ?? []) : [],
  )
  if (host === undefined || other === undefined) return {}
  return {
    counterexample: {
      scenario: breaking(`${domain.name} without ${words.keepalive}`, [fail('device-power-off', primary.name)], 60),
      story: `${primary.name} is off. ${secondary.name} cannot know and announces a LACP system of its own: ${host.name} drops its last port before it takes it again.`,
      shows: [{ what: 'outage', host: host.id, with: other.id, leastS: 1 }],
    },
  }
}
