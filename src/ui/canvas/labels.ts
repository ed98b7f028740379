import type { DeviceId, LinkId } from '../../core/model/ids.ts'
import type { Network } from '../../core/model/network.ts'
import { lagName } from '../../core/model/portNames.ts'
import type { PlatformWords } from '../../core/model/profile.ts'
import type { Bond, Device, Link, MlagDomain, Port } from '../../core/model/topology.ts'
import { platformOf } from '../../core/vendors/platforms.ts'

/** The part of a port's name that tells it from its neighbours: `1/1` of `Ethernet1/1`; short names stay whole. */
export function shortPort(name: string): string {
  return name.length <= 5 ? name : (/\d[\d/:]*$/.exec(name)?.[0] ?? name)
}

/** Number shown beside the port on the face; management ports keep their name. */
export function portNumber(port: Port): string {
  return port.kind === 'management' ? port.name : shortPort(port.name)
}

/** "leaf-a Ethernet1/1". */
export function portTitle(net: Network, port: Port): string {
  return `${net.devices.get(port.device)?.name ?? ''} ${port.name}`
}

/** "leaf-a Ethernet1/10 to srv-1 eth0". */
export function cableEnds(net: Network, link: Link): string {
  const ends = link.ends.map((end) => net.ports.get(end))
  return ends.map((port) => (port === undefined ? '' : portTitle(net, port))).join(' to ')
}

/** "member of vPC 11", "peer-link Po10", "keepalive", "orphan". */
export function cableRole(net: Network, link: Link): string {
  if (link.use !== 'data') return link.use
  const bond = net.bondOf.get(link.id)
  if (bond === undefined) return isOrphan(net, link.id) ? 'orphan' : 'single cable'
  return isPeerLink(net, bond) ? `member of peer-link ${channelName(net, bond)}` : `member of ${bondTitle(net, bond)}`
}

/** What a bond is called on its ring: "vPC 11" with an MLAG end, "Po10 peer-link", "Po3" or "bond0" otherwise. */
export function bondTitle(net: Network, bond: Bond): string {
  if (isPeerLink(net, bond)) return `${channelName(net, bond)} peer-link`
  const ids = bond.ends.flatMap((end) => {
    const domain = 'domain' in end.at ? net.domains.get(end.at.domain) : undefined
    return domain === undefined ? [] : [`${domainWords(net, domain).mlag} ${end.channel}`]
  })
  return ids.length === 0 ? channelName(net, bond) : [...new Set(ids)].join(', ')
}

/** "vPC domain 10". */
export function domainTitle(net: Network, domain: MlagDomain): string {
  return `${domainWords(net, domain).domain} ${domain.number}`
}

/** Words of the platform that a domain's first peer runs. */
export function domainWords(net: Network, domain: MlagDomain): PlatformWords {
  const peer = net.devices.get(domain.peers[0])
  return platformOf(peer?.kind === 'switch' ? peer.vendor : 'cisco-nxos').words
}

/** The line under a device's name that does not change while a simulation runs. */
export function deviceLine(net: Network, device: Device): string {
  switch (device.kind) {
    case 'switch': {
      const { words, rolePriority } = platformOf(device.vendor)
      const domain = net.domainOf.get(device.id)
      if (domain === undefined || rolePriority === null) return words.platform
      const isPreferred = domain.preferredPrimary === device.id
      const set = domain.settings.numbers[isPreferred ? 'role-priority-preferred' : 'role-priority-other']
      return `${words.platform} · priority ${set ?? rolePriority[isPreferred ? 'preferred' : 'other']}`
    }
    case 'host': {
      const lag = net.lagsOf.get(device.id)?.[0]
      if (lag !== undefined) return lagName('host', lag.channel)
      const port = net.portsOf.get(device.id)?.[0]
      return port === undefined ? 'not connected' : `${orphanWord(net, port)} · ${port.name}`
    }
    case 'management-switch':
      return 'management'
    case 'router':
      return device.ipv4
  }
}

export function deviceKindName(device: Device): string {
  switch (device.kind) {
    case 'switch':
      return 'switch'
    case 'host':
      return 'server'
    case 'management-switch':
      return 'management switch'
    case 'router':
      return 'router'
  }
}

/** The device at the other end of each cable of a device, with the cable. */
export function cablesOf(net: Network, device: DeviceId): readonly Link[] {
  return (net.portsOf.get(device) ?? []).flatMap((port) => net.linkAt.get(port.id) ?? [])
}

function orphanWord(net: Network, port: Port): string {
  const link = net.linkAt.get(port.id)
  return link !== undefined && isOrphan(net, link.id) ? 'orphan' : 'single'
}

function isOrphan(net: Network, link: LinkId): boolean {
  return [...net.orphansOf.values()].some((links) => links.some(({ id }) => id === link))
}

function isPeerLink(net: Network, bond: Bond): boolean {
  return net.topology.domains.some(({ peerLink }) => peerLink === bond.id)
}

/** The port-channel's short name on a switch that ends it, else the host's. */
function channelName(net: Network, bond: Bond): string {
  for (const end of bond.ends) {
    const device = 'device' in end.at ? net.devices.get(end.at.device) : undefined
    if (device?.kind === 'switch') return `${platformOf(device.vendor).words.channelShort}${end.channel}`
  }
  return lagName('host', bond.ends[0].channel)
}
