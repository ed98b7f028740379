import { bridgesOf } from '../../loops.ts'
import type { Rule } from '../../rule.ts'
import { toId } from '../../../model/ids.ts'
import { breaking } from '../../steps.ts'

export const bondOneBond: Rule = {
  id: 'bond/one-bond',
  severity: 'warning',
  title: 'All cables between a pair and a switch or pair are one bond.',
  why: ({ mlag }) =>
    `To spanning tree two bonds to the same neighbour are a loop, and it blocks one of them. The point of a ${mlag} is one bond over all cables, with nothing blocked.`,
  source: {
    general:
      'Cisco Nexus 9000 Series NX-OS Interfaces Configuration Guide, Configuring vPCs: one port channel to both peers',
    'arista-eos': 'Arista EOS User Manual, Multi-Chassis Link Aggregation: bow-tie topologies',
  },
  check: (drawn) => {
    const { links, switches } = bridgesOf(drawn)
    const between = new Map<string, string[]>()
    for (const { id, bridges } of links) {
      const key = bridges.toSorted().join(' ')
      between.set(key, [...(between.get(key) ?? []), id])
    }
    return [...between].flatMap(([key, ids]) => {
      const [a = '', b = ''] = key.split(' ')
      const pair = drawn.pairs.find(({ domain }) => domain.id === a || domain.id === b)
      if (pair === undefined || a === b || ids.length < 2) return []
      const cables = ids.flatMap((id) => drawn.net.bonds.get(toId<'bond'>(id))?.members ?? [toId<'link'>(id)])
      const running = [a, b].every((id) => (switches.get(id) ?? []).every(({ stp }) => stp.enabled))
      const names = [a, b].map((id) =>
        nameOf(drawn.pairs.find(({ domain }) => domain.id === id)?.domain ?? switches.get(id)?.[0]),
      )
      return [
        {
          text: `${names[0]} and ${names[1]} are joined by ${ids.length} separate bonds or cables.`,
          wayOut: 'Make all of their cables members of one bond.',
          at: ids,
          vendor: pair.vendor,
          ...(running
            ? {
                counterexample: {
                  scenario: breaking(`${names[0]} and ${names[1]} joined twice`, [], 10),
                  story: 'All cables are well, and spanning tree blocks all but one of the bonds.',
                  shows: [{ what: 'port', links: cables, states: ['blocked'] }] as const,
                },
              }
            : {}),
        },
      ]
    })
  },
}

function nameOf(thing: { readonly name: string } | undefined): string {
  return thing?.name ?? ''
}
