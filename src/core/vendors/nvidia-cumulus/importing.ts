import { CHANNEL, SETTING, VLAN_ID } from '../../model/fieldRules.ts'
import { allow, set } from '../importing/interfaceRules.ts'
import { type InterfaceConfig, interfaceNamed, type SwitchConfig } from '../importing/switchConfig.ts'
import { addressIn, vlanNumbers } from '../importing/values.ts'

/** An interface while its statements are read. */
export interface On {
  readonly config: SwitchConfig
  readonly port: InterfaceConfig
}

/** A bond has no number on Cumulus Linux: that of its name is taken, or a free one. */
export function portIn(config: SwitchConfig, name: string): InterfaceConfig {
  const vlan = /^vlan(\d+)$/.exec(name)?.[1]
  if (vlan === undefined && /^(bond|peerlink$)/.test(name)) return bondIn(config, name)
  return interfaceNamed(config, name, { vlan, management: /^eth\d+$/.test(name) }, 0)
}

export function bondIn(config: SwitchConfig, name: string): InterfaceConfig {
  const known = config.interfaces.get(name)
  if (known?.kind === 'channel') return known
  const taken = [...config.interfaces.values()].map(({ number, kind }) => (kind === 'channel' ? number : null))
  let number = name === 'peerlink' ? PEER_LINK : Number(/(\d{1,4})$/.exec(name)?.[1] ?? FIRST_FREE)
  while (taken.includes(number) || number > CHANNEL.max) number = (number % CHANNEL.max) + 1
  const bond = known ?? interfaceNamed(config, name, { channel: `${number}` }, 0)
  Object.assign(bond, { kind: 'channel', number, peerLink: name === 'peerlink', bundling: 'active' })
  return bond
}

export function member({ config, port }: On, name: string): string | undefined {
  const bond = bondIn(config, port.name)
  const slave = portIn(config, name)
  slave.member = { channel: bond.number ?? 0, mode: 'active' }
  return undefined
}

export function accessVlan(port: InterfaceConfig, id: string | undefined): string | undefined {
  port.mode = 'access'
  return set('The VLAN', id, VLAN_ID, (n) => (port.access = n))
}

/** Where untagged frames of a trunk are. */
export function nativeVlan(port: InterfaceConfig, id: string | undefined): string | undefined {
  bridged(port)
  return set('The VLAN', id, VLAN_ID, (n) => (port.native = n))
}

export function noUntagged(port: InterfaceConfig): void {
  bridged(port)
  port.taggedOnly = true
}

/** VLANs that a trunk names for itself, in one list or one by one. */
export function carries(port: InterfaceConfig, list: string): string | undefined {
  bridged(port)
  return allow(port, port.allowed !== null, vlanNumbers(list))
}

/** It carries every VLAN of the bridge, unless it names its own. */
export function bridged(port: InterfaceConfig): void {
  port.mode ??= 'trunk'
}

export function pairId(port: InterfaceConfig, text: string | undefined): string | undefined {
  return set('The MLAG id', text, SETTING, (id) => (port.mlag = id))
}

export function routedBy(port: InterfaceConfig, text: string): string | undefined {
  const address = addressIn(text)
  if (address === null) return 'The address must be an IPv4 host address with its prefix.'
  port.address = address
  port.routed = port.kind === 'port'
  return undefined
}

const PEER_LINK = 4_096
const FIRST_FREE = 901
