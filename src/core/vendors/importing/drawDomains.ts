import { brokenRule, DOMAIN_NUMBER, SHORT_NAME } from '../../model/fieldRules.ts'
import { newDomainNumber, newId } from '../../model/freeNames.ts'
import { pairSystemMac } from '../../model/systemMac.ts'
import type { DeviceId } from '../../model/ids.ts'
import type { MlagDomain, PairAddresses } from '../../model/topology.ts'
import type { Profile } from '../../model/profile.ts'
import { profileOf } from '../index.ts'
import { addLink, addManagementSwitch, addPort, type Drawing, freeName } from './drawing.ts'
import { backupVlanOf, gatewaysOf } from './gateways.ts'
import type { Peers } from './pairing.ts'
import { differ, settingsOf } from './settings.ts'
import type { InterfaceConfig } from './switchConfig.ts'
import { type ImportedSwitch, positionOf } from './uses.ts'
import { sameNetwork } from './values.ts'

export type Ids = ReadonlyMap<ImportedSwitch, DeviceId>

/** Draws a pair and the path its keepalives take; its peer-link is drawn with the other cables. */
export function drawDomain(drawing: Drawing, peers: Peers, ids: Ids): MlagDomain {
  const [a, b] = peers
  const profile = profileOf(a.config.vendor)
  const [one, other] = [a.config.pair, b.config.pair]
  const number = numberOf(a, b) ?? newDomainNumber({ ...drawing })
  const { domain: word } = profile.words
  if (one?.number !== other?.number) drawing.notes.push(differ(peers, word, `${one?.number}`, `${other?.number}`))
  if (one?.name !== other?.name)
    drawing.notes.push(differ(peers, word, one?.name ?? 'unnamed', other?.name ?? 'unnamed'))
  const { settings, notes } = settingsOf(peers, profile)
  drawing.notes.push(...notes)
  const priorities = [one?.rolePriority ?? null, other?.rolePriority ?? null] as const
  const preferred = preferredOf(peers, priorities, profile, drawing)
  const domain: MlagDomain = {
    id: newId(drawing, `domain-${number}`),
    name: freeName(drawing, one?.name ?? `pair-${number}`),
    label: '',
    number,
    peers: [idOf(ids, a), idOf(ids, b)],
    preferredPrimary: idOf(ids, peers[preferred]),
    systemMac: one?.systemMac ?? other?.systemMac ?? pairSystemMac(number),
    peerLink: null,
    keepalive: drawKeepalive(drawing, peers, ids),
    peering: peeringOf(peers),
    gateways: gatewaysOf(drawing, peers, profile.gateway?.value),
    settings: { ...settings, numbers: { ...settings.numbers, ...rolesOf(peers, priorities, preferred) } },
  }
  drawing.domains.push(domain)
  return domain
}

/** As configured; where the platform numbers no pairs, as its addresses have it. */
function numberOf(...peers: readonly ImportedSwitch[]): number | null {
  const found = peers.flatMap(({ config }) => {
    const macs = [config, ...config.interfaces.values()].map(({ virtualMac }) =>
      /^00:00:5e:00:01:(..)$/.exec(virtualMac ?? ''),
    )
    const own = /^02:00:00:01:(..):(..)$/.exec(config.pair?.systemMac ?? '')
    const texts = [...macs.map((mac) => mac?.[1]), own ? `${own[1]}${own[2]}` : undefined]
    return [config.pair?.number ?? 0, ...texts.map((text) => Number.parseInt(text ?? '0', 16))]
  })
  return found.find((number) => brokenRule(DOMAIN_NUMBER, number) === null) ?? null
}

export function idOf(ids: Ids, one: ImportedSwitch): DeviceId {
  const id = ids.get(one)
  if (id === undefined) throw new Error(`${one.name} is not drawn`)
  return id
}

type Priorities = readonly [number | null, number | null]

