import type { ComparedView } from '../../model/peerView.ts'
import { columns, folded } from '../show/columns.ts'
import { activeVlans, lacpMembers, mlagsOf, peerLag, type ShowContext, type ShowLag } from '../show/context.ts'
import { carriedVlans } from '../switchPlan.ts'
import { vlanLists } from '../text.ts'

/**
 * `show vpc consistency-parameters`: what is compared under the names that NX-OS has for it, then the LAG ID and the
 * VLANs that are suspended, which follow from the state of the two legs.
 * Source: Cisco Nexus 9000 Series NX-OS Interfaces Configuration Guide, "Configuring vPCs"; public captures.
 */
export function consistency(context: ShowContext, scope: 'domain' | number): readonly string[] {
  const { pair } = context
  const compared = pair?.inner?.compared.filter((row) => row.scope === scope) ?? []
  if (compared.length === 0) {
    return [scope === 'domain' ? 'vPC domain is not configured' : `vPC ${scope} is not configured`]
  }
  const heard = pair?.inner?.adjacent === true
  const own = scope === 'domain' ? undefined : mlagsOf(context).find(({ lag }) => lag.channel === scope)
  const rows = [
    ...compared.filter(({ name }) => NAMES[name] !== undefined).map(named),
    ...(own === undefined ? [] : derived(context, own)),
  ]
  return [
    '    Legend:',
    '        Type 1 : vPC will be suspended in case of mismatch',
    '',
    columns(WIDTHS, ['Name', 'Type', 'Local Value', 'Peer Value']),
    columns(WIDTHS, ['-------------', '----', '-'.repeat(22), '-'.repeat(23)]),
    ...rows.flatMap((row) => lines(row, heard)),
  ]
}

/**
 * `show vpc consistency-parameters vlans`: for each parameter of the pair the VLANs that pass. One of type 1 that differs
 * lets none pass, lists of VLANs let those pass that both peers have.
 */
export function consistencyOfVlans({ pair }: ShowContext): readonly string[] {
  const rows = pair?.inner?.compared.filter(({ scope, name }) => scope === 'domain' && NAMES[name] !== undefined) ?? []
  if (rows.length === 0) return ['vPC domain is not configured']
  const heard = pair?.inner?.adjacent === true
  const widths = [27, 5, 22]
  return [
    columns(widths, ['Name', 'Type', 'Reason Code', 'Pass Vlans']),
    '',
    columns(widths, ['-------------', '----', '-'.repeat(22), '-'.repeat(23)]),
    ...rows.map(({ name, type, own, peer }) => {
      const wrong = heard && own !== peer
      const theirs = (peer ?? '').split(',')
      const left = ranges(
        (own ?? '')
          .split(',')
          .filter((vlan) => theirs.includes(vlan) && vlan !== '')
          .map(Number),
      )
      const pass = !wrong || type === '2' ? '0-4095' : type === 'vlans' ? left || '-' : '-'
      return columns(widths, [NAMES[name] ?? name, type === 'vlans' ? '-' : type, wrong ? 'mismatch' : 'success', pass])
    }),
  ]
}

interface Row {
  readonly name: string
  readonly type: string
  readonly own: string | null
  readonly peer: string | null
}

function lines({ name, type, own, peer }: Row, heard: boolean): readonly string[] {
  const [left, right] = [own, heard ? peer : null].map((value) => folded(value ?? '-', 22))
  const height = Math.max(left?.length ?? 0, right?.length ?? 0)
  return Array.from({ length: height }, (_, at) =>
    columns(WIDTHS, [at === 0 ? name : '', at > 0 ? '' : type, left?.[at] ?? '', right?.[at] ?? '']),
  )
}

function named({ name, type, own, peer }: ComparedView): Row {
  const value = (text: string | null) => (text === null ? null : (VALUES[name]?.[text] ?? text))
  const list = (text: string | null) => (text === null || text === '' ? text : ranges(text.split(',').map(Number)))
  const print = type === 'vlans' || name === 'VLAN interfaces' ? list : value
  return { name: NAMES[name] ?? name, type: type === 'vlans' ? '-' : type, own: print(own), peer: print(peer) }
}

function derived(context: ShowContext, own: ShowLag): readonly Row[] {
  const peer = peerLag(context, own.lag.channel)
  const suspended = (of: ShowLag | null) => (of === null ? null : suspendedVlans(context, of))
  return [
    { name: 'Speed', type: '1', own: speed(own), peer: peer === null ? null : speed(peer) },
    { name: 'lag-id', type: '1', own: lagId(own), peer: peer === null ? null : lagId(peer) },
    { name: 'Local suspended VLANs', type: '-', own: suspended(own), peer: suspended(peer) },
  ]
}

function speed({ members }: ShowLag): string {
  const [member] = members
  return member === undefined ? '-' : `${member.link.speedGbps} Gb/s`
}

function suspendedVlans(context: ShowContext, of: ShowLag): string {
  const active = new Set(activeVlans(context, { ...of, view: { ...of.view, operational: true } }))
  return ranges(carriedVlans(of.lag.bond.vlans).filter((vlan) => !active.has(vlan))) || '-'
}

/** `[(7f9b, 0-23-4-ee-be-a, 800b, 0, 0), (ffff, 2-0-0-0-a-b, 15, 0, 0)]`: the lower system first. */
function lagId(of: ShowLag): string | null {
  const member = lacpMembers(of).find(({ lacp }) => lacp.rx === 'current')
  if (member === undefined) return null
  const ends = [member.lacp.actor, member.lacp.partner].map(({ systemPriority, system, key }) => ({
    order: systemPriority.toString(16).padStart(4, '0') + system,
    text: `(${systemPriority.toString(16)}, ${dashed(system)}, ${key.toString(16)}, 0, 0)`,
  }))
  const [first, second] = ends.toSorted((a, b) => (a.order < b.order ? -1 : 1))
  return `[${first?.text}, ${second?.text}]`
}

function dashed(mac: string): string {
  return mac
    .split(':')
    .map((octet) => Number.parseInt(octet, 16).toString(16))
    .join('-')
}

function ranges(vlans: readonly number[]): string {
  return vlans.length === 0 ? '' : vlanLists([...new Set(vlans)].toSorted((a, b) => a - b)).join(',')
}

const NAMES: Readonly<Record<string, string>> = {
  'STP mode': 'STP Mode',
  mode: 'LACP Mode',
  'LACP mode': 'mode',
  'port mode': 'Port Mode',
  'native VLAN': 'Native Vlan',
  'allowed VLANs': 'Allowed VLANs',
  VLANs: 'Allowed VLANs',
  'STP guard': 'STP Port Guard',
  'STP edge': 'STP Port Type',
  'VLAN interfaces': 'Interface-vlan admin up',
  'gateway addresses': 'HSRP addresses',
  'MAC ageing': 'MAC aging timers',
  MTU: 'MTU',
}
const VALUES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'STP mode': { rapid: 'Rapid-PVST', mst: 'MST', off: 'Disabled' },
  mode: { LACP: 'on', on: 'off' },
  'LACP mode': { static: 'on' },
  'STP guard': { none: 'Default', root: 'Root', bpdu: 'BPDU' },
  'STP edge': { on: 'Edge Trunk Port', off: 'Default' },
}
const WIDTHS = [27, 5, 22, 23]
