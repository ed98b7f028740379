import type { DeviceId } from '../model/ids.ts'
import { carries, devicesAt } from '../model/network.ts'
import type { SwitchDevice, VlanMembership } from '../model/topology.ts'
import { endsOf, isSwitch, type Drawn } from './drawn.ts'

/** One way between two bridges: a bond or a cable by itself. A pair is one bridge. */
export interface BridgeLink {
  readonly id: string
  readonly bridges: readonly [string, string]
  readonly vlans: VlanMembership
}

export interface Bridges {
  /** The switches of each bridge, by device or domain id. */
  readonly switches: ReadonlyMap<string, readonly SwitchDevice[]>
  readonly links: readonly BridgeLink[]
}

/** Bridges and what joins them; hosts are left out, and so are peer-links, which are inside a bridge. */
export function bridgesOf(drawn: Drawn): Bridges {
  const { net, design } = drawn
  const bridgeOf = (id: DeviceId): string => net.domainOf.get(id)?.id ?? id
  const switches = new Map<string, SwitchDevice[]>()
  for (const device of drawn.switches) {
    const bridge = bridgeOf(device.id)
    switches.set(bridge, [...(switches.get(bridge) ?? []), device])
  }
  const between = (
    id: string,
    ends: readonly (DeviceId | undefined)[],
    vlans: VlanMembership,
  ): readonly BridgeLink[] => {
    const [a, b] = ends.map((end) => (end !== undefined && isSwitch(net.devices.get(end)) ? bridgeOf(end) : null))
    return a && b ? [{ id, bridges: [a, b], vlans }] : []
  }
  return {
    switches,
    links: [
      ...drawn.bonds.flatMap((bond) =>
        between(
          bond.id,
          bond.ends.map((end) => devicesAt(net, end)[0]),
          bond.vlans,
        ),
      ),
      ...design.topology.links
        .filter((link) => link.use === 'data' && !net.bondOf.has(link.id))
        .flatMap((link) =>
          between(
            link.id,
            endsOf(net, link).map(({ id }) => id),
            link.vlans,
          ),
        ),
    ],
  }
}

export interface Loop {
  readonly bridges: readonly string[]
  readonly links: readonly BridgeLink[]
  /** A VLAN that goes round. */
  readonly vlan: number
}

/** Where a VLAN can go round among the bridges that `among` chooses; each place once. */
export function loopsAmong({ links, switches }: Bridges, among: (bridge: string) => boolean): readonly Loop[] {
  const chosen = links.filter(({ bridges }) => bridges.every((id) => switches.has(id) && among(id)))
  const vlans = [...new Set(chosen.flatMap(({ vlans }) => (vlans.mode === 'access' ? [vlans.vlan] : vlans.allowed)))]
  const found = new Map<string, Loop>()
  for (const vlan of vlans) {
    for (const loop of coresOf(chosen.filter((link) => carries(link.vlans, vlan)))) {
      const key = loop.map(({ id }) => id).join(' ')
      const bridges = [...new Set(loop.flatMap(({ bridges }) => bridges))]
      if (!found.has(key)) found.set(key, { bridges, links: loop, vlan })
    }
  }
  return [...found.values()]
}

/** What is left of each connected part when ends that lead nowhere else are taken off. */
function coresOf(links: readonly BridgeLink[]): readonly (readonly BridgeLink[])[] {
  let rest = links
  for (;;) {
    const uses = new Map<string, number>()
    for (const { bridges } of rest) for (const id of bridges) uses.set(id, (uses.get(id) ?? 0) + 1)
    const next = rest.filter(({ bridges }) => bridges.every((id) => (uses.get(id) ?? 0) > 1))
    if (next.length === rest.length) break
    rest = next
  }
  const cores: BridgeLink[][] = []
  for (const link of rest) {
    const touching = cores.filter((core) => core.some(({ bridges }) => bridges.some((id) => link.bridges.includes(id))))
    const merged = [...touching.flat(), link]
    for (const core of touching) cores.splice(cores.indexOf(core), 1)
    cores.push(merged)
  }
  return cores
}
