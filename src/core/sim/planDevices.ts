import { PORT_PRIORITY } from '../model/lacpPriority.ts'
import { need } from '../model/network.ts'
import type { BondEnd, Device } from '../model/topology.ts'
import { HOST_DEBOUNCE, HOST_SYSTEM_PRIORITY } from '../protocol/host/bonding.ts'
import type { PeerConfig } from '../protocol/mlag/peerState.ts'
import { peerConfigs, profileIn } from './peerConfig.ts'
import type { PlanDevice } from './plan.ts'
import type { Numbers } from './planNumbers.ts'
import { stpPlanOf } from './stpPlan.ts'

export function planDevice(numbers: Numbers, device: Device, index: number): PlanDevice {
  const { net, profiles, deviceIndex, portIndex, domainIndex, lagIndex, bridges } = numbers
  const domain = net.domainOf.get(device.id)
  const profile = device.kind === 'switch' ? profileIn(profiles, device.vendor) : null
  const debounce = profile?.numbers['link-debounce-ms']
  const isHost = device.kind === 'host' || device.kind === 'router'
  const config = domain && peerConfigs(net, domain, profiles)[domain.peers[0] === device.id ? 0 : 1]
  const lags = net.lagsOf.get(device.id) ?? []
  const members = new Set(lags.flatMap(({ ports }) => ports.map(({ id }) => need(portIndex, id))))
  const debounceUs = isHost
    ? HOST_DEBOUNCE.value * 1000
    : (config?.rules.numbers['link-debounce-ms'] ?? debounce?.value ?? 0) * 1000
  return {
    index,
    id: device.id,
    name: device.name,
    kind: device.kind,
    mac: device.mac,
    ports: (net.portsOf.get(device.id) ?? []).map(({ id }) => need(portIndex, id)),
    lags: lags.map((lag) => need(lagIndex, lag)),
    bridgePorts: bridges[index] ?? [],
    staticLags: lags.filter(({ bond, end }) => followsLight(bond.ends[end])).map((lag) => need(lagIndex, lag)),
    singlePorts: (bridges[index] ?? []).flatMap(({ lag, port }, at) => (lag < 0 && !members.has(port) ? [at] : [])),
    stp: stpPlanOf(net, device),
    domain: domain === undefined ? -1 : need(domainIndex, domain.id),
    peer: domain === undefined ? -1 : domain.peers[0] === device.id ? 0 : 1,
    otherPeer: domain === undefined ? -1 : need(deviceIndex, need(net.peerOf, device.id).id),
    lacpSystemPriority: systemPriorityOf(device, config),
    lacpPortPriority: isHost ? 255 : PORT_PRIORITY,
    // Servers bond as Linux does.
    ignoresOwnSystem: device.kind === 'host' || profile?.ignoresOwnSystem !== undefined,
    debounceUs,
    peerLinkHoldUs: Math.max(debounceUs, (config?.rules.numbers['peer-link-hold-ms'] ?? 0) * 1000),
    debounceAssumed: !isHost && debounce?.confidence === 'assumed',
    ageingUs: (config?.rules.numbers['mac-ageing-ms'] ?? profile?.numbers['mac-ageing-ms']?.value ?? 300_000) * 1000,
    uplinks: (net.portsOf.get(device.id) ?? [])
      .filter(({ id }) => net.linkAt.get(id)?.use === 'uplink')
      .map(({ id }) => need(portIndex, id)),
    answersSender: device.kind === 'host' && device.answersTo === 'sender',
    egressRule: config?.rules.choices['egress-rule'] ?? 'flooded-frames',
  }
}

/**
 * Priority of the LACP system itself. Where a pair announces the primary's system there is one priority for
 * everything on the switch; elsewhere the pair has its own beside the chassis'.
 */
function systemPriorityOf(device: Device, config: PeerConfig | undefined): number {
  if (device.kind !== 'switch') return HOST_SYSTEM_PRIORITY
  const shared = config?.rules.choices['pair-system'] === 'primary-mac-local-bit'
  return config !== undefined && shared ? config.systemPriority : device.lacpSystemPriority
}

function followsLight({ mode, lacp }: BondEnd): boolean {
  return mode === 'static' || lacp?.netboot === true || lacp?.fallback !== undefined
}
