import type { Rule } from '../../rule.ts'

export const namingLetterCase: Rule = {
  id: 'naming/letter-case',
  severity: 'warning',
  title: 'No two names differ in upper and lower case only.',
  why: () => 'DNS and most tools do not tell upper from lower case: of two such devices one answers for both.',
  source: { general: 'RFC 4343 (DNS case insensitivity)' },
  unplayable: 'A name changes nothing in a run: it is people who mix up the switches.',
  check: ({ design }) => {
    const all = [...design.topology.devices, ...design.topology.domains]
    const first = new Map<string, (typeof all)[number]>()
    return all.flatMap((one) => {
      const other = first.get(one.name.toLowerCase())
      if (other === undefined) first.set(one.name.toLowerCase(), one)
      if (other === undefined) return []
      const text = `${other.name} and ${one.name} differ in case only.`
      return [{ text, wayOut: 'Rename one of them.', at: [other.id, one.id], vendor: null }]
    })
  },
}
