import type { SwitchDevice } from '../../../model/topology.ts'
import type { DrawnPair } from '../../drawn.ts'
import type { Counterexample, Match, Rule } from '../../rule.ts'
import { starting } from '../../steps.ts'
import { listed } from '../../words.ts'

export const domainPeersAlike: Rule = {
  id: 'domain/peers-alike',
  severity: 'error',
  title: 'Both peers are configured alike.',
  why: ({ domain, mlag, held }) =>
    `To what hangs below, the peers of a ${domain} are one switch: one bridge in the spanning tree, one LACP system. Where they compare and differ, ${mlag} ports are ${held} or the tree flaps between two answers.`,
  source: {
    general:
      'Cisco Nexus 9000 Series NX-OS Interfaces Configuration Guide, Configuring vPCs: compatibility parameters for vPC interfaces',
    'arista-eos': 'Arista EOS User Manual, Multi-Chassis Link Aggregation: show mlag config-sanity',
    'huawei-vrp8': 'Huawei CloudEngine 6800 Configuration Guide, M-LAG: configuration consistency check',
    'h3c-comware': 'H3C S6805 and S9820 Layer 2 Configuration Guide, M-LAG: configuration consistency check',
  },
  check: ({ pairs }) => pairs.flatMap(difference),
}

function difference(pair: DrawnPair): readonly Match[] {
  const { domain, peers, vendor } = pair
  const wanted = peers.find(({ id }) => id === domain.preferredPrimary) ?? peers[0]
  const other = peers[0] === wanted ? peers[1] : peers[0]
  const differing = COMPARED.filter(({ of }) => of(wanted) !== of(other))
  if (differing.length === 0) return []
  const what = differing.map(({ what, of }) => `${what} (${of(wanted)} and ${of(other)})`)
  return [
    {
      text: `${wanted.name} and ${other.name} differ in ${listed(what)}.`,
      wayOut: 'Give both peers the same values.',
      at: [domain.id, wanted.id, other.id],
      vendor,
      fix: {
        label: `Take the values of ${wanted.name}`,
        edits: [
          {
            type: 'set-device',
            device: other.id,
            set: { stp: wanted.stp, lacpSystemPriority: wanted.lacpSystemPriority },
          },
        ],
      },
      ...counterexampleOf(pair),
    },
  ]
}

/** On platforms that compare it and hold members while it differs. */
function counterexampleOf({ runs, profile, bonds, words, domain, peers }: DrawnPair) {
  const [a, b] = peers
  const compared = profile.compares.value.type1.includes('STP mode')
  if (runs.choices['on-type-1-mismatch'].value === 'report' || !compared || bonds.length === 0) return {}
  if (a.stp.enabled === b.stp.enabled) return {}
  const secondary = peers.find(({ id }) => id !== domain.preferredPrimary) ?? peers[1]
  const counterexample: Counterexample = {
    scenario: starting(`${domain.name} with two kinds of spanning tree`, 600),
    story: `Both peers are up, and compare: spanning tree runs on one of them only. The ${words.mlag} ports of ${secondary.name} are ${words.held}.`,
    shows: [{ what: 'held', device: secondary.id }],
  }
  return { counterexample }
}

const COMPARED: readonly { readonly what: string; readonly of: (device: SwitchDevice) => string }[] = [
  { what: 'spanning tree', of: ({ stp }) => (stp.enabled ? 'on' : 'off') },
  { what: 'bridge priority', of: ({ stp }) => String(stp.priority) },
  { what: 'LACP system priority', of: ({ lacpSystemPriority }) => String(lacpSystemPriority) },
]
