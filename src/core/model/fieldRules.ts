/** What a single value of a design may be: the same rule for files and for what is typed into the page. */
export type FieldRule = TextRule | NumberRule

export interface TextRule {
  readonly kind: 'text'
  readonly pattern: RegExp
  /** Goes on after the name of the field: "must be …". */
  readonly rule: string
}

export interface NumberRule {
  readonly kind: 'number'
  readonly min: number
  readonly max: number
  /** Whole multiples of it; 0 where any fraction goes. */
  readonly step: number
  readonly rule: string
}

/** Names of devices and domains. */
export const NAME = text(
  /^[A-Za-z0-9._-]{1,63}$/,
  'may hold letters, digits, dot, hyphen and underscore, 1 to 63 of them',
)

/** Names of VLANs and VRFs. */
export const SHORT_NAME = text(
  /^[A-Za-z0-9._-]{1,32}$/,
  'may hold letters, digits, dot, hyphen and underscore, 1 to 32 of them',
)

/** Titles and labels: no control characters, no line ends, nothing that turns the direction of writing. */
export const FREE_TEXT = text(
  /^[^\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]{0,120}$/u,
  'must be one line of at most 120 characters',
)

/** Names of scenarios and bookmarks. */
export const CAPTION = text(
  /^[^\s\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]([^\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]{0,78}[^\s\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069])?$/u,
  'must be one line of 1 to 80 characters that neither begins nor ends with a space',
)

/** Ids of lint rules. */
export const RULE_ID = text(
  /^[a-z0-9-]{1,40}\/[a-z0-9-]{1,60}$/,
  'must be the id of a rule, such as peer-link/two-cables',
)

/** Why a rule is turned off. */
export const REASON = text(
  /^(?=.*\S)[^\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]{1,240}$/u,
  'must be one line of 1 to 240 characters',
)

/** Notes on the canvas: several lines. */
export const NOTE_TEXT = text(
  /^(\n|[^\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]){0,2000}$/u,
  'may have at most 2000 characters, without control characters',
)

export const ID = text(
  /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/,
  'must be an id of letters, digits, dot, hyphen and underscore',
)

export const PORT_NAME = text(
  /^[A-Za-z0-9][A-Za-z0-9/._-]{0,31}$/,
  'must be an interface name such as Ethernet1/1, mgmt0 or eth0',
)

export const MAC = text(
  /^(?!00:00:00:00:00:00$)[0-9a-f][02468ace](:[0-9a-f]{2}){5}$/,
  'must be a unicast MAC address in lower case with colons, such as 00:00:5e:00:53:0a',
)

export const IPV4 = text(
  /^(?!0\.|127\.)(22[0-3]|2[01]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}$/,
  'must be an IPv4 host address such as 10.0.10.11',
)

export const VLAN_ID = whole(1, 4094)
export const MTU = whole(576, 9216)
export const DELAY_US = whole(1, 10_000_000)
export const SPEED_GBPS = within(0.01, 1600, 'must be a speed in Gbit/s from 0.01 to 1600')
export const CHANNEL = whole(0, 4096)
export const MEMBER_COUNT = whole(1, 64)
export const LACP_WAIT_S = whole(0, 3_600)
export const DOMAIN_NUMBER = whole(1, 65_535)
export const PREFIX_LENGTH = whole(8, 31)
export const LACP_PRIORITY = whole(0, 65_535)
export const STP_PRIORITY: NumberRule = {
  kind: 'number',
  min: 0,
  max: 61_440,
  step: 4096,
  rule: 'must be a multiple of 4096 from 0 to 61440',
}
export const STP_COST = whole(1, 200_000_000)
export const UDP_PORT = whole(1, 65_535)
export const PORT_INDEX = whole(1, 1024)
/** Settings of a domain; the platform's profile knows the narrower range. */
export const SETTING = whole(0, 2 ** 31 - 1)
/** Microseconds of a run: at most a week. */
export const RUN_TIME = whole(0, 604_800_000_000)
/** CSS px. */
export const COORDINATE = within(-100_000, 100_000, 'must be a position from -100000 to 100000')

/** Width and height of a note, CSS px. */
export const NOTE_SIZE = within(32, 2_000, 'must be a size from 32 to 2000')

/** Most items in each list of a design. */
export const LIST_LIMITS = {
  devices: 500,
  ports: 10_000,
  links: 5_000,
  bonds: 2_000,
  domains: 250,
  gateways: 256,
  vlans: 4_094,
  flows: 2_000,
  members: 64,
  allowed: 4_094,
  scenarios: 200,
  steps: 500,
  bookmarks: 500,
  off: 500,
  notes: 500,
  collapsed: 250,
  locked: 500,
} as const

/** Why a value breaks a rule, to go on after the name of its field; null when it keeps it. */
export function brokenRule(rule: FieldRule, value: unknown): string | null {
  if (rule.kind === 'text') return typeof value === 'string' && rule.pattern.test(value) ? null : rule.rule
  const fits = typeof value === 'number' && value >= rule.min && value <= rule.max
  return fits && (rule.step === 0 || value % rule.step === 0) ? null : rule.rule
}

function text(pattern: RegExp, rule: string): TextRule {
  return { kind: 'text', pattern, rule }
}

function whole(min: number, max: number): NumberRule {
  return { kind: 'number', min, max, step: 1, rule: `must be a whole number from ${min} to ${max}` }
}

function within(min: number, max: number, rule: string): NumberRule {
  return { kind: 'number', min, max, step: 0, rule }
}
