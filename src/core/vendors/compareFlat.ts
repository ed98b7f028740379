/** What comparing has to know of formats without modes, where each line says the whole: `set interfaces ae0 mtu 9216`. */

/** Lines next to each other that configure the same thing. */
export function sameSubject(a: string, b: string): boolean {
  const subject = subjectOf(a)
  return subject !== null && subject === subjectOf(b)
}

/** What a port is there for, told by its lines; null where the lines are not about a port. */
export function flatPortPurpose(
  head: string,
  texts: readonly string[],
): 'orphan' | 'routed' | `member of ${string}` | null {
  if (ABOUT_PORT.test(head)) return texts.some((text) => ROUTED.test(text)) ? 'routed' : 'orphan'
  if (!FLAT_PORT.test(head)) return null
  const channel = texts.map((text) => FLAT_MEMBER.exec(text)?.[1]).find((found) => found !== undefined)
  if (channel !== undefined) return `member of ${channel}`
  return texts.some((text) => / family inet address /.test(text)) ? 'routed' : 'orphan'
}

/** Why only one of the peers has the line; null where both should. */
export function oneSided(text: string): Reason | null {
  if (text.endsWith(' prefer-status-control-active')) return 'role'
  return BRIDGED_CABLE.test(text) ? 'orphan' : null
}

/** RouterOS: a port in the bridge that is no bond. */
const BRIDGED_CABLE = /^add bridge=\S+ interface=(?!bond\d).*/

/** Why the peers of a pair may differ in a line. */
export type Reason = 'name' | 'address' | 'role' | 'port' | 'leads-to' | 'comment' | 'orphan'

/** What the peers have to differ in, what stands for it, and why. */
export const FLAT_BY_DESIGN: readonly (readonly [RegExp, string, Reason])[] = [
  [/^(set chassis aggregated-devices ethernet device-count) \d+/, '$1 …', 'orphan'],
  [/^set system host-name .*/, 'set system host-name …', 'name'],
  [/^(add .*\bslaves=)\S+/, '$1…', 'port'],
  [/^(add .* mlag-priority=)\d+/, '$1…', 'role'],
  [/^(set bridge=.* priority=)\d+/, '$1…', 'role'],
  [BRIDGED_CABLE, 'add bridge=… interface=…', 'orphan'],
  [/^add bridge=\S+( tagged=\S+)?( untagged=\S+)? (vlan-ids=)/, 'add bridge=… tagged=… untagged=… $3', 'port'],
  [/^nv set system hostname .*/, 'nv set system hostname …', 'name'],
  [/^(nv set interface \S+ bond member) .*/, '$1 …', 'port'],
  [/^nv set interface \S+ ipv4 address .*\//, 'nv set interface … ipv4 address …/', 'address'],
  [/^nv set interface \S+ description .*/, 'nv set interface … description …', 'leads-to'],
  [/^nv set interface swp\S+/, 'nv set interface …', 'port'],
  [/^(nv set mlag backup) \S+/, '$1 …', 'address'],
  [/^(nv set mlag priority) \S+/, '$1 …', 'role'],
  [/^set name=.*/, 'set name=…', 'name'],
  [/^sudo config hostname .*/, 'sudo config hostname …', 'name'],
  [/^(sudo config portchannel member add \S+) \S+/, '$1 …', 'port'],
  [/^(sudo config interface ip add) \S+ [^/]+/, '$1 …', 'address'],
  [/^(sudo config mclag add \d+) \S+ \S+/, '$1 … …', 'address'],
  [/^set interfaces (?:ge|xe|et)-\S+ description .*/, 'set interfaces … description …', 'leads-to'],
  [/^(set interfaces \S+ description) .*/, '$1 …', 'leads-to'],
  [
    /^set interfaces (?:ge|xe|et)-\S+ unit 0 family inet address [^/]+/,
    'set interfaces … unit 0 family inet address …',
    'address',
  ],
  [/^(set interfaces irb unit \d+ family inet address) [^/]+(\/\d+ vrrp-group \d+ priority) \d+/, '$1 …$2 …', 'role'],
  [/^(set interfaces \S+ unit \d+ family inet address) [^/]+/, '$1 …', 'address'],
  [/^(set routing-options static route 0\.0\.0\.0\/0 (?:qualified-)?next-hop) \S+/, '$1 …', 'address'],
  [/^(set protocols uplink-failure-detection group \S+ link-to-monitor) \S+/, '$1 …', 'port'],
  [/^(nv set vrf default router static 0\.0\.0\.0\/0(?: distance \d+)? via) \S+/, '$1 …', 'address'],
  [/^(sudo config route add prefix 0\.0\.0\.0\/0 nexthop) \S+/, '$1 …', 'address'],
  [/^add address=[^/]+(\/\d+) interface=\S+/, 'add address=…$1 interface=…', 'address'],
  [/^(add (?:distance=\d+ )?dst-address=0\.0\.0\.0\/0) gateway=\S+/, '$1 gateway=…', 'address'],
  [/^(set interfaces \S+ aggregated-ether-options mc-ae (?:chassis-id|status-control)) \S+/, '$1 …', 'role'],
  [/^set interfaces (?:ge|xe|et)-\S+/, 'set interfaces …', 'port'],
  [/^(set protocols (?:rstp|layer2-control bpdu-block) interface) (?:ge|xe|et)-\S+/, '$1 …', 'port'],
  [/^(set protocols iccp local-ip-addr) \S+/, '$1 …', 'address'],
  [/^(set protocols iccp peer) \S+ (backup-liveness-detection backup-peer-ip) \S+/, '$1 … $2 …', 'address'],
  [/^(set protocols iccp peer) \S+/, '$1 …', 'address'],
  [/^(set multi-chassis multi-chassis-protection) \S+/, '$1 …', 'address'],
]

function subjectOf(text: string): string | null {
  return SUBJECT.exec(text)?.slice(1).join('') ?? null
}

/** One port's lines: `set interfaces X`, `nv set interface swpN`, `sudo config interface … EthernetN`. */
const SUBJECT =
  /^(?:set interfaces (\S+) |nv set interface (swp\S+) |sudo config interface (?:startup|mtu|ip add) (Ethernet\d+))/
const ROUTED = /^(?:nv set interface swp\S+ ipv4 address|sudo config interface ip add) /
const FLAT_PORT = /^set interfaces (?:ge|xe|et)-/
const FLAT_MEMBER = / 802\.3ad ae(\d+)$/
/** About one port, which the other peer need not have. */
const ABOUT_PORT =
  /^(?:nv set interface swp|set protocols (?:rstp|layer2-control bpdu-block) interface (?:ge|xe|et)-|sudo config (?:interface (?:startup|mtu)|vlan member add .*) Ethernet)/
