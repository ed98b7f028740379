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

/** The peers need not both have it. */
export function isOneSided(text: string): boolean {
  return text.endsWith(' prefer-status-control-active') || BRIDGED_CABLE.test(text)
}

/** RouterOS: a port in the bridge that is no bond. */
const BRIDGED_CABLE = /^add bridge=\S+ interface=(?!bond\d).*/

/** What the peers have to differ in, and what stands for it. */
export const FLAT_BY_DESIGN: readonly (readonly [RegExp, string])[] = [
  [/^set system host-name .*/, 'set system host-name …'],
  [/^(add .*\bslaves=)\S+/, '$1…'],
  [/^(add .* mlag-priority=)\d+/, '$1…'],
  [/^(set bridge=.* priority=)\d+/, '$1…'],
  [BRIDGED_CABLE, 'add bridge=… interface=…'],
  [/^add bridge=\S+( tagged=\S+)?( untagged=\S+)? (vlan-ids=)/, 'add bridge=… tagged=… untagged=… $3'],
  [/^nv set system hostname .*/, 'nv set system hostname …'],
  [/^(nv set interface \S+ bond member) .*/, '$1 …'],
  [/^nv set interface \S+ ip address .*\//, 'nv set interface … ip address …/'],
  [/^nv set interface swp\S+/, 'nv set interface …'],
  [/^(nv set mlag (?:backup|priority)) \S+/, '$1 …'],
  [/^sudo config hostname .*/, 'sudo config hostname …'],
  [/^(sudo config portchannel member add \S+) \S+/, '$1 …'],
  [/^(sudo config interface ip add) \S+ [^/]+/, '$1 …'],
  [/^(sudo config mclag add \d+) \S+ \S+/, '$1 … …'],
  [/^set interfaces (?:ge|xe|et)-\S+ description .*/, 'set interfaces … description …'],
  [/^(set interfaces \S+ description) .*/, '$1 …'],
  [
    /^set interfaces (?:ge|xe|et)-\S+ unit 0 family inet address [^/]+/,
    'set interfaces … unit 0 family inet address …',
  ],
  [/^(set interfaces irb unit \d+ family inet address) [^/]+(\/\d+ vrrp-group \d+ priority) \d+/, '$1 …$2 …'],
  [/^(set interfaces \S+ unit \d+ family inet address) [^/]+/, '$1 …'],
  [/^(set routing-options static route 0\.0\.0\.0\/0 (?:qualified-)?next-hop) \S+/, '$1 …'],
  [/^(set protocols uplink-failure-detection group \S+ link-to-monitor) \S+/, '$1 …'],
  [/^(nv set vrf default router static 0\.0\.0\.0\/0(?: distance \d+)? via) \S+/, '$1 …'],
  [/^(sudo config route add prefix 0\.0\.0\.0\/0 nexthop) \S+/, '$1 …'],
  [/^add address=[^/]+(\/\d+) interface=\S+/, 'add address=…$1 interface=…'],
  [/^(add (?:distance=\d+ )?dst-address=0\.0\.0\.0\/0) gateway=\S+/, '$1 gateway=…'],
  [/^(set interfaces \S+ aggregated-ether-options mc-ae (?:chassis-id|status-control)) \S+/, '$1 …'],
  [/^set interfaces (?:ge|xe|et)-\S+/, 'set interfaces …'],
  [/^(set protocols (?:rstp|layer2-control bpdu-block) interface) (?:ge|xe|et)-\S+/, '$1 …'],
  [/^(set protocols iccp local-ip-addr) \S+/, '$1 …'],
  [/^(set protocols iccp peer) \S+ (backup-liveness-detection backup-peer-ip) \S+/, '$1 … $2 …'],
  [/^(set protocols iccp peer) \S+/, '$1 …'],
  [/^(set multi-chassis multi-chassis-protection) \S+/, '$1 …'],
]

function subjectOf(text: string): string | null {
  return SUBJECT.exec(text)?.slice(1).join('') ?? null
}

/** One port's lines: `set interfaces X`, `nv set interface swpN`, `sudo config interface … EthernetN`. */
const SUBJECT =
  /^(?:set interfaces (\S+) |nv set interface (swp\S+) |sudo config interface (?:startup|mtu|ip add) (Ethernet\d+))/
const ROUTED = /^(?:nv set interface swp\S+ ip address|sudo config interface ip add) /
const FLAT_PORT = /^set interfaces (?:ge|xe|et)-/
const FLAT_MEMBER = / 802\.3ad ae(\d+)$/
/** About one port, which the other peer need not have. */
const ABOUT_PORT =
  /^(?:nv set interface swp|set protocols (?:rstp|layer2-control bpdu-block) interface (?:ge|xe|et)-|sudo config (?:interface (?:startup|mtu)|vlan member add .*) Ethernet)/
