import { gatewayOf } from '../../../model/gateways.ts'
import { endsOf, type Drawn, type DrawnPair } from '../../drawn.ts'
import { switchOn, uplinksOf } from '../../routed.ts'
import type { Counterexample, Rule } from '../../rule.ts'
import { breaking, fail } from '../../steps.ts'

export const gatewayWayOut: Rule = {
  id: 'gateway/way-out',
  severity: 'warning',
  title: 'A peer that loses its uplinks has another way out, or gives its hosts to the other peer.',
  why: ({ domain, mlag }) =>
    `When the uplinks of one peer go down, its ${mlag} members stay up: hosts go on sending half of their traffic to a peer of the ${domain} that knows no way out. A route by the other peer carries it on; tracking takes the members down instead.`,
  source: {
    general:
      'Cisco Nexus 9000 Series NX-OS Interfaces Configuration Guide, Configuring vPCs: tracking, layer 3 backup path',
    'huawei-vrp8': 'Huawei CloudEngine 6800 Configuration Guide, Monitor Link with M-LAG',
    'dell-os10': 'Dell OS10 User Guide, Uplink Failure Detection with VLT',
  },
  check: (drawn) =>
    drawn.pairs.flatMap((pair) => {
      const { domain, peers, vendor, runs } = pair
      const counts = peers.map(({ id }) => uplinksOf(drawn.net, id).length)
      const safe = ['backup-route', 'uplink-tracking'] as const
      if (counts.includes(0) || domain.gateways.length === 0 || pair.profile.gateway === null) return []
      if (safe.some((key) => runs.switches[key]?.value === true)) return []
      const shown = orphanCut(drawn, pair)
      return [
        {
          text: `A peer of ${domain.name} that loses its uplinks has no other way out, and its members stay up.`,
          wayOut: 'Set a backup route over the peer-link, or track the uplinks.',
          at: [domain.id, ...peers.flatMap(({ id }) => uplinksOf(drawn.net, id).map((link) => link.id))],
          vendor,
          fix: switchOn(domain, 'backup-route', 'Set the backup route'),
          ...(shown ? { counterexample: shown } : {}),
        },
      ]
    }),
}

/** A host on one peer alone sends all that leaves the pair to it: there the loss shows whatever a hash does. */
function orphanCut({ net, design }: Drawn, { domain, peers, orphans }: DrawnPair): Counterexample | null {
  for (const link of orphans) {
    const ends = endsOf(net, link)
    const host = ends.find(({ kind }) => kind === 'host')
    const peer = peers.find(({ id }) => ends.some((end) => end.id === id))
    const leaves = design.topology.flows.some(
      ({ from, to }) =>
        from === host?.id && design.topology.devices.some(({ id, kind }) => id === to && kind === 'router'),
    )
    if (!host || !peer || !leaves || gatewayOf(net, host.id)?.domain.id !== domain.id) continue
    return {
      scenario: breaking(`Uplinks of ${peer.name} lost`, [fail('uplinks-lost', peer.name)], 30),
      story: `${peer.name} loses its uplinks, and what ${host.name} sends to it goes nowhere.`,
      shows: [{ what: 'outage', host: host.id, leastS: 20 }],
    }
  }
  return null
}
