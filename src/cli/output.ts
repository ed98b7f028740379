import { z } from 'zod'

/** Version of every JSON output. Fields are only ever added to a version. */
export const OUTPUT_VERSION = 1

const ms = z.number().nonnegative()
const count = z.int().nonnegative()
const octet = z.string().regex(/^0x[0-9a-f]{2}$/)
const step = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)])

const peerView = z.strictObject({
  /** "primary", "secondary", "electing", "off" or the platform's operational form. */
  role: z.string(),
  peer: z.enum(['alive', 'lost', 'unknown']),
  peerLink: z.enum(['up', 'down']),
  keepalive: z.enum(['alive', 'lost', 'none']),
  step,
})

const domain = z.strictObject({
  id: z.string(),
  name: z.string(),
  platform: z.string(),
  /** The observer's; each peer's own belief is in `views`. */
  step,
  status: z.enum(['establishing', 'syncing', 'active-active', 'degraded', 'failed-over', 'dual-active', 'down']),
  /** By device name. */
  roles: z.record(z.string(), z.string()),
  reasons: z.array(z.string()),
  peerLink: z.enum(['up', 'degraded', 'down']),
  keepalive: z.enum(['alive', 'degraded', 'lost', 'none']),
  /** Router addresses of the pair; `answering`: peers that answer and forward for it. */
  gateways: z.array(
    z.strictObject({ vlan: z.int(), address: z.string(), mac: z.string(), answering: z.array(z.string()) }),
  ),
  /** By device name, of peers with uplinks: where what they route upstream goes. */
  upstream: z.record(z.string(), z.enum(['uplinks', 'peer-link', 'nowhere'])),
  dualActive: z.boolean(),
  views: z.record(z.string(), peerView),
})

const member = z.strictObject({
  port: z.string(),
  carrier: z.boolean(),
  /** Machine states; null without LACP. */
  rx: z.string().nullable(),
  mux: z.string().nullable(),
  selected: z.string().nullable(),
  actorState: octet.nullable(),
  partnerState: octet.nullable(),
  partnerSystem: z.string().nullable(),
  partnerPort: z.int().nullable(),
  /** Set while MLAG control holds the member out, by whatever mechanism the platform uses. */
  suspended: z.strictObject({ code: z.string(), text: z.string() }).nullable(),
})

const lag = z.strictObject({
  device: z.string(),
  lag: z.string(),
  role: z.enum(['mlag', 'peer-link', 'host', 'plain']),
  /** Only on the pair's own legs. */
  mlagId: z.int().nullable(),
  mode: z.enum(['active', 'passive', 'static']),
  partnerSystem: z.string().nullable(),
  partnerKey: z.int().nullable(),
  operational: z.boolean(),
  members: z.array(member),
})

/** Something that happened in the run. */
const happened = z.strictObject({ atMs: ms, text: z.string() })

const outage = z.strictObject({
  startMs: ms,
  /** Up to the end of the run while `open`. */
  durationMs: ms,
  detectMs: ms.nullable(),
  decideMs: ms.nullable(),
  restoreMs: ms.nullable(),
  /** From the fault to the trigger. */
  reactionMs: ms.nullable(),
  trigger: z.string(),
  open: z.boolean(),
  /** Assumed values of the platform's profile decided it. */
  assumed: z.boolean(),
  /**
   * Which, as the run went by them: the profile's key, the platform's words for it, the value in words, the pair or the
   * switch that it is of, and where the design file sets it within that pair; null where it cannot be set.
   */
  assumedValues: z.array(
    z.strictObject({
      key: z.string(),
      label: z.string(),
      value: z.string(),
      of: z.string(),
      setting: z.string().nullable(),
    }),
  ),
  /** What it began with and what ended detect and decide; null where nothing is known to have. */
  triggerEvent: happened.nullable(),
  detectEvent: happened.nullable(),
  decideEvent: happened.nullable(),
  /** Ids of `links` in the order in which probes took them; the last of `during` is where they ended, `lost` says why. */
  ways: z.strictObject({
    before: z.array(z.string()),
    during: z.array(z.string()),
    lost: z.string(),
    after: z.array(z.string()).nullable(),
  }),
})

