import type { Design } from './design.ts'
import { done, refused, type EditResult } from './edit.ts'
import { addFlow } from './editVlans.ts'
import type { DeviceId, FlowId } from './ids.ts'
import type { Topology } from './topology.ts'

/** Which servers exchange probes: each with each, or each with the next one, round the whole design. */
export const FLOW_PATTERNS = ['all-pairs', 'neighbours'] as const
export type FlowPattern = (typeof FLOW_PATTERNS)[number]

/** Adds the flows of a pattern, where the two servers have none yet. */
export function generateFlows(design: Design, pattern: FlowPattern): EditResult {
  const pairs = missingPairs(design.topology, pattern)
  if (pairs.length === 0) return refused('These servers exchange probes already.')
  const made: FlowId[] = []
  let grown = design
  for (const [from, to] of pairs) {
    const result = addFlow(grown, { type: 'add-flow', from, to, ports: null })
    if (!result.ok) return result
    const flow = result.design.topology.flows.at(-1)
    if (flow !== undefined) made.push(flow.id)
    grown = result.design
  }
  return done(grown, made)
}

type Pair = readonly [from: DeviceId, to: DeviceId]

function missingPairs({ devices, flows }: Topology, pattern: FlowPattern): readonly Pair[] {
  const hosts = devices.flatMap(({ id, kind }) => (kind === 'host' ? [id] : []))
  const joined = new Set(flows.flatMap(({ from, to }) => [`${from} ${to}`, `${to} ${from}`]))
  return hosts.flatMap((from, at): readonly Pair[] => {
    const others = pattern === 'all-pairs' ? hosts.slice(at + 1) : neighbourOf(hosts, at)
    return others.flatMap((to) => (joined.has(`${from} ${to}`) ? [] : [[from, to] as const]))
  })
}

/** Two servers are each other's neighbour once. */
function neighbourOf<T>(hosts: readonly T[], at: number): readonly T[] {
  const next = hosts[(at + 1) % hosts.length]
  return next === undefined || hosts.length < 2 || (hosts.length === 2 && at === 1) ? [] : [next]
}
