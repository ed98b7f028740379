import { lagEnd } from '../../model/network.ts'
import type { Link, Port, VlanMembership } from '../../model/topology.ts'
import type { ConfigLine, DrawnId } from '../exporter.ts'
import { carriedVlans, portOn, untaggedVlan, type SwitchPlan } from '../switchPlan.ts'
import { freeText, word } from '../text.ts'
import { sonicProfile } from './profile.ts'
import { staticRoutes, uplinkAddresses, vlanInterfaces } from './routing.ts'
import { timer } from './timers.ts'

interface Entry {
  readonly key: string
  readonly fields: Readonly<Record<string, string>>
  readonly from: DrawnId | null
}

/** A port with its cable and what it leads to. */
interface End {
  readonly port: Port
  readonly link: Link
  readonly towards: string
}

interface Table {
  readonly name: string
  readonly entries: readonly Entry[]
}

/**
 * Tables of one switch as `config load` takes them over those it has; one entry a line.
 * Source: sonic-net/sonic-buildimage, src/sonic-yang-models: sonic-mclag, sonic-portchannel, sonic-vlan, sonic-port.
 */
export function configDb(plan: SwitchPlan): readonly ConfigLine[] {
  const tables = [
    { name: 'DEVICE_METADATA', entries: [metadata(plan)] },
    { name: 'FEATURE', entries: feature(plan) },
    { name: 'PORT', entries: ports(plan) },
    { name: 'INTERFACE', entries: [...routed(plan), ...uplinkAddresses(plan)] },
    { name: 'PORTCHANNEL', entries: plan.lags.map(portChannel) },
    { name: 'PORTCHANNEL_MEMBER', entries: plan.lags.flatMap(portChannelMembers) },
    { name: 'VLAN', entries: vlans(plan) },
    { name: 'VLAN_MEMBER', entries: vlanMembers(plan) },
    { name: 'VLAN_INTERFACE', entries: vlanInterfaces(plan) },
    { name: 'STATIC_ROUTE', entries: staticRoutes(plan) },
    { name: 'MCLAG_DOMAIN', entries: mclagDomain(plan) },
    { name: 'MCLAG_INTERFACE', entries: mclagInterfaces(plan) },
  ]
  return print(tables.filter(({ entries }) => entries.length > 0))
}

function metadata({ device }: SwitchPlan): Entry {
  return { key: 'localhost', fields: { hostname: word(device.name) }, from: device.id }
}

function feature({ pair }: SwitchPlan): readonly Entry[] {
  if (!pair?.keepalive) return []
  return [{ key: 'iccpd', fields: { state: 'enabled', auto_restart: 'enabled' }, from: pair.domain.id }]
}

function ports({ lags, cables, pair, routing }: SwitchPlan): readonly Entry[] {
  const session = pair?.keepalive?.port.kind === 'front' ? [pair.keepalive] : []
  return [
    ...lags.flatMap(({ lag, members }) => members.map((member) => portEntry(member, lag.bond.mtu))),
    ...cables.map((cable) => portEntry(cable, cable.link.mtu)),
    ...session.map((end) => portEntry({ ...end, towards: `ICCP: ${end.towards}` }, end.link.mtu)),
    ...routing.uplinks.map((end) => portEntry({ ...end, towards: `uplink: ${end.towards}` }, end.link.mtu)),
  ]
}

function portEntry({ port, link, towards }: End, mtu: number): Entry {
  const first = (port.index - 1) * LANE_STEP
  return {
    key: portOn(sonicProfile, port),
    fields: {
      lanes: [first, first + 1, first + 2, first + 3].join(','),
      speed: String(link.speedGbps * 1_000),
      admin_status: 'up',
      mtu: String(mtu),
      ...(towards === '' ? {} : { description: freeText(towards, MAX_DESCRIPTION) }),
    },
    from: link.id,
  }
}

function routed({ pair }: SwitchPlan): readonly Entry[] {
  const keepalive = pair?.keepalive
  if (keepalive?.port.kind !== 'front') return []
  const name = portOn(sonicProfile, keepalive.port)
  const address = `${name}|${word(keepalive.own)}/${keepalive.prefixLength}`
  return [name, address].map((key) => ({ key, fields: {}, from: keepalive.link.id }))
}

