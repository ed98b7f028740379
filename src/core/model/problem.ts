import type { Network } from './network.ts'
import type { Topology } from './topology.ts'

export type ProblemCode =
  // The file as a whole.
  | 'too-large'
  | 'not-json'
  | 'truncated'
  | 'other-kind'
  | 'newer-version'
  // One value by itself.
  | 'bad-value'
  // What the parts mean to each other.
  | 'duplicate-id'
  | 'duplicate-name'
  | 'duplicate-address'
  | 'unknown-device'
  | 'missing-position'
  | 'duplicate-port'
  | 'port-without-cable'
  | 'wrong-port'
  | 'dangling-cable'
  | 'port-used-twice'
  | 'cable-to-itself'
  | 'host-to-host'
  | 'wrong-use'
  | 'bond-without-ends'
  | 'bond-members'
  | 'bond-of-bonds'
  | 'duplicate-mlag-id'
  | 'duplicate-channel'
  | 'host-bond-differs'
  | 'host-hash'
  | 'domain-peers'
  | 'domain-platforms'
  | 'domain-peer-link'
  | 'domain-addresses'
  | 'flow-ends'
  | 'duplicate-vlan'
  | 'unknown-vlan'

/** Something that makes a design unusable as it stands. */
export interface Problem {
  readonly code: ProblemCode
  /** Where in the file: `design.topology.links[3].ends[1]`. Empty for the file as a whole. */
  readonly path: string
  /** Ids of what it is about: what the canvas highlights. */
  readonly objects: readonly string[]
  /** What is wrong, in one sentence that names the thing. */
  readonly text: string
  /** What to do about it. */
  readonly wayOut: string
}

/** Looks at one aspect of a topology. Holds for any topology of the right shape; references may lead nowhere. */
export type Check = (topology: Topology, net: Network) => readonly Problem[]

/** Items that share a key with an earlier one: `[earlier, later, index of the later]`. */
export function repeats<T>(items: readonly T[], key: (item: T) => string | number): readonly [T, T, number][] {
  const first = new Map<string | number, T>()
  const found: [T, T, number][] = []
  for (const [at, item] of items.entries()) {
    const its = key(item)
    const earlier = first.get(its)
    if (earlier === undefined) first.set(its, item)
    else found.push([earlier, item, at])
  }
  return found
}
