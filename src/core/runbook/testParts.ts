import type { CaseResult } from '../compare/types.ts'
import { outageWords } from '../compare/words.ts'
import type { Network } from '../model/network.ts'
import type { Profiles } from '../model/profile.ts'
import type { MlagDomain } from '../model/topology.ts'
import { failoverTests, type FailoverTest } from './failoverTests.ts'
import type { RunbookInput } from './input.ts'
import { list, table, text, type Part } from './parts.ts'

/** Every run that the runbook of a design takes, pair by pair. None without a pair. */
export function runbookTests(net: Network, profiles: Profiles): readonly FailoverTest[] {
  return net.topology.domains.flatMap((domain) => failoverTests(net, domain, profiles))
}

/** What is done, what the engine measured of it, what stays out until it is undone, and what the figures rest on. */
export function testParts(
  { net, results, profiles }: Pick<RunbookInput, 'net' | 'results' | 'profiles'>,
  domain: MlagDomain,
): readonly Part[] {
  const tests = failoverTests(net, domain, profiles).map(({ run, ...test }) => ({
    ...test,
    run,
    result: results.find(({ fault }) => fault === run.fault.id),
  }))
  const rows = tests.map(({ deed, undo, result }, at) => {
    const after = result?.measured?.domains.find((one) => one.domain === domain.name)
    return [
      String(at + 1),
      deed,
      result === undefined ? 'not simulated' : (result.refused ?? outageWords(result)),
      after === undefined ? '–' : after.dualActive ? 'dual-active' : after.status,
      undo,
    ]
  })
  const out = tests.flatMap(({ result }, at) => {
    const words = result === undefined ? '' : stillOut(result)
    return words === '' ? [] : [`Test ${at + 1}: ${words}.`]
  })
  const rests = [...new Set(tests.flatMap(({ result }) => result?.measured?.restsOn ?? []))]
  return [
    text(
      `One at a time, each from the healthy pair. “Outage” says how many of the drawn flow directions lose something, and for how long at most, ${tests[0] === undefined ? '' : `measured with a probe every ${tests[0].run.probeUs / 1_000} ms`}; “until repair” is what is still out a minute later.`,
    ),
    table(['', 'Do', 'Outage', 'Pair afterwards', 'Undo'], rows),
    ...(out.length === 0 ? [] : [text('Out until it is undone:'), ...list(out)]),
    ...(rests.length === 0
      ? []
      : [text('Outages rest on values that no public source states, so measure before you promise:'), ...list(rests)]),
  ]
}

/** Flows without an end to their outage, each end with most of them first: “orphan-b with srv-1 and srv-2”. */
function stillOut({ measured }: CaseResult): string {
  const open = (measured?.directions ?? []).filter(({ outages }) => outages.at(-1)?.endAt === null)
  let flows = [...new Map(open.map(({ flow, from, to }) => [flow, [from, to] as const])).values()]
  const groups: string[] = []
  while (flows.length > 0) {
    const counts = new Map<string, number>()
    for (const name of flows.flat()) counts.set(name, (counts.get(name) ?? 0) + 1)
    const hub = [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? ''
    const own = flows.filter((ends) => ends.includes(hub))
    groups.push(`${hub} with ${listed(own.map(([from, to]) => (from === hub ? to : from)))}`)
    flows = flows.filter((ends) => !ends.includes(hub))
  }
  return groups.join('; ')
}

function listed(names: readonly string[]): string {
  const all = [...new Set(names)]
  if (all.length > LONGEST_LIST) return `${all.slice(0, LONGEST_LIST).join(', ')} and ${all.length - LONGEST_LIST} more`
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`
}

const LONGEST_LIST = 8
