import { type DeviceId } from '../../../core/model/ids.ts'
import type { Network } from '../../../core/model/network.ts'
import type { LayoutEdge } from '../../../state/layout.ts'

/** What is placed as one: a pair with its two peers, or a device by itself. */
export interface Unit {
  /** The domain's or the device's id. */
  readonly id: string
  readonly devices: readonly DeviceId[]
}

export function unitsOf(net: Network): readonly Unit[] {
  return [
    ...net.topology.domains.map(({ id, peers }) => ({ id, devices: peers })),
    ...net.topology.devices.filter(({ id }) => !net.domainOf.has(id)).map(({ id }) => ({ id, devices: [id] })),
  ]
}

/**
 * Which unit stands above which, by the cables between them: routers on top, then switches by the tier that their name
 * says, else by how far they are from servers, pairs above single switches, servers at the bottom; management switches
 * above what they serve. Units of one height have no order: they stand side by side.
 */
export function edgesOf(net: Network): readonly LayoutEdge[] {
  const units = unitsOf(net)
  const unitOf = new Map<string, string>(
    units.flatMap(({ id, devices }) => devices.map((device) => [device, id] as const)),
  )
  const heights = heightsOf(net, units, unitOf)
  const seen = new Set<string>()
  return [...net.links.values()].flatMap(({ ends }): readonly LayoutEdge[] => {
    const [a, b] = ends.map((end) => unitOf.get(net.ports.get(end)?.device ?? ''))
    if (a === undefined || b === undefined || seen.has(`${a} ${b}`)) return []
    seen.add(`${a} ${b}`)
    const [up, down] = [heights.get(a) ?? 0, heights.get(b) ?? 0]
    if (up === down) return []
    return [up > down ? { from: a, to: b } : { from: b, to: a }]
  })
}

function heightsOf(
  net: Network,
  units: readonly Unit[],
  unitOf: ReadonlyMap<string, string>,
): ReadonlyMap<string, number> {
  const hops = hopsFromServers(net, units, unitOf)
  return new Map(
    units.map(({ id, devices }) => {
      const [device] = devices.flatMap((one) => net.devices.get(one) ?? [])
      const named = NAMED_TIERS.find(([name]) => name.test(device?.name ?? ''))?.[1]
      switch (device?.kind) {
        case 'host':
          return [id, named === CORE ? 2 * CORE : 0]
        case 'router':
          return [id, TOP]
        case 'management-switch':
          return [id, TOP + 1]
        case 'switch':
        case undefined:
          return [id, 2 * (named ?? LEAF - 1 + (hops.get(id) ?? 1)) + (devices.length > 1 ? 1 : 0)]
      }
    }),
  )
}

/** How many cables a unit is from the nearest server: 1 for a leaf, 2 for a spine. */
function hopsFromServers(
  net: Network,
  units: readonly Unit[],
  unitOf: ReadonlyMap<string, string>,
): ReadonlyMap<string, number> {
  const hosts = units.filter(({ devices: [first] }) => first !== undefined && net.devices.get(first)?.kind === 'host')
  const hops = new Map(hosts.map(({ id }) => [id, 0]))
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  let edge: readonly string[] = [...hops.keys()]
  for (let far = 1; edge.length > 0; far++) {
    const next = new Set(
      edge
        .flatMap((id) => byId.get(id)?.devices ?? [])
        .flatMap((device) => net.portsOf.get(device) ?? [])
        .flatMap((port) => unitOf.get(net.neighbour.get(port.id)?.device ?? '') ?? [])
        .filter((id) => !hops.has(id)),
    )
    for (const id of next) hops.set(id, far)
    edge = [...next]
  }
  return hops
}

const LEAF = 2
const CORE = 5
/** What engineers call their tiers says more than who happens to hang where. */
const NAMED_TIERS: readonly (readonly [RegExp, number])[] = [
  [/core|border|wan/i, CORE],
  [/spine/i, 4],
  [/agg|dist/i, 3],
  [/leaf|tor\b/i, LEAF],
  [/acc/i, 1],
]
/** Above every switch: a design has fewer devices than that. */
const TOP = 10_000
