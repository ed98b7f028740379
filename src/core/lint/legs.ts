import type { Bond, HostDevice, Link } from '../model/topology.ts'
import { hostOf } from './bonds.ts'
import { endsOf, type Drawn } from './drawn.ts'

/** A bonded host, and the leg that another host on the same peer alone is sure to reach it by. */
export interface LegTalk {
  readonly host: HostDevice
  readonly leg: Link
}

/**
 * What is single-homed on a peer reaches a bonded host over that peer's own leg, whatever the hash says. Null where the
 * peer has several legs of the bond, or no such two hosts talk.
 */
export function legTalk(drawn: Drawn, bond: Bond): LegTalk | null {
  const host = hostOf(drawn, bond)
  if (!host) return null
  for (const { bonds, orphans, peers } of drawn.pairs) {
    const legs = bonds.find((one) => one.bond.id === bond.id)?.legs ?? []
    for (const [side, leg] of legs.entries()) {
      const [only, ...more] = leg
      const neighbours = orphans.filter((link) => endsOf(drawn.net, link).some(({ id }) => id === peers[side]?.id))
      const others = neighbours.flatMap((link) => endsOf(drawn.net, link)).map(({ id }) => id)
      const talks = drawn.design.topology.flows.some(
        ({ from, to }) =>
          (from === host.id && others.some((id) => id === to)) || (to === host.id && others.includes(from)),
      )
      if (only !== undefined && more.length === 0 && talks) return { host, leg: only }
    }
  }
  return null
}
