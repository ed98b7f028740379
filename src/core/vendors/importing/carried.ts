import type { InterfaceConfig, SwitchConfig } from './switchConfig.ts'

type Trunk = Pick<InterfaceConfig, 'allowed' | 'excluded'>

/** What the trunks of a switch carry, looked up once for all of them. */
export interface TrunkVlans {
  /** Trunks that allow whatever may come: far more VLANs than the switch has. */
  readonly wide: readonly InterfaceConfig[]
  readonly carriedBy: (trunk: Trunk) => readonly number[]
}

export function trunkVlans({ vlans, interfaces }: SwitchConfig): TrunkVlans {
  const ports = [...interfaces.values()].filter(({ kind }) => kind === 'port' || kind === 'channel')
  const defined = new Set([1, ...vlans.keys()])
  for (const { access, native } of ports) defined.add(access).add(native)
  const isWide = ({ allowed }: Trunk): boolean =>
    allowed !== null && allowed.length > MOST_UNKNOWN && allowed.filter((id) => !defined.has(id)).length > MOST_UNKNOWN
  const wide = new Set(ports.filter(isWide))
  const has = new Set(defined)
  for (const port of ports) if (!wide.has(port)) for (const id of port.allowed ?? []) has.add(id)
  return {
    wide: [...wide],
    carriedBy: (trunk) => {
      const named = trunk.allowed ?? [...vlans.keys(), 1]
      const all = isWide(trunk)
      return named.filter((id) => !trunk.excluded.includes(id) && (!all || has.has(id)))
    },
  }
}

/** VLANs in a list that may be mistakes, or defined elsewhere; with more of them the list is a wide one. */
const MOST_UNKNOWN = 64
