/** Numbers a platform's MLAG protocol runs on. Times in milliseconds, whatever unit the platform's command takes. */
export const NUMBER_KEYS = [
  'role-priority-preferred',
  'role-priority-other',
  'system-priority',
  'keepalive-interval-ms',
  'keepalive-timeout-ms',
  /** After a lost peer-link keepalives prove nothing for so long. */
  'keepalive-hold-ms',
  /** Then one keepalive within this time proves that the peer lives. */
  'keepalive-window-ms',
  /** Both peers send extra keepalives so far apart when the hold is over. */
  'keepalive-burst-ms',
  /** A keepalive that is back while both act is believed after so long. */
  'keepalive-back-hold-ms',
  'heartbeat-interval-ms',
  'heartbeat-timeout-multiplier',
  /** Where the time-out is told as a time of its own; it wins over the multiplier. */
  'heartbeat-timeout-ms',
  /** Where the session does not run over the peer-link: from the loss of the peer-link to the reaction. */
  'peer-link-down-delay-ms',
  /** Ports of the peer-link stay dark for so long after a start. */
  'peer-link-start-ms',
  /** A port of the peer-link is down only once its light was gone for so long. */
  'peer-link-hold-ms',
  /** From what decides that this peer gives way to its members and orphans going down. */
  'suspend-delay-ms',
  'member-restore-ms',
  /** Members come up one after the other, so far apart, the lowest number first. */
  'member-stagger-ms',
  'gateway-restore-ms',
  'orphan-restore-ms',
  'reload-member-ms',
  'reload-orphan-ms',
  'solo-start-ms',
  /** A peer that starts gives the session at least so long before it goes on alone. */
  'session-hold-ms',
  /** Parameters are compared so long after they were exchanged or changed. */
  'consistency-delay-ms',
  'dual-primary-delay-ms',
  'dual-primary-member-restore-ms',
  'dual-primary-orphan-restore-ms',
  /** After a split, until members announce a system of this peer's own. */
  'split-system-delay-ms',
  /** Members go down and up again for so long when their LACP system changes. */
  'identity-bounce-ms',
  'mac-ageing-ms',
  'link-debounce-ms',
] as const
export type NumberKey = (typeof NUMBER_KEYS)[number]

/** What a platform lets the user turn on or off. */
export const SWITCH_KEYS = [
  'solo-start',
  'dual-primary-detection',
  'keepalive-needed-first',
  /** A peer routes frames that are addressed to the other peer's router address. */
  'peer-gateway',
  /** A peer without an uplink sends what it routes to the other peer, over the peer-link. */
  'backup-route',
  /** A peer without an uplink takes its members down. */
  'uplink-tracking',
  /** With the peer-link lost and the peer alive, the one without an uplink gives way, whatever its role. */
  'uplinks-decide',
  /** Members that wait after a start are lit and stand by in LACP; without it they are dark. */
  'reload-standby',
  /** The secondary of a session that is lost announces its own LACP system when the delay is over. */
  'split-own-system',
  /** Without peer-link and keepalive each peer announces its own LACP system when the delay is over. */
  'standalone',
] as const
export type SwitchKey = (typeof SWITCH_KEYS)[number]

