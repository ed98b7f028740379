import { devicesAt } from '../model/network.ts'
import type { Bond, BondEnd, LacpOptions } from '../model/topology.ts'
import { cablesOf, endsOf, type Drawn } from './drawn.ts'

/** Cables of a bond on each device of one of its ends. */
export function cablesAt({ net }: Drawn, bond: Bond, end: BondEnd): readonly number[] {
  return devicesAt(net, end).map(
    (device) => cablesOf(net, bond).filter((link) => endsOf(net, link).some(({ id }) => id === device)).length,
  )
}

/** LACP options without one of them. */
export function withoutOption(lacp: LacpOptions | undefined, key: keyof LacpOptions): LacpOptions {
  const { [key]: _, ...rest } = lacp ?? {}
  return rest
}
