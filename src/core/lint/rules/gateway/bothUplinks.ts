import { outwards, switchOn, uplinksOf } from '../../routed.ts'
import type { Counterexample, Rule } from '../../rule.ts'
import type { SwitchDevice } from '../../../model/topology.ts'
import { hostOf } from '../../bonds.ts'
import type { Drawn, DrawnPair } from '../../drawn.ts'
import { cuts } from '../../losses.ts'
import { breaking } from '../../steps.ts'

export const gatewayBothUplinks: Rule = {
  id: 'gateway/both-uplinks',
  severity: 'warning',
  title: 'Both peers have uplinks, or a route by the other one.',
  why: ({ domain }) =>
    `Hosts send to either peer of the ${domain}, and each routes what it gets. A peer without an uplink drops half of what leaves the pair, or sends all of it over the peer-link.`,
  source: {
    general:
      'Cisco Nexus 9000 Series NX-OS Interfaces Configuration Guide, Configuring vPCs: layer 3 backup path between peers',
    'huawei-vrp8': 'Huawei CloudEngine 6800 Configuration Guide, M-LAG: layer 3 bypass between the devices',
  },
  check: (drawn) =>
    drawn.pairs.flatMap((pair) => {
      const { domain, peers, vendor, runs } = pair
      const { net } = drawn
      const without = peers.filter(({ id }) => uplinksOf(net, id).length === 0)
      const [lone] = without
      if (lone === undefined || without.length === 2 || runs.switches['backup-route']?.value === true) return []
      return [
        {
          text: `${lone.name} has no uplink, its peer has: what hosts send to ${lone.name} does not leave ${domain.name}.`,
          wayOut: `Give ${lone.name} uplinks of its own, or set a backup route over the peer-link.`,
          at: [lone.id, domain.id],
          vendor,
          ...(pair.profile.gateway === null ? {} : overLone(drawn, pair, lone)),
          fix: switchOn(domain, 'backup-route', 'Set the backup route'),
        },
      ]
    }),
}

/** A bonded host that loses its leg to the peer with the uplinks has only the other to send to. */
function overLone(drawn: Drawn, { bonds, peers }: DrawnPair, lone: SwitchDevice) {
  for (const { bond, legs } of bonds) {
    const host = hostOf(drawn, bond)
    const talk = host && outwards(drawn, [host])
    const leg = legs[peers[0].id === lone.id ? 1 : 0]
    if (!talk || leg.length === 0) continue
    const counterexample: Counterexample = {
      scenario: breaking(`${talk.host.name} on ${lone.name} only`, cuts(leg), 30),
      story: `${talk.host.name} loses its other leg. ${lone.name} gets all that it sends, and has no way out for it.`,
      shows: [{ what: 'outage', host: talk.host.id, with: talk.beyond, leastS: 20 }],
    }
    return { counterexample }
  }
  return {}
}
