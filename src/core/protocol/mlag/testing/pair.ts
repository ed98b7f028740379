import type { ValueKey } from '../../../model/profileKeys.ts'
import type { Choices, NumberKey } from '../../../model/profileKeys.ts'
import type { Parameter, PeerMessage } from '../messages.ts'
import { nextPeerDeadline, peerInput, startPeer } from '../peer.ts'
import {
  createPeer,
  sessionIsKeepalive,
  type PeerConfig,
  type PeerEffect,
  type PeerInput,
  type PeerRules,
  type PeerState,
} from '../peerState.ts'

export const MS = 1000
export const SECOND = 1_000_000

/** Times as vPC has them at its defaults. */
export const NUMBERS: Record<NumberKey, number | null> = {
  'peer-link-start-ms': null,
  'split-system-delay-ms': null,
  'consistency-delay-ms': null,
  'member-stagger-ms': null,
  'suspend-delay-ms': null,
  'peer-link-hold-ms': null,
  'session-hold-ms': null,
  'keepalive-window-ms': null,
  'keepalive-burst-ms': null,
  'peer-link-down-delay-ms': null,
  'identity-bounce-ms': null,
  'keepalive-interval-ms': 1000,
  'keepalive-timeout-ms': 5000,
  'keepalive-hold-ms': 3000,
  'heartbeat-interval-ms': null,
  'heartbeat-timeout-multiplier': null,
  'heartbeat-timeout-ms': null,
  'keepalive-back-hold-ms': null,
  'member-restore-ms': 30_000,
  'gateway-restore-ms': 10_000,
  'orphan-restore-ms': 0,
  'reload-member-ms': null,
  'reload-orphan-ms': null,
  'solo-start-ms': 240_000,
  'dual-primary-delay-ms': null,
  'dual-primary-member-restore-ms': null,
  'dual-primary-orphan-restore-ms': null,
  'system-priority': 32_667,
  'role-priority-preferred': 8192,
  'role-priority-other': 16_384,
  'mac-ageing-ms': 1_800_000,
  'link-debounce-ms': 100,
}

const CHOICES: Choices = {
  'session-path': 'peer-link',
  'on-peer-silent': 'take-over',
  'on-peer-unknown': 'take-over',
  'suspended-and-keepalive-lost': 'take-over-if-solo-start',
  'keepalive-back-while-split': 'nothing',
  'orphan-hold': 'marked',
  'joint-start': 'wait',
  'role-on-takeover': 'becomes-primary',
  'on-type-1-mismatch': 'secondary-suspends',
  'on-vlan-mismatch': 'suspend-vlans',
  'on-peer-link-lost': 'secondary-suspends-members',
  'adjacency-lost-by': 'link',
  'egress-rule': 'all-frames',
  'pair-system': 'cisco-domain-mac',
  'member-key': 'channel-with-high-bit',
  'member-port-number': 'secondary-plus-0x4000',
  election: 'sticky-then-priority',
  'on-demotion': 'members-wait-restore',
  'role-words': 'configured-and-operational',
  'gateway-hold': 'stays',
  'uplinks-back': 'members-at-once',
  'on-agent-lost': 'members-stay',
}

export function rules(
  change: {
    readonly numbers?: Partial<Record<NumberKey, number | null>>
    readonly switches?: Partial<PeerRules['switches']>
    readonly choices?: Partial<Choices>
    readonly assumed?: readonly ValueKey[]
  } = {},
): PeerRules {
  return {
    numbers: { ...NUMBERS, ...change.numbers },
    switches: {
      'solo-start': false,
      'dual-primary-detection': false,
      'keepalive-needed-first': true,
      'peer-gateway': false,
      'backup-route': false,
      'uplink-tracking': false,
      'uplinks-decide': false,
      'reload-standby': false,
      'split-own-system': false,
      standalone: false,
      ...change.switches,
    },
    choices: { ...CHOICES, ...change.choices },
    assumed: change.assumed ?? [],
  }
}

export function config(at: 0 | 1, change: Partial<PeerConfig> = {}): PeerConfig {
  return {
    domainNumber: 10,
    mac: `00:00:5e:00:53:0${at === 0 ? 'a' : 'b'}`,
    priority: at === 0 ? 8192 : 16_384,
    systemPriority: 32_667,
    hasKeepalive: true,
    systemMac: '02:00:5e:00:00:0a',
    rules: rules(),
    words: { mlag: 'vPC', held: 'suspended', keepalive: 'peer-keepalive' },
    ...change,
  }
}