function preferredOf(peers: Peers, [one, other]: Priorities, { numbers }: Profile, drawing: Drawing): 0 | 1 {
  const named = peers.findIndex(({ config }) => config.pair?.preferred === true)
  if (named !== -1) return named === 0 ? 0 : 1
  const higher = (numbers['role-priority-preferred']?.value ?? 0) > (numbers['role-priority-other']?.value ?? 0)
  if (one !== null && other !== null && one !== other) return one < other === higher ? 1 : 0
  if (one !== null && other === null) return 0
  if (other !== null && one === null) return 1
  const [owner, backup] = peers.map(({ config }) => ownerPriority(config))
  if (owner !== undefined && backup !== undefined && owner !== backup) return owner > backup ? 0 : 1
  drawing.notes.push(`Neither peer has the better role priority; ${peers[0].name} is drawn as the preferred primary.`)
  return 0
}

/** Who owns the router addresses is the preferred primary where nothing else tells. */
function ownerPriority({ interfaces }: ImportedSwitch['config']): number | undefined {
  return [...interfaces.values()].find(({ ownerPriority }) => ownerPriority !== null)?.ownerPriority ?? undefined
}

function rolesOf(peers: Peers, priorities: Priorities, preferred: 0 | 1): MlagDomain['settings']['numbers'] {
  const { numbers } = profileOf(peers[0].config.vendor)
  const wanted = [
    ['role-priority-preferred', priorities[preferred]],
    ['role-priority-other', priorities[preferred === 0 ? 1 : 0]],
  ] as const
  return Object.fromEntries(
    wanted.filter(([key, value]) => value !== null && numbers[key] !== null && numbers[key].value !== value),
  )
}

function peeringOf([a, b]: Peers): MlagDomain['peering'] {
  const vlan = a.config.pair?.peering.vlan ?? backupVlanOf(a.config) ?? 4_094
  const [own, other] = [a, b].map(({ config }) => vlanInterface(config, vlan)?.address)
  const addresses = [
    own?.ip ?? b.config.pair?.peering.to ?? '10.255.255.1',
    other?.ip ?? a.config.pair?.peering.to ?? '10.255.255.2',
  ] as const
  return { vlan, addresses: apart(addresses, '10.255.255.2'), prefixLength: own?.prefixLength ?? 30 }
}

function vlanInterface({ interfaces }: ImportedSwitch['config'], vlan: number): InterfaceConfig | undefined {
  return [...interfaces.values()].find(({ kind, number }) => kind === 'vlan' && number === vlan)
}

function drawKeepalive(drawing: Drawing, peers: Peers, ids: Ids): MlagDomain['keepalive'] {
  const [a, b] = peers
  const [mine, theirs] = [a.config.pair?.keepalive, b.config.pair?.keepalive]
  const vrf = mine?.vrf ?? 'management'
  const [first, second] = madeUp(peers)
  const own = mine?.from ?? theirs?.to ?? first
  const addresses = apart([own, mine?.to ?? theirs?.from ?? second], second)
  const places = keepalivePorts(drawing, peers, addresses, vrf)
  const prefixLength = places[0]?.address?.prefixLength ?? 24
  const keepalive = { addresses, prefixLength, vrf: brokenRule(SHORT_NAME, vrf) === null ? vrf : 'keepalive' }
  if (!mine && !theirs) return keepalive
  if (!places[0] || !places[1]) {
    drawing.notes.push(`No interface of ${a.name} and ${b.name} has the keepalive addresses; that path is not drawn.`)
    return keepalive
  }
  if (!sameNetwork(addresses[0], addresses[1], prefixLength))
    drawing.notes.push(`The keepalive of ${a.name} and ${b.name} is routed; it is drawn as one network.`)
  const ends = ([0, 1] as const).map((at) => {
    const port = places[at]
    const kind = port?.kind === 'management' ? 'management' : 'front'
    const index = kind === 'front' && port ? positionOf(peers[at].config, port.name) : null
    return addPort(drawing, idOf(ids, peers[at]), kind, port?.name ?? null, index)
  })
  const [left, right] = ends
  const cable = { ...KEEPALIVE_CABLE, speedGbps: places[0].speedGbps ?? KEEPALIVE_CABLE.speedGbps }
  if (!left || !right) return keepalive
  if (isDirect(peers, places, prefixLength)) addLink(drawing, left, right, cable)
  else drawOverSwitch(drawing, [left, right], places, cable)
  return keepalive
}

