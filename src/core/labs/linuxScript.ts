import { planHost, type BondInterface, type HostInterface } from '../hosts/hostPlan.ts'
import { need, type Network } from '../model/network.ts'
import type { Device, RouterDevice, SwitchDevice } from '../model/topology.ts'
import { HOST_DEBOUNCE } from '../protocol/host/bonding.ts'
import { DEFAULT_MTU } from '../vendors/shared.ts'
import { word } from '../vendors/text.ts'

/**
 * What a node that is no switch runs once its cables are there, as commands of iproute2: a server its bonds and addresses,
 * a router its uplinks and static routes, a management switch a bridge.
 */
export function linuxScript(net: Network, device: Exclude<Device, SwitchDevice>): string {
  return ['#!/bin/sh', ...commandsOf(net, device)].map((line) => `${line}\n`).join('')
}

function commandsOf(net: Network, device: Exclude<Device, SwitchDevice>): readonly string[] {
  switch (device.kind) {
    case 'host': {
      const result = planHost(net, device.id)
      if (!result.ok) return [`# ${result.reason}`]
      const { title, notes, interfaces } = result.plan
      return [
        `# ${title}`,
        ...notes.map(({ text }) => `# Note: ${text}`),
        ...interfaces.flatMap((one) => [...(one.kind === 'bond' ? bond(one) : up(one.name, one.mtu)), ...above(one)]),
      ]
    }
    case 'router':
      return router(net, device)
    case 'management-switch':
      return [
        `# ${word(device.name)}`,
        'ip link add br0 type bridge',
        'ip link set br0 up',
        ...need(net.portsOf, device.id).flatMap(({ name }) => [
          `ip link set ${name} master br0`,
          `ip link set ${name} up`,
        ]),
      ]
  }
}

/** Members join while they are down, as the bonding driver demands. */
function bond({ name, mode, rate, hash, minLinks, members, mtu }: BondInterface): readonly string[] {
  const options = [
    `mode ${mode}`,
    `miimon ${HOST_DEBOUNCE.value}`,
    ...(mode === '802.3ad' ? [`lacp_rate ${rate}`] : []),
    `xmit_hash_policy ${hash}`,
    ...(minLinks === null ? [] : [`min_links ${minLinks}`]),
  ]
  return [
    `ip link add ${name} type bond ${options.join(' ')}`,
    ...members.flatMap((member) => [`ip link set ${member} down`, `ip link set ${member} master ${name}`]),
    ...up(name, mtu),
  ]
}

function up(name: string, mtu: number): readonly string[] {
  return [...(mtu === DEFAULT_MTU ? [] : [`ip link set ${name} mtu ${mtu}`]), `ip link set ${name} up`]
}

/** Addresses, the way out, and interfaces for tagged VLANs. The lab's own way out gives way. */
function above({ name, address, gateway, vlans }: HostInterface): readonly string[] {
  return [
    ...(address === null ? [] : [`ip addr add ${address} dev ${name}`]),
    ...(gateway === null ? [] : [`ip route replace default via ${gateway}`]),
    ...vlans.flatMap((vlan) => [
      `ip link add link ${name} name ${vlan.name} type vlan id ${vlan.id}`,
      `ip link set ${vlan.name} up`,
    ]),
  ]
}

/** Every network that a pair routes by all uplinks at once, as the simulation's routers have it. */
function router(net: Network, device: RouterDevice): readonly string[] {
  const uplinks = need(net.portsOf, device.id).flatMap(({ id, name }) => {
    const link = net.linkAt.get(id)
    if (!link?.routed) return []
    const [own, hop] = link.ends[0] === id ? link.routed.addresses : link.routed.addresses.toReversed()
    return [{ name, own: `${own}/${link.routed.prefixLength}`, hop, mtu: link.mtu }]
  })
  const hops = uplinks.map(({ hop }) => `nexthop via ${hop}`).join(' ')
  const networks = net.topology.domains.flatMap(({ gateways }) => gateways)
  return [
    `# ${word(device.name)}`,
    'sysctl -w net.ipv4.ip_forward=1',
    `ip addr add ${device.ipv4}/32 dev lo`,
    ...uplinks.flatMap(({ name, own, mtu }) => [...up(name, mtu), `ip addr add ${own} dev ${name}`]),
    ...(uplinks.length === 0
      ? []
      : networks.map(({ address, prefixLength }) => `ip route replace ${networkOf(address, prefixLength)} ${hops}`)),
  ]
}

function networkOf(address: string, prefixLength: number): string {
  const bits = address.split('.').reduce((number, octet) => number * 256 + Number(octet), 0)
  const size = 2 ** (32 - prefixLength)
  const first = Math.floor(bits / size) * size
  return `${[24, 16, 8, 0].map((shift) => Math.floor(first / 2 ** shift) % 256).join('.')}/${prefixLength}`
}