/** Two peers, a peer-link and a keepalive path, in virtual time. No simulator: only what the peers say and want. */
export interface Pair {
  now: number
  readonly peers: [PeerState, PeerState]
  /** Everything each peer wanted, without messages. */
  readonly wanted: [PeerEffect[], PeerEffect[]]
  keepalivePath: boolean
  /** Drops a message over the peer-link when it says so. */
  loses: (message: PeerMessage, from: 0 | 1) => boolean
  readonly wire: { at: number; to: 0 | 1; input: PeerInput & { type: 'message' | 'keepalive' } }[]
}

const DELAY = 5

export const PARAMETERS: readonly Parameter[] = [
  { scope: 'domain', type: '1', name: 'vPC domain', value: '10' },
  { scope: 11, type: '1', name: 'MTU', value: '9216' },
  { scope: 11, type: 'vlans', name: 'allowed VLANs', value: '10,20' },
]

export function createPair(configs: readonly [PeerConfig, PeerConfig] = [config(0), config(1)]): Pair {
  const pair: Pair = {
    now: 0,
    peers: [createPeer(configs[0], PARAMETERS, 1), createPeer(configs[1], PARAMETERS, 1)],
    wanted: [[], []],
    keepalivePath: true,
    loses: () => false,
    wire: [],
  }
  for (const at of [0, 1] as const) {
    const out: PeerEffect[] = []
    startPeer(pair.peers[at], 0, out)
    carryOut(pair, at, out)
  }
  return pair
}

export function tell(pair: Pair, at: 0 | 1, input: PeerInput): void {
  const out: PeerEffect[] = []
  peerInput(pair.peers[at], input, pair.now, out)
  carryOut(pair, at, out)
}

export function peerLink(pair: Pair, up: boolean): void {
  if (!up) pair.wire.splice(0, pair.wire.length, ...pair.wire.filter(({ input }) => input.type === 'keepalive'))
  for (const at of [0, 1] as const) tell(pair, at, { type: 'peer-link', up })
}

export function run(pair: Pair, until: number): void {
  for (;;) {
    const frame = pair.wire.toSorted((a, b) => a.at - b.at)[0]
    const deadlines = pair.peers.map((peer) => nextPeerDeadline(peer) ?? Number.POSITIVE_INFINITY)
    const next = Math.min(frame?.at ?? Number.POSITIVE_INFINITY, ...deadlines)
    if (next > until) {
      pair.now = until
      return
    }
    pair.now = Math.max(pair.now, next)
    if (frame && frame.at <= next) {
      pair.wire.splice(pair.wire.indexOf(frame), 1)
      tell(pair, frame.to, frame.input)
    } else for (const at of [0, 1] as const) if ((deadlines[at] ?? 0) <= next) tell(pair, at, { type: 'timers' })
  }
}

/** Both peers up, peer-link up, adjacency formed and members released. */
export function runningPair(configs?: readonly [PeerConfig, PeerConfig]): Pair {
  const pair = createPair(configs)
  peerLink(pair, true)
  run(pair, 40 * SECOND)
  return pair
}

function carryOut(pair: Pair, at: 0 | 1, out: PeerEffect[]): void {
  const to = at === 0 ? 1 : 0
  for (const effect of out) {
    if (effect.do === 'send') {
      const path = sessionIsKeepalive(pair.peers[at]) ? pair.keepalivePath : pair.peers[at].peerLinkUp
      const carried = path && !pair.loses(effect.message, at)
      if (carried) pair.wire.push({ at: pair.now + DELAY, to, input: { type: 'message', message: effect.message } })
    } else if (effect.do === 'send-keepalive') {
      const input = { type: 'keepalive', acts: effect.acts, noUplink: effect.noUplink } as const
      if (pair.keepalivePath) pair.wire.push({ at: pair.now + DELAY, to, input })
    } else {
      pair.wanted[at].push(effect)
      if (effect.do === 'send-table') tell(pair, at, { type: 'table', entries: [] })
    }
  }
}

/** Roles of both peers, in order. */
export const roles = (pair: Pair) => pair.peers.map(({ role }) => role)

/** Why each peer holds its members; null: it does not. */
export const held = (pair: Pair) => pair.peers.map(({ members }) => members?.cause ?? null)