/** Addresses of a design that says none, not those that the peers talk with over the peer-link. */
function madeUp(peers: Peers): readonly [string, string] {
  const { addresses, prefixLength } = peeringOf(peers)
  const taken = sameNetwork(addresses[0], '192.168.0.11', Math.min(24, prefixLength))
  return taken ? ['10.255.254.1', '10.255.254.2'] : ['192.168.0.11', '192.168.0.12']
}

/** Those with the addresses; where a server of addresses gives them out, the management ports are as good. */
function keepalivePorts(
  drawing: Drawing,
  peers: Peers,
  addresses: PairAddresses['addresses'],
  vrf: string,
): readonly [InterfaceConfig | null, InterfaceConfig | null] {
  const [a, b] = peers
  const found = [keepalivePort(a, addresses[0]), keepalivePort(b, addresses[1])] as const
  const said = a.config.pair?.keepalive ?? b.config.pair?.keepalive
  if (!said || (found[0] && found[1]) || !/^(?:mgmt|management)$/i.test(vrf)) return found
  const ports = [found[0] ?? addressless(a), found[1] ?? addressless(b)] as const
  if (!ports[0] || !ports[1]) return found
  drawing.notes.push(
    `No interface of ${a.name} and ${b.name} has the keepalive addresses; they are taken for those of ${ports[0].name}.`,
  )
  return ports
}

/** A management port whose address the text does not say. */
function addressless({ config }: ImportedSwitch): InterfaceConfig | null {
  const all = [...config.interfaces.values()]
  return all.find(({ kind, address, shut }) => kind === 'management' && address === null && !shut) ?? null
}

/** The interface with the address, unless it is one that only routes. */
function keepalivePort({ config }: ImportedSwitch, ip: string): InterfaceConfig | null {
  const all = [...config.interfaces.values()]
  return all.find(({ kind, address }) => address?.ip === ip && (kind === 'port' || kind === 'management')) ?? null
}

/** A network of two, front ports, or descriptions that name the other peer; not where both name a third device. */
function isDirect([a, b]: Peers, places: readonly (InterfaceConfig | null)[], prefixLength: number): boolean {
  const [one, other] = places
  const [left, right] = places.map(switchBehind)
  if (left !== undefined && left?.[1] === right?.[1] && ![a.name, b.name].includes(left?.[1] ?? a.name)) return false
  if (one?.kind === 'port' && other?.kind === 'port') return true
  if (prefixLength >= 30) return true
  return one?.description.includes(b.name) === true && other?.description.includes(a.name) === true
}

/** What a description says of the management switch that a port leads to: its name and its port. */
function switchBehind(port: InterfaceConfig | null): RegExpExecArray | null {
  return /(?:^|: )(\S+) port(\d+)(?: \(.*\))?$/.exec(port?.description ?? '')
}

function drawOverSwitch(
  drawing: Drawing,
  ends: readonly Drawing['ports'][number][],
  places: readonly (InterfaceConfig | null)[],
  cable: Parameters<typeof addLink>[3],
): void {
  const [first, second] = places.map(switchBehind)
  const name = first?.[1] !== undefined && first[1] === second?.[1] ? first[1] : 'mgmt-1'
  const known = drawing.devices.find((device) => device.kind === 'management-switch' && device.name === name)
  const between = known ?? addManagementSwitch(drawing, name)
  for (const [at, end] of ends.entries()) {
    const wish = Number((at === 0 ? first : second)?.[2] ?? at + 1)
    const index = wish >= 1 && wish <= 24 ? wish : at + 1
    addLink(drawing, end, addPort(drawing, between.id, 'front', `port${index}`, index), cable)
  }
}

function apart(addresses: PairAddresses['addresses'], instead: string): PairAddresses['addresses'] {
  return addresses[0] === addresses[1] ? [addresses[0], instead] : addresses
}

const EDGE_FREE = { edge: false, guard: 'none' } as const
const KEEPALIVE_CABLE = {
  speedGbps: 1,
  use: 'keepalive',
  vlans: { mode: 'access', vlan: 1 },
  mtu: 1_500,
  suspendWithMembers: false,
  stp: [EDGE_FREE, EDGE_FREE],
} as const