/** Named behaviours and their values; each has an exhaustive switch in `protocol/mlag`. */
export const CHOICE_VALUES = {
  /** Where the peers' own session runs: over the peer-link, or over the path drawn as keepalive. */
  'session-path': ['peer-link', 'keepalive-path'],
  /** What ends the session: only the carrier and LACP of the peer-link, or missing heartbeats as well, or they are told only. */
  'adjacency-lost-by': ['link', 'link-or-heartbeat', 'link-heartbeat-logged'],
  /** Session lost and the keepalive says that the peer lives; what the secondary does. */
  'on-peer-link-lost': ['secondary-suspends-members', 'secondary-own-system', 'both-continue', 'nothing'],
  /** Session lost and no keepalive heard where one was. */
  'on-peer-silent': ['take-over', 'own-system'],
  /** Session lost and no keepalive path exists that could tell. */
  'on-peer-unknown': ['take-over', 'own-system'],
  /** Members are suspended for a lost peer-link, then the keepalive dies as well. */
  'suspended-and-keepalive-lost': ['stay', 'take-over', 'take-over-if-solo-start'],
  /** Both forward without a peer-link, then a keepalive is heard again. */
  'keepalive-back-while-split': ['nothing', 'secondary-suspends'],
  /**
   * Orphan ports that go down with suspended members: only marked ones, all, or none at all. `…-with-members`: whenever
   * and for as long as the members do, at a start too.
   */
  'orphan-hold': ['none', 'marked', 'all', 'marked-with-members', 'all-with-members'],
  /** Members after a start of both peers together. */
  'joint-start': ['wait', 'skip', 'secondary-waits'],
  /**
   * Who is primary when the session forms. Without preemption a peer that acts as primary keeps the role. The lower
   * priority wins unless the higher is said. By address: the lower session address, compared from its first octet or
   * from its last.
   */
  election: [
    'sticky-then-priority',
    'priority',
    'priority-preempt',
    'higher-priority',
    'higher-priority-preempt',
    'lower-address',
    'lower-address-reversed',
  ],
  'role-on-takeover': ['becomes-primary', 'keeps-role'],
  /** Members of a peer that acted as primary and must step back. */
  'on-demotion': ['members-wait-restore', 'members-stay'],
  /** How an operational role is printed: "secondary, operational primary", or just "primary". */
  'role-words': ['configured-and-operational', 'operational'],
  /** Frames that arrived over the peer-link and never leave on a member whose peer leg is up. */
  'egress-rule': ['all-frames', 'flooded-frames'],
  /** The LACP system that both peers announce. */
  'pair-system': ['cisco-domain-mac', 'primary-mac-local-bit', 'primary-mac', 'configured'],
  'member-key': ['channel-with-high-bit', 'channel', 'forty-thousand-plus', 'one-prefixed', 'kernel'],
  /** How port numbers of the two peers are kept apart. */
  'member-port-number': [
    'secondary-plus-0x4000',
    'secondary-plus-0x8000',
    'secondary-plus-1000',
    'peer-times-16384',
    'same-on-both',
  ],
  /** Parameters that must be equal differ. */
  'on-type-1-mismatch': ['secondary-suspends', 'both-suspend', 'report'],
  'on-vlan-mismatch': ['suspend-vlans', 'report'],
  /** Interface VLANs of a peer that suspends its members. */
  'gateway-hold': ['stays', 'with-members'],
  /** Members of a peer whose MLAG agent does not run. */
  'on-agent-lost': ['members-stay', 'members-down'],
  /** Members that tracking took down, when an uplink is back. */
  'uplinks-back': ['members-at-once', 'members-wait-restore'],
} as const

export type ChoiceKey = keyof typeof CHOICE_VALUES
export const CHOICE_KEYS = [
  'session-path',
  'adjacency-lost-by',
  'on-peer-link-lost',
  'on-peer-silent',
  'on-peer-unknown',
  'suspended-and-keepalive-lost',
  'keepalive-back-while-split',
  'orphan-hold',
  'joint-start',
  'election',
  'role-on-takeover',
  'on-demotion',
  'role-words',
  'egress-rule',
  'pair-system',
  'member-key',
  'member-port-number',
  'on-type-1-mismatch',
  'on-vlan-mismatch',
  'gateway-hold',
  'uplinks-back',
  'on-agent-lost',
] as const satisfies readonly ChoiceKey[]
/** Anything of a profile that a run may rest on. */
export type ValueKey = NumberKey | SwitchKey | ChoiceKey
export type Choices = { readonly [K in ChoiceKey]: (typeof CHOICE_VALUES)[K][number] }
