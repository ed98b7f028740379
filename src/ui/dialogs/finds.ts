import type { Network } from '../../core/model/network.ts'
import type { MacView } from '../../core/model/peerView.ts'
import type { DeviceView, DomainView } from '../../core/model/runView.ts'
import type { VlanMembership } from '../../core/model/topology.ts'
import type { Target } from '../../state/uiStore.ts'
import { targetName } from '../panels/targetNames.ts'

/** A thing of the design that can be searched for. */
export interface Find {
  readonly key: string
  readonly text: string
  readonly kind: string
  /** What it is found by as well: addresses, numbers, labels. Shown beside its name. */
  readonly also: string
  /** What is selected and shown. */
  readonly targets: readonly Target[]
}

/** Pairs, devices, ports, bonds, cables and VLANs, by name, number, MLAG id, MAC and IP address. */
export function findsOf(net: Network): readonly Find[] {
  const { devices, links, bonds, domains, ports, vlans } = net.topology
  return [
    ...domains.map((domain) =>
      find(net, { kind: 'domain', id: domain.id }, [`domain ${domain.number}`, domain.systemMac, domain.label]),
    ),
    ...devices.map((device) =>
      find(net, { kind: 'device', id: device.id }, [device.mac, 'ipv4' in device ? device.ipv4 : '', device.label]),
    ),
    ...bonds.map((bond) => {
      const mlag = bond.ends.find(({ at }) => 'domain' in at)
      return find(net, { kind: 'bond', id: bond.id }, mlag === undefined ? [] : [`MLAG id ${mlag.channel}`])
    }),
    ...links.map((link) => find(net, { kind: 'link', id: link.id }, [])),
    ...ports.map((port) => find(net, { kind: 'port', id: port.id }, [])),
    ...vlans.map(({ id, name }): Find => ({
      key: `vlan ${id}`,
      text: `Select cables of VLAN ${id} ${name}`,
      kind: 'vlan',
      also: '',
      targets: cablesOf(net, id),
    })),
  ]
}

/** Addresses in the MAC tables of pairs at the instant that is shown: where each peer learned it or was told it is. */
export function learnedFinds(
  net: Network,
  domains: Iterable<DomainView>,
  devices: ReadonlyMap<DeviceView['device'], DeviceView>,
): readonly Find[] {
  return [...domains].flatMap(({ domain, views }) => {
    const entries = views.flatMap(({ device }) =>
      (devices.get(device)?.table ?? []).map((entry) => ({ device, entry })),
    )
    const addresses = [...new Set(entries.map(({ entry: { mac, vlan } }) => `${mac} ${vlan}`))]
    return addresses.map((address): Find => {
      const known = entries.filter(({ entry: { mac, vlan } }) => `${mac} ${vlan}` === address)
      const [mac = '', vlan = ''] = address.split(' ')
      const owner = net.topology.devices.find((device) => device.mac === mac)
      const places = known.map(({ device, entry }) => {
        const how = entry.origin === 'peer' ? ' (told by its peer)' : ''
        return `${net.devices.get(device)?.name ?? ''}: ${targetName(net, placeOf(net, domain, entry))}${how}`
      })
      return {
        key: `mac ${domain} ${address}`,
        text: `MAC ${mac} of ${owner?.name ?? 'no device here'} in VLAN ${vlan}`,
        kind: 'learned address',
        also: places.join(' · '),
        targets: distinct(known.map(({ entry }) => placeOf(net, domain, entry))),
      }
    })
  })
}

/** True where every word stands in the text; an address also when it is written with other separators. */
export function holds(text: string, words: readonly string[]): boolean {
  const lower = text.toLowerCase()
  return words.every((word) => {
    if (lower.includes(word)) return true
    const digits = word.replaceAll(/[.:-]/g, '')
    return digits.length >= 4 && /^[0-9a-f]+$/.test(digits) && bareAddresses(lower).some((mac) => mac.includes(digits))
  })
}

function bareAddresses(text: string): readonly string[] {
  return [...text.matchAll(/[0-9a-f]{2}(?::[0-9a-f]{2}){5}/g)].map(([mac]) => mac.replaceAll(':', ''))
}

function find(net: Network, target: Target, also: readonly string[]): Find {
  return {
    key: `select ${target.kind} ${target.id}`,
    text: `Select ${targetName(net, target)}`,
    kind: target.kind === 'link' ? 'cable' : target.kind,
    also: also.filter(Boolean).join(' · '),
    targets: [target],
  }
}

/** The member bond that an address is behind, else the port or bond on which it stands. */
function placeOf(net: Network, domain: DomainView['domain'], { channel, on }: MacView): Target {
  const behind = net.topology.bonds.find(({ ends }) =>
    ends.some(({ at, channel: number }) => 'domain' in at && at.domain === domain && number === channel),
  )
  if (behind !== undefined) return { kind: 'bond', id: behind.id }
  const port = net.topology.ports.find(({ id }) => id === on)
  if (port !== undefined) return { kind: 'port', id: port.id }
  const bond = net.topology.bonds.find(({ id }) => id === on)
  return bond === undefined ? { kind: 'domain', id: domain } : { kind: 'bond', id: bond.id }
}

function distinct(targets: readonly Target[]): readonly Target[] {
  return [...new Map(targets.map((target) => [`${target.kind} ${target.id}`, target])).values()]
}

function cablesOf(net: Network, vlan: number): readonly Target[] {
  return net.topology.links
    .filter((link) => link.use !== 'keepalive' && carries((net.bondOf.get(link.id) ?? link).vlans, vlan))
    .map(({ id }): Target => ({ kind: 'link', id }))
}

function carries(vlans: VlanMembership, vlan: number): boolean {
  return vlans.mode === 'access' ? vlans.vlan === vlan : vlans.native === vlan || vlans.allowed.includes(vlan)
}
