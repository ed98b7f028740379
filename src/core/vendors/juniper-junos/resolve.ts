import type { InterfaceConfig, PairConfig, SwitchConfig } from '../importing/switchConfig.ts'
import { vlanNumbers } from '../importing/values.ts'

/** What follows from the whole text: it may name a VLAN, an interface or a peer before it says what they are. */
export function finish(config: SwitchConfig): void {
  const ports = [...config.interfaces.values()]
  for (const [name, { id, description }] of config.namedVlans) {
    if (id === null) continue
    const plain = name === 'default' || name === `v${id}` ? '' : name
    config.vlans.set(id, { id, name: description === '' ? plain : description })
  }
  for (const port of ports) takeVlans(port, config)
  const alone = ports.find(({ mlag, systemPriority }) => mlag === null && systemPriority !== null)
  config.lacpSystemPriority = alone?.systemPriority ?? null
  if (config.pair) pair(config, config.pair, ports)
}

function pair(config: SwitchConfig, pair: PairConfig, ports: readonly InterfaceConfig[]): void {
  const member = ports.find(({ mlag, systemPriority }) => mlag !== null && systemPriority !== null)
  if (member?.systemPriority !== undefined && member.systemPriority !== null)
    pair.numbers.set('system-priority', member.systemPriority)
  const { own, peer } = pair.session
  const local = ports.find(({ address }) => own !== null && address?.ip === own)
  if (local?.kind === 'vlan') pair.peering = { vlan: local.number, to: peer }
  else if (local) {
    pair.keepalive = { to: peer, from: own, vrf: null }
    pair.choices = { ...pair.choices, 'session-path': 'keepalive-path' }
  }
}

function takeVlans(port: InterfaceConfig, { namedVlans }: SwitchConfig): void {
  if (port.vlanNames.length === 0) {
    // A trunk is in no VLAN unless told.
    if (port.mode === 'trunk') port.allowed = []
    return
  }
  const all = port.vlanNames.includes('all')
  const ids = port.vlanNames.flatMap((name) => namedVlans.get(name)?.id ?? vlanNumbers(name) ?? [])
  if (port.mode === 'trunk') port.allowed = all ? null : ids
  else port.access = ids[0] ?? port.access
  port.mode ??= 'access'
}