const direction = z.strictObject({
  from: z.string(),
  to: z.string(),
  /** sent = delivered + lost + inFlight */
  sent: count,
  delivered: count,
  lost: count,
  inFlight: count,
  duplicated: count,
  /** Lost before the first delivery: not an outage. */
  startup: count,
  outages: z.array(outage),
})

const flow = z.strictObject({
  id: z.string(),
  from: z.string(),
  to: z.string(),
  directions: z.array(direction).length(2),
})

const bothEnds = z.tuple([count, count])

const link = z.strictObject({
  id: z.string(),
  /** `device:port`; figures are in this order: what each end sends. */
  ends: z.tuple([z.string(), z.string()]),
  role: z.enum(['peer-link', 'data', 'keepalive', 'uplink']),
  /** Probes in the last whole second, and in the last one before the first of the failures. */
  perSecond: bothEnds,
  before: z.strictObject({ atMs: ms, perSecond: bothEnds }).nullable(),
  /** Frames of hosts and of protocols since time zero. */
  data: bothEnds,
  control: bothEnds,
})

const device = z.strictObject({
  device: z.string(),
  power: z.enum(['on', 'off']),
  /** Learned addresses now in its table. */
  macs: count,
  /** Probes that it sent everywhere, not knowing where their host is. */
  floods: count,
})

const failure = z.strictObject({
  failure: z.string(),
  target: z.string(),
  options: z.record(z.string(), z.string()),
  atMs: ms,
  repairedAtMs: ms.nullable(),
})

/** What `simulate --json` prints. Names are bare, MACs lower case with colons, arrays in document order. */
export const simulateOutput = z.strictObject({
  version: z.literal(OUTPUT_VERSION),
  seed: count,
  untilMs: ms,
  settled: z.boolean(),
  events: count,
  fingerprint: z.string().regex(/^[0-9a-f]+$/),
  domains: z.array(domain),
  lags: z.array(lag),
  flows: z.array(flow),
  failures: z.array(failure),
  /** Name of the scenario that was played. */
  scenario: z.string().nullable(),
  links: z.array(link),
  devices: z.array(device),
})

export type SimulateOutput = z.infer<typeof simulateOutput>

const runCommand = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('fail'),
    failure: z.string(),
    target: z.string(),
    options: z.record(z.string(), z.string()),
  }),
  z.strictObject({ type: z.literal('repair'), failure: z.string(), target: z.string() }),
  z.strictObject({ type: z.literal('repair-all') }),
])

const finding = z.strictObject({
  /** `document/…` for errors of the file itself. */
  rule: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  message: z.string(),
  /** What to do about it. */
  wayOut: z.string(),
  /** Where in the file: `design.topology.links[3].ends[1]`; empty for the file as a whole. */
  path: z.string(),
  /** Ids of what it is about. */
  objects: z.array(z.string()),
  /** What the rule asks for, what happens otherwise, and the document that says so. */
  title: z.string(),
  why: z.string(),
  source: z.string(),
  /** What the page offers to do about it at once; null: nothing. */
  fix: z.string().nullable(),
  /** The failure it leads to, as a scenario in the form of the design file; null: none is known. */
  counterexample: z
    .strictObject({
      story: z.string(),
      scenario: z.strictObject({
        name: z.string(),
        start: z.enum(['settled', 'cold']),
        steps: z.array(z.strictObject({ at: count, command: runCommand })),
        until: count,
      }),
    })
    .nullable(),
  /** Why no run can show what the rule prevents; null where one can, on a design that has what it takes. */
  unplayable: z.string().nullable(),
})

/** What `lint --json` prints. */
export const lintOutput = z.strictObject({
  version: z.literal(OUTPUT_VERSION),
  file: z.string(),
  errors: count,
  warnings: count,
  infos: count,
  findings: z.array(finding),
  /** Rules that the design has turned off, and what they would find. */
  off: z.array(z.strictObject({ rule: z.string(), title: z.string(), reason: z.string(), findings: z.array(finding) })),
})

export type LintOutput = z.infer<typeof lintOutput>
