import { AGENT_LOST } from '../agentValues.ts'
import { BACKUP_ROUTE } from '../gatewayValues.ts'
import type { Profile } from '../../model/profile.ts'
import { juniperJunosPlatform } from './platform.ts'
import { GUIDE, LIVENESS, MC_AE, YANG, juniperJunosNumbers } from './timers.ts'

const PRACTICES = `${GUIDE}, best practices and usage notes: ICCP and ICL failures`

/**
 * Juniper QFX and EX with ELS, Junos 17.3 and newer: MC-LAG. ICCP runs over an interface VLAN on the ICL, and backup
 * liveness over the drawn keepalive; with the session path turned, ICCP runs over the drawn keepalive instead.
 * The primary is the peer with status-control active.
 */
export const juniperJunosProfile: Profile = {
  ...juniperJunosPlatform,
  compares: {
    value: {
      type1: ['LACP system', 'mode', 'port mode', 'native VLAN'],
      type2: ['VLANs', 'allowed VLANs', 'MTU', 'gateway addresses'],
    },
    source: `${GUIDE}, consistency check: mandatory and desired parameters; the list was read in part`,
    confidence: 'documented',
  },
  keepaliveUdpPort: null,
  // Spanning tree and active or passive LACP are in none of the hierarchies that Junos compares.
  fallback: {
    value: ['static'],
    label: 'LACP force-up',
    afterS: null,
    onPair: 'preferred-peer',
    source: 'Junos OS High Availability User Guide, Multichassis Link Aggregation: force-up on one peer only',
    confidence: 'documented',
  },
  lacpOptions: { written: ['minLinks'] },
  gateway: {
    value: 'vrrp',
    label: 'VRRP over IRB',
    source: 'Juniper MC-LAG feature summary, VRRP: master and backup both forward in active-active mode',
    confidence: 'documented',
  },
  numbers: juniperJunosNumbers,
  switches: {
    'reload-standby': null,
    'split-own-system': null,
    standalone: null,
    'peer-gateway': {
      value: false,
      editable: false,
      label: 'Routes for the IRB address of the peer',
      source: 'Inferred: the guide names static ARP towards the peer’s IRB over the ICL, no forwarding in its place',
      confidence: 'assumed',
    },
    'backup-route': BACKUP_ROUTE,
    'uplinks-decide': null,
    'uplink-tracking': {
      value: false,
      editable: true,
      label: 'Uplink failure detection',
      source:
        'Juniper Junos CLI reference, uplink-failure-detection: links-to-disable go down with the last link-to-monitor',
      confidence: 'documented',
    },
    'dual-primary-detection': null,
    'solo-start': {
      value: true,
      editable: false,
      label: 'A peer that boots alone brings its members up once ICCP is given up',
      source: `${MC_AE}: the init-delay-time ends by itself; that it does so without a peer was not seen`,
      confidence: 'assumed',
    },
    'keepalive-needed-first': {
      value: false,
      editable: false,
      label: 'The first session needs backup liveness',
      source: `${LIVENESS}: it is optional and asked only while ICCP is down`,
      confidence: 'documented',
    },
  },
  choices: {
    'gateway-hold': {
      value: 'stays',
      others: [],
      label: 'VLAN interfaces of a peer that suspends',
      source: 'Juniper MC-LAG user guide: IRB interfaces follow their ports',
      confidence: 'documented',
    },
    'on-agent-lost': AGENT_LOST,
    'uplinks-back': {
      value: 'members-at-once',
      others: ['members-wait-restore'],
      label: 'Members when a tracked uplink is back',
      source: 'Inferred: links are enabled again when a monitored link is up',
      confidence: 'assumed',
    },
    'session-path': {
      value: 'peer-link',
      others: ['keepalive-path'],
      label: 'ICCP between the peers',
      source: `${GUIDE}, configuration examples: an interface VLAN on the ICL; ${PRACTICES}: a path of its own is better`,
      confidence: 'documented',
    },
    'adjacency-lost-by': {
      value: 'link-or-heartbeat',
      others: [],
      label: 'ICCP ends with',
      source: `${GUIDE}, statement liveness-detection: BFD finds a dead peer; ${YANG}`,
      confidence: 'documented',
    },
    'on-peer-link-lost': {
      value: 'secondary-own-system',
      others: [],
      label: 'ICCP lost, peer alive',
      source: `${PRACTICES}: the standby falls back to its own LACP system, its links leave the partner's bundle; with prefer-status-control-active the active peer keeps the pair's. One table says that both fall back`,
      confidence: 'documented',
    },
    'on-peer-silent': {
      value: 'take-over',
      others: [],
      label: 'ICCP lost, backup liveness not answered',
      source: `${PRACTICES}: backup liveness inactive, no change of the LACP system`,
      confidence: 'documented',
    },
    'on-peer-unknown': {
      value: 'own-system',
      others: [],
      label: 'ICCP lost, no backup liveness',
      source: `${PRACTICES}: the standby falls back to its own LACP system`,
      confidence: 'documented',
    },
    'suspended-and-keepalive-lost': {
      value: 'stay',
      others: ['take-over'],
      label: 'Own LACP system, then backup liveness is lost',
      source: 'Inferred: what was decided when ICCP went down holds until ICCP is back',
      confidence: 'assumed',
    },
    'keepalive-back-while-split': {
      value: 'nothing',
      others: ['secondary-suspends'],
      label: 'Backup liveness back while both forward',
      source: `${LIVENESS}: the check runs only when it is started; that it is not started again is inferred`,
      confidence: 'assumed',
    },
    'orphan-hold': {
      value: 'marked',
      others: [],
      label: 'Single-homed ports',
      source: `${GUIDE}: nothing takes them down with the members; a marked one stays up as well`,
      confidence: 'documented',
    },
    'joint-start': {
      value: 'wait',
      others: [],
      label: 'Members after both peers start together',
      source: `${MC_AE}: the init-delay-time follows every start`,
      confidence: 'documented',
    },
    election: {
      value: 'priority-preempt',
      others: [],
      label: 'Which peer is the active one',
      source: `${MC_AE}: status-control is configured, nothing is elected`,
      confidence: 'documented',
    },
    'role-on-takeover': {
      value: 'keeps-role',
      others: [],
      label: 'Role after the other peer died',
      source: `${MC_AE}: status-control stays as configured`,
      confidence: 'documented',
    },
    'on-demotion': {
      value: 'members-stay',
      others: ['members-wait-restore'],
      label: 'Members when ICCP is back',
      source: 'Inferred: in normal operation both peers forward, whatever their status-control',
      confidence: 'assumed',
    },
    'role-words': {
      value: 'operational',
      others: [],
      label: 'Words for a role',
      source: `${MC_AE}: one word, status-control active or standby`,
      confidence: 'documented',
    },
    'egress-rule': {
      value: 'flooded-frames',
      others: ['all-frames'],
      label: 'From the ICL never to a member',
      source: 'ipSpace.net, MLAG Deep Dive: unicast follows the MAC table, only flooded frames need the block',
      confidence: 'assumed',
    },
    'pair-system': {
      value: 'configured',
      others: [],
      label: 'LACP system of the pair',
      source: `${GUIDE}, statement system-id; a published QFX lab`,
      confidence: 'documented',
    },
    'member-key': {
      value: 'channel',
      others: [],
      label: 'LACP key of a member',
      source: `${YANG}: admin-key is configured; the exported one is the number of the ae interface`,
      confidence: 'documented',
    },
    'member-port-number': {
      value: 'secondary-plus-0x8000',
      others: ['secondary-plus-0x4000', 'peer-times-16384'],
      label: 'LACP port numbers of the two peers',
      source: `${GUIDE}, statement chassis-id: LACP calculates the port number from it; how is not said`,
      confidence: 'assumed',
    },
    'on-type-1-mismatch': {
      value: 'both-suspend',
      others: ['report'],
      label: 'Mandatory parameters differ',
      source: `${GUIDE}, consistency check: the MC-AE stays down; the list of mandatory parameters was read in part`,
      confidence: 'documented',
    },
    'on-vlan-mismatch': {
      value: 'suspend-vlans',
      others: ['report'],
      label: 'VLANs of an MC-AE differ',
      source: `${GUIDE}, consistency check of an MC-AE's VLANs: the VLAN is not forwarded`,
      confidence: 'documented',
    },
  },
}
