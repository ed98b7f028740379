import { AGENT_LOST } from '../agentValues.ts'
import { BACKUP_ROUTE } from '../gatewayValues.ts'
import type { Profile } from '../../model/profile.ts'
import { genericPlatform } from './platform.ts'
import { DRCP, DRNI, genericNumbers } from './timers.ts'

const NONE = `${DRNI}: it has no keepalive`

/**
 * What IEEE 802.1AX says of two systems that act as one, with timers to try out. Its roles are those of the lower and the
 * higher System ID; the preferred primary stands for the lower. The peers talk in this program's frames, not in DRCP.
 */
export const genericProfile: Profile = {
  ...genericPlatform,
  compares: {
    value: {
      type1: [
        'STP mode',
        'LACP system',
        'LACP system priority',
        'mode',
        'LACP mode',
        'port mode',
        'native VLAN',
        'MTU',
      ],
      type2: [
        'VLANs',
        'allowed VLANs',
        'STP priority',
        'STP guard',
        'STP edge',
        'VLAN interfaces',
        'gateway addresses',
        'peer gateway',
        'MAC ageing',
        'LACP rate',
        'min-links',
      ],
    },
    source: 'The standard compares no more than what the pair announces; the rest as most platforms do',
    confidence: 'assumed',
  },
  keepaliveUdpPort: null,
  lacpOptions: { written: ['minLinks', 'maxBundle', 'waitToRestoreS', 'independent'] },
  gateway: {
    value: 'shared-mac',
    label: 'Virtual router',
    source: 'Inferred: the standard says nothing of routing; as most platforms do',
    confidence: 'assumed',
  },
  numbers: genericNumbers,
  switches: {
    'reload-standby': null,
    'split-own-system': null,
    standalone: null,
    'peer-gateway': {
      value: true,
      editable: true,
      label: 'Routes for the other system’s address',
      source: 'Inferred: the standard says nothing of routing',
      confidence: 'assumed',
    },
    'backup-route': BACKUP_ROUTE,
    'uplinks-decide': null,
    'uplink-tracking': {
      value: false,
      editable: true,
      label: 'Tracking of the uplinks',
      source: 'Inferred: the standard says nothing of uplinks',
      confidence: 'assumed',
    },
    'dual-primary-detection': null,
    'keepalive-needed-first': null,
    'solo-start': {
      value: true,
      editable: true,
      label: 'A system that starts alone forwards',
      source: `${DRNI}: a solo system aggregates by itself`,
      confidence: 'documented',
    },
  },
  choices: {
    'gateway-hold': {
      value: 'stays',
      others: ['with-members'],
      label: 'VLAN interfaces of a peer that suspends',
      source: 'Inferred: the standard says nothing of routing',
      confidence: 'assumed',
    },
    'on-agent-lost': AGENT_LOST,
    'uplinks-back': {
      value: 'members-at-once',
      others: ['members-wait-restore'],
      label: 'Members when a tracked uplink is back',
      source: 'Inferred: the standard says nothing of uplinks',
      confidence: 'assumed',
    },
    'session-path': {
      value: 'peer-link',
      others: [],
      label: 'DRCP between the peers',
      source: `${DRNI}: over the intra-relay connection`,
      confidence: 'documented',
    },
    'adjacency-lost-by': {
      value: 'link-or-heartbeat',
      others: ['link'],
      label: 'The peers are paired until',
      source: `${DRCP}: the link is down or nothing is heard for the time-out`,
      confidence: 'documented',
    },
    'on-peer-link-lost': {
      value: 'secondary-own-system',
      others: ['both-continue'],
      label: 'Peer-link lost',
      source: `${DRNI}: solo, each announces its own system; the lower System ID is that of the pair`,
      confidence: 'documented',
    },
    'on-peer-silent': {
      value: 'own-system',
      others: ['take-over'],
      label: 'Peer-link lost and no keepalive heard',
      source: `${DRNI}: solo`,
      confidence: 'documented',
    },
    'on-peer-unknown': {
      value: 'own-system',
      others: ['take-over'],
      label: 'Peer-link lost: the higher System ID then',
      source: `${DRNI}: solo; nothing tells whether the peer lives`,
      confidence: 'documented',
    },
    'suspended-and-keepalive-lost': {
      value: 'stay',
      others: [],
      label: 'Members held, then the keepalive is lost',
      source: NONE,
      confidence: 'documented',
    },
    'keepalive-back-while-split': {
      value: 'nothing',
      others: [],
      label: 'Keepalive back while both forward',
      source: NONE,
      confidence: 'documented',
    },
    'orphan-hold': {
      value: 'none',
      others: ['marked', 'all'],
      label: 'Single-homed ports',
      source: `${DRNI}: no part of it`,
      confidence: 'documented',
    },
    'joint-start': {
      value: 'skip',
      others: ['wait'],
      label: 'Members after both systems start together',
      source: 'The standard has no delay',
      confidence: 'documented',
    },
    election: {
      value: 'priority-preempt',
      others: ['priority'],
      label: 'Whose System ID the pair has',
      source: `${DRNI}: the lower one, whoever was there first`,
      confidence: 'documented',
    },
    'role-on-takeover': {
      value: 'becomes-primary',
      others: ['keeps-role'],
      label: 'Role of a system that forwards alone',
      source: `${DRNI}: solo, it has its own System ID`,
      confidence: 'documented',
    },
    'on-demotion': {
      value: 'members-stay',
      others: ['members-wait-restore'],
      label: 'Members when the peers pair again',
      source: 'The standard has no delay; ports go through selection where the system changes',
      confidence: 'documented',
    },
    'role-words': {
      value: 'operational',
      others: [],
      label: 'Words for a role',
      source: 'The standard has none',
      confidence: 'documented',
    },
    'egress-rule': {
      value: 'all-frames',
      others: ['flooded-frames'],
      label: 'From the peer-link never to a member',
      source: `${DRNI}: no frame reaches a LAG twice; its split by conversation ID is not simulated`,
      confidence: 'documented',
    },
    'pair-system': {
      value: 'primary-mac',
      others: ['configured'],
      label: 'LACP system of the pair',
      source: `${DRNI}: the lower System ID where none is configured`,
      confidence: 'documented',
    },
    'member-key': {
      value: 'channel',
      others: [],
      label: 'LACP key of a member',
      source: `${DRNI}: one key on both, of the manager’s choice`,
      confidence: 'documented',
    },
    'member-port-number': {
      value: 'peer-times-16384',
      others: ['secondary-plus-0x8000', 'secondary-plus-1000', 'same-on-both'],
      label: 'LACP port numbers of the two peers',
      source:
        'They must differ; the number of the system in the upper two bits, as a product derived from DRNI shows them',
      confidence: 'assumed',
    },
    'on-type-1-mismatch': {
      value: 'report',
      others: ['secondary-suspends', 'both-suspend'],
      label: 'Parameters differ',
      source: 'The standard leaves other parameters to management',
      confidence: 'assumed',
    },
    'on-vlan-mismatch': {
      value: 'report',
      others: ['suspend-vlans'],
      label: 'VLANs differ',
      source: 'The standard leaves VLANs to management',
      confidence: 'assumed',
    },
  },
}