function portChannel({ lag, towards }: SwitchPlan['lags'][number]): Entry {
  const { bond, channel } = lag
  const { rate, lacp = {} } = lagEnd(lag)
  return {
    key: `PortChannel${channel}`,
    fields: {
      admin_status: 'up',
      ...(towards === '' ? {} : { description: towards.slice(0, MAX_DESCRIPTION) }),
      mtu: String(bond.mtu),
      min_links: String(lacp.minLinks ?? 1),
      lacp_key: 'auto',
      fast_rate: String(rate === 'fast'),
      ...(lacp.fallback === 'static' ? { fallback: 'true' } : {}),
    },
    from: bond.id,
  }
}

function portChannelMembers({ lag, members }: SwitchPlan['lags'][number]): readonly Entry[] {
  return members.map(({ port, link }) => ({
    key: `PortChannel${lag.channel}|${portOn(sonicProfile, port)}`,
    fields: {},
    from: link.id,
  }))
}

function vlans({ vlans }: SwitchPlan): readonly Entry[] {
  return vlans
    .filter(({ id }) => id !== 1)
    .map(({ id, name }) => ({
      key: `Vlan${id}`,
      fields: { vlanid: String(id), ...(name === '' ? {} : { description: word(name) }) },
      from: null,
    }))
}

function vlanMembers({ lags, cables }: SwitchPlan): readonly Entry[] {
  const bridged: readonly (readonly [string, VlanMembership, DrawnId])[] = [
    ...lags.map(({ lag }) => [`PortChannel${lag.channel}`, lag.bond.vlans, lag.bond.id] as const),
    ...cables.map(({ port, link }) => [portOn(sonicProfile, port), link.vlans, link.id] as const),
  ]
  return bridged.flatMap(([name, membership, from]) => {
    const untagged = untaggedVlan(membership)
    const ids = carriedVlans(membership).filter((id) => id !== 1)
    return ids.map((id) => ({
      key: `Vlan${id}|${name}`,
      fields: { tagging_mode: id === untagged ? 'untagged' : 'tagged' },
      from,
    }))
  })
}

function mclagDomain({ pair, lags, runs }: SwitchPlan): readonly Entry[] {
  if (!pair?.keepalive) return []
  const { domain, keepalive } = pair
  const peerLink = lags.find(({ lag }) => lag.role === 'peer-link')
  return [
    {
      key: String(domain.number),
      fields: {
        source_ip: word(keepalive.own),
        peer_ip: word(keepalive.peer),
        ...(peerLink ? { peer_link: `PortChannel${peerLink.lag.channel}` } : {}),
        keepalive_interval: String(timer(runs, 'heartbeat-interval-ms')),
        session_timeout: String(timer(runs, 'heartbeat-timeout-ms')),
      },
      from: domain.id,
    },
  ]
}

function mclagInterfaces({ pair, lags }: SwitchPlan): readonly Entry[] {
  if (!pair?.keepalive) return []
  const { number } = pair.domain
  return lags
    .filter(({ lag }) => lag.role === 'mlag')
    .map(({ lag }) => ({
      key: `${number}|PortChannel${lag.channel}`,
      fields: { if_type: 'PortChannel' },
      from: lag.bond.id,
    }))
}

function print(tables: readonly Table[]): readonly ConfigLine[] {
  const plain = (text: string): ConfigLine => ({ text, from: null })
  return [
    plain('{'),
    ...tables.flatMap(({ name, entries }, at) => [
      plain(`  ${JSON.stringify(name)}: {`),
      ...entries.map(({ key, fields, from }, n) => ({
        text: `    ${JSON.stringify(key)}: ${oneLine(fields)}${n === entries.length - 1 ? '' : ','}`,
        from,
      })),
      plain(at === tables.length - 1 ? '  }' : '  },'),
    ]),
    plain('}'),
  ]
}

function oneLine(fields: Entry['fields']): string {
  const pairs = Object.entries(fields).map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`)
  return `{${pairs.join(', ')}}`
}

/** Lanes from one port to the next: platform.json of the switch, in sonic-net/sonic-buildimage. */
const LANE_STEP = 8
const MAX_DESCRIPTION = 255
