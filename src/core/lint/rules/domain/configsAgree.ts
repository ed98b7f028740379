import type { CompareRow } from '../../../vendors/compare.ts'
import { compareSwitches } from '../../../vendors/compareSwitches.ts'
import type { Drawn, DrawnPair } from '../../drawn.ts'
import type { Match, Rule } from '../../rule.ts'

export const domainConfigsAgree: Rule = {
  id: 'domain/configs-agree',
  severity: 'warning',
  title: 'The configurations of both peers differ only in what is their own.',
  why: ({ domain, mlag }) =>
    `Names, addresses, priorities and ports are each peer's own. Anything else in which the peers of a ${domain} differ makes a ${mlag} port behave one way on one peer and another way on the other.`,
  source: {
    general:
      'Cisco Nexus 9000 Series NX-OS Interfaces Configuration Guide, Configuring vPCs: parameters that must be the same on both peers',
    'arista-eos': 'Arista EOS User Manual, Multi-Chassis Link Aggregation: show mlag config-sanity',
    'huawei-vrp8': 'Huawei CloudEngine 6800 Configuration Guide, M-LAG: configuration consistency check',
    'h3c-comware': 'H3C S6805 and S9820 Layer 2 Configuration Guide, M-LAG: configuration consistency check',
  },
  unplayable:
    'The engine builds both peers from one drawing; drift, among the failures, makes one of them differ in a run.',
  check: (drawn) => drawn.pairs.flatMap((pair) => difference(drawn, pair)),
}

/** All but a switch's own values and the cables of bonds and orphans, which have rules of their own. */
function difference({ net }: Drawn, { domain, peers, vendor }: DrawnPair): readonly Match[] {
  const elsewhere = new Set<string>([
    ...peers.map(({ id }) => id),
    ...net.topology.links.flatMap(({ id, use }) => (use === 'data' ? [id] : [])),
  ])
  const found = (compareSwitches(net, ...peers) ?? []).filter(
    (row) => (row.kind === 'mismatch' || row.kind === 'missing') && !fromOf(row).some((id) => elsewhere.has(id)),
  )
  const [first] = found
  if (first === undefined) return []
  const more =
    found.length === 1 ? '' : ` ${found.length - 1} more ${found.length === 2 ? 'line differs' : 'lines differ'}.`
  const [a, b] = peers.map(({ name }) => name)
  return [
    {
      text: `The configurations of ${a} and ${b} differ where they should not: ${said(first.left)} on ${a}, ${said(first.right)} on ${b}.${more}`,
      wayOut: 'Draw the peers alike; the configurations side by side show what differs.',
      at: [...new Set([domain.id, ...found.flatMap(fromOf)])],
      vendor,
    },
  ]
}

function said(cell: CompareRow['left']): string {
  return cell === null ? 'nothing' : `“${cell.line.text.trim()}”`
}

function fromOf({ left, right }: CompareRow): readonly string[] {
  return [left, right].flatMap((cell) => cell?.line.from ?? [])
}
