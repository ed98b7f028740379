import type { Topology, VendorId } from '../model/topology.ts'
import { withPlatform } from '../vendors/exporter.ts'
import { platformOf } from '../vendors/platforms.ts'
import { builtAs, DESIGN_KINDS, DESIGN_TITLES, insideCables } from './designs.ts'
import { designFaults, platformFaults, type Fault } from './faults.ts'
import type { Case, Comparison, Subject } from './types.ts'

/** What both comparisons can be told; a fault of one's own replaces the usual ones. */
export interface ComparisonOptions {
  readonly faults?: readonly Fault[]
  readonly seed?: number
  readonly probeUs?: number
}

/** The same hosts and faults on one switch, on two without MLAG, and on the pair as drawn. */
export function compareDesigns(topology: Topology, options: ComparisonOptions = {}): Comparison {
  const inside = insideCables(topology)
  const subjects = DESIGN_KINDS.map((id): Subject => {
    const built = builtAs(topology, id)
    return { id, title: DESIGN_TITLES[id], platform: platformIn(topology), topology: built, inside }
  })
  return comparison('designs', subjects, options.faults ?? designFaults(topology), options)
}

/** One design and the same faults on several platforms. */
export function comparePlatforms(
  topology: Topology,
  platforms: readonly VendorId[],
  options: ComparisonOptions = {},
): Comparison {
  const inside = insideCables(topology)
  const subjects = platforms.map((id): Subject => ({
    id,
    title: platformOf(id).words.vendorPlatform,
    platform: id,
    topology: withPlatform(topology, id),
    inside,
  }))
  return comparison('platforms', subjects, options.faults ?? platformFaults(topology), options)
}

/** Every run that a comparison takes, fault by fault. */
export function casesOf({ subjects, faults, seed, probeUs }: Comparison): readonly Case[] {
  return faults.flatMap((fault) => subjects.map((subject) => ({ subject, fault, seed, probeUs })))
}

/** The platform of the first switch of a pair, else of the first switch. */
export function platformIn(topology: Topology): VendorId {
  const peers = topology.domains[0]?.peers
  const switches = topology.devices.flatMap((device) => (device.kind === 'switch' ? [device] : []))
  return (switches.find(({ id }) => peers?.includes(id)) ?? switches[0])?.vendor ?? 'cisco-nxos'
}

function comparison(
  kind: Comparison['kind'],
  subjects: readonly Subject[],
  faults: readonly Fault[],
  { seed = 1, probeUs = 10_000 }: ComparisonOptions,
): Comparison {
  return { kind, subjects, faults, seed, probeUs }
}
