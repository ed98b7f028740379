import type { Drawn } from '../../drawn.ts'
import type { Bond } from '../../../model/topology.ts'
import { devicesAt } from '../../../model/network.ts'
import { bondName, endName, flowsOf, hostOf, vendorOfBond } from '../../bonds.ts'
import type { Counterexample, Match, Rule } from '../../rule.ts'
import { breaking } from '../../steps.ts'

export const bondSameMode: Rule = {
  id: 'bond/same-mode',
  severity: 'error',
  title: 'Both ends of a bond run LACP, or neither does.',
  why: ({ channel }) =>
    `An end with LACP waits for LACPDUs that a static end never sends, so its ports stay out of the ${channel} while the static end sends into all of them.`,
  source: { general: 'IEEE 802.1AX-2014, 6.4 (Link Aggregation Control Protocol)' },
  check: (drawn) =>
    drawn.bonds.flatMap((bond) => {
      const at = bond.ends.findIndex(({ mode }) => mode === 'static')
      if (at === -1 || bond.ends.every(({ mode }) => mode === 'static')) return []
      return [mismatch(drawn, bond, at === 0 ? 0 : 1)]
    }),
}

function mismatch(drawn: Drawn, bond: Bond, end: 0 | 1): Match {
  const { net } = drawn
  return {
    text: `${bondName(net, bond)} is static at ${endName(net, bond.ends[end])} and runs LACP at ${endName(net, bond.ends[end === 0 ? 1 : 0])}.`,
    wayOut: 'Set both ends to active LACP.',
    at: [bond.id],
    vendor: vendorOfBond(net, bond),
    fix: {
      label: 'Run active LACP on both ends',
      edits: ([0, 1] as const).map((at) => ({ type: 'set-bond-end', bond: bond.id, end: at, set: { mode: 'active' } })),
    },
    ...counterexample(drawn, bond, end === 0 ? 1 : 0),
  }
}

/** Seen where LACP runs: its ports wait for a partner. */
function counterexample(drawn: Drawn, bond: Bond, end: 0 | 1): { readonly counterexample?: Counterexample } {
  const [device] = devicesAt(drawn.net, bond.ends[end])
  const host = hostOf(drawn, bond)
  if (device === undefined || !host || bond.members.length < 2 || flowsOf(drawn, host.id).length === 0) return {}
  return {
    counterexample: {
      scenario: breaking(`${bondName(drawn.net, bond)}: LACP at one end only`, [], 10),
      story: `${host.name} cannot use its cables as one bond: ${endName(drawn.net, bond.ends[end])} waits for LACPDUs that never come.`,
      shows: [{ what: 'idle-members', bond: bond.id, device }],
    },
  }
}
