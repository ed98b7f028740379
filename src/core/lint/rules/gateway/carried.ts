import type { Counterexample, Rule } from '../../rule.ts'
import { passed } from '../../vlans.ts'
import { accessVlanOf } from '../../../model/network.ts'
import { hostOf } from '../../bonds.ts'
import type { Drawn, DrawnPair } from '../../drawn.ts'
import { outwards } from '../../routed.ts'
import { breaking, fail, repair } from '../../steps.ts'

export const gatewayCarried: Rule = {
  id: 'gateway/carried',
  severity: 'error',
  title: 'The peer-link carries every VLAN that the pair is the gateway of.',
  why: ({ domain }) =>
    `A peer of the ${domain} reaches hosts that hang on the other one only over the peer-link. In a VLAN that is not allowed there it routes into nothing.`,
  source: {
    general: 'Cisco Nexus 9000 Series NX-OS Interfaces Configuration Guide, Configuring vPCs: VLANs of the peer-link',
  },
  check: (drawn) =>
    drawn.pairs.flatMap((pair) => {
      const { domain, vendor, peerLink } = pair
      if (peerLink === null) return []
      const { vlans } = peerLink
      const missing = domain.gateways.map(({ vlan }) => vlan).filter((vlan) => !passed(vlans).includes(vlan))
      if (missing.length === 0) return []
      const allowed = [...new Set([...passed(vlans), ...missing])].sort((a, b) => a - b)
      const native = vlans.mode === 'access' ? vlans.vlan : vlans.native
      return [
        {
          text: `The peer-link of ${domain.name} does not carry VLAN ${missing.join(', ')}, which the pair is the gateway of.`,
          wayOut: 'Allow it on the peer-link.',
          at: [peerLink.id, domain.id],
          vendor,
          ...crossing(drawn, pair, missing),
          fix: {
            label: `Allow VLAN ${missing.join(', ')} on the peer-link`,
            edits: [
              { type: 'set-bond', bond: peerLink.id, set: { vlans: { mode: 'trunk', native, allowed } } } as const,
            ],
          },
        },
      ]
    }),
}

/**
 * A bonded host loses one leg, and later the other: over whichever peer the answers come, once it is not the peer with
 * the leg.
 */
function crossing(drawn: Drawn, { bonds, peers }: DrawnPair, vlans: readonly number[]) {
  for (const { bond, legs } of bonds) {
    const host = hostOf(drawn, bond)
    const talk = host && outwards(drawn, [host])
    const [a, b] = legs
    if (!talk || a.length === 0 || b.length === 0 || !vlans.includes(accessVlanOf(drawn.net, talk.host.id) ?? 0))
      continue
    const counterexample: Counterexample = {
      scenario: breaking(
        `${talk.host.name} loses one leg, then the other`,
        [
          ...a.map(({ id }) => fail('link-cut', id)),
          ...a.map(({ id }) => repair('link-cut', id, 32)),
          ...b.map(({ id }) => fail('link-cut', id, 92)),
        ],
        122,
      ),
      story: `With one leg left, ${talk.host.name} hears nothing of what comes back over ${peers[0].name} or ${peers[1].name}: the peer-link does not carry it to the leg.`,
      shows: [{ what: 'outage', host: talk.host.id, with: talk.beyond, leastS: 20 }],
    }
    return { counterexample }
  }
  return {}
}
