import type { DeviceId } from '../../core/model/ids.ts'
import { devicesAt, type Network } from '../../core/model/network.ts'
import type { Target } from '../../state/uiStore.ts'
import { bondTitle, cableEnds, cableRole, deviceKindName, domainTitle, portTitle } from '../canvas/labels.ts'

/** What a selected thing is called. */
export function targetName(net: Network, target: Target): string {
  switch (target.kind) {
    case 'device':
      return net.devices.get(target.id)?.name ?? ''
    case 'port': {
      const port = net.ports.get(target.id)
      return port ? portTitle(net, port) : ''
    }
    case 'link': {
      const link = net.links.get(target.id)
      return link ? cableEnds(net, link) : ''
    }
    case 'bond': {
      const bond = net.bonds.get(target.id)
      return bond ? bondTitle(net, bond) : ''
    }
    case 'domain':
      return net.domains.get(target.id)?.name ?? ''
    case 'note':
      return 'Note'
  }
}

/** One line under the name: what it is and where it belongs. */
export function targetContext(net: Network, target: Target): string {
  switch (target.kind) {
    case 'device': {
      const device = net.devices.get(target.id)
      if (device === undefined) return ''
      const domain = net.domainOf.get(device.id)
      return [deviceKindName(device), device.label, domain && `peer of ${domain.name}`].filter(Boolean).join(', ')
    }
    case 'port': {
      const link = net.linkAt.get(target.id)
      const other = net.neighbour.get(target.id)
      if (link === undefined || other === undefined) return 'no cable'
      return `to ${portTitle(net, other)}, ${link.speedGbps}G, ${cableRole(net, link)}`
    }
    case 'link': {
      const link = net.links.get(target.id)
      return link ? `cable, ${link.speedGbps}G, ${cableRole(net, link)}` : ''
    }
    case 'bond': {
      const bond = net.bonds.get(target.id)
      if (bond === undefined) return ''
      const ends = bond.ends.map((end) =>
        devicesAt(net, end)
          .map((id) => name(net, id))
          .join(' + '),
      )
      return `${ends.join(' to ')}, ${bond.members.length} ${bond.members.length === 1 ? 'cable' : 'cables'}`
    }
    case 'domain': {
      const domain = net.domains.get(target.id)
      return domain ? `${domainTitle(net, domain)}, ${domain.peers.map((id) => name(net, id)).join(' + ')}` : ''
    }
    case 'note':
      return 'text on the canvas'
  }
}

/** Ids of the things that a selected thing is made of: what its checks are about. */
export function idsOf(net: Network, target: Target): readonly string[] {
  switch (target.kind) {
    case 'note':
      return []
    case 'device': {
      const ports = (net.portsOf.get(target.id) ?? []).map(({ id }) => id)
      return [target.id, ...ports, ...ports.flatMap((id) => net.linkAt.get(id)?.id ?? [])]
    }
    case 'port': {
      const link = net.linkAt.get(target.id)
      return [target.id, ...(link ? [link.id] : [])]
    }
    case 'link':
      return [target.id, ...(net.links.get(target.id)?.ends ?? [])]
    case 'bond':
      return [target.id, ...(net.bonds.get(target.id)?.members ?? [])]
    case 'domain': {
      const domain = net.domains.get(target.id)
      return domain ? [domain.id, ...domain.peers, ...(domain.peerLink ? [domain.peerLink] : [])] : []
    }
  }
}

function name(net: Network, id: DeviceId): string {
  return net.devices.get(id)?.name ?? ''
}
