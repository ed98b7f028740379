import { brokenRule, CHANNEL, PORT_INDEX } from '../../model/fieldRules.ts'
import { platformOf } from '../platforms.ts'
import { trunkVlans, type TrunkVlans } from './carried.ts'
import type { InterfaceConfig, SwitchConfig } from './switchConfig.ts'

/** One switch of the import: what was read, under a name that no other one has. */
export interface ImportedSwitch {
  readonly name: string
  readonly config: SwitchConfig
  readonly groups: readonly Group[]
  /** Bridged ports in no port-channel that something seems to hang on. */
  readonly singles: readonly InterfaceConfig[]
  readonly trunks: TrunkVlans
}

/** A port-channel with its members. */
export interface Group {
  readonly channel: InterfaceConfig
  readonly number: number
  readonly role: 'peer-link' | 'mlag' | 'plain'
  readonly members: readonly InterfaceConfig[]
}

export function usesOf(name: string, config: SwitchConfig): ImportedSwitch {
  const all = [...config.interfaces.values()]
  const channels = all.filter(({ kind, number }) => kind === 'channel' && number !== null)
  const groups = channels.flatMap((channel): readonly Group[] => {
    const number = channel.number ?? 0
    const members = all.filter(({ member }) => member?.channel === number)
    if (members.length === 0 || channel.routed) return []
    const paired = channel.mlag !== null && brokenRule(CHANNEL, channel.mlag) === null
    const peerLink = channel.peerLink || config.pair?.peerLink === number
    return [{ channel, number, role: peerLink ? 'peer-link' : paired ? 'mlag' : 'plain', members }]
  })
  const singles = all.filter((one) => one.kind === 'port' && one.member === null && !one.routed && isUsed(one))
  return { name, config, groups, singles, trunks: trunkVlans(config) }
}

/** A port that nobody described or gave a VLAN is one that is free. */
function isUsed({ shut, mode, description, address }: InterfaceConfig): boolean {
  return !shut && address === null && (mode !== null || description !== '')
}

/** Position of a port by its name; null when the platform names none like that. */
export function positionOf(config: SwitchConfig, name: string): number | null {
  const { frontPrefix, frontFirst = 1, frontStep = 1 } = platformOf(config.vendor).ports
  if (!name.startsWith(frontPrefix) || !/^\d+$/.test(name.slice(frontPrefix.length))) return null
  const index = (Number(name.slice(frontPrefix.length)) - frontFirst) / frontStep + 1
  return brokenRule(PORT_INDEX, index) === null ? index : null
}
