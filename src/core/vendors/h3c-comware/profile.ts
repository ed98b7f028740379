import { AGENT_LOST } from '../agentValues.ts'
import { BACKUP_ROUTE } from '../gatewayValues.ts'
import { h3cComwarePlatform } from './platform.ts'
import type { Profile } from '../../model/profile.ts'
import { GUIDE, h3cComwareNumbers } from './timers.ts'

const FAILURES = `${GUIDE}, M-LAG failure handling mechanisms`
const BOTH = `${GUIDE}, Mechanisms to handle concurrent peer link and keepalive link failures`

/** H3C Comware 7: M-LAG, formerly DRNI. */
export const h3cComwareProfile: Profile = {
  ...h3cComwarePlatform,
  // In neither list of the consistency check.
  compares: {
    value: {
      type1: ['STP mode', 'LACP system', 'mode', 'port mode', 'native VLAN'],
      type2: ['VLANs', 'allowed VLANs', 'VLAN interfaces', 'gateway addresses'],
    },
    source: `${GUIDE}, Configuration consistency check: type 1 and type 2`,
    confidence: 'documented',
  },
  keepaliveUdpPort: {
    value: 6_400,
    source: `${GUIDE}, Configuring M-LAG keepalive packet parameters`,
    confidence: 'documented',
  },
  lacpOptions: { written: ['minLinks', 'maxBundle'], plainOnly: true },
  gateway: {
    value: 'same-address',
    label: 'Dual-active VLAN interface',
    source: 'H3C M-LAG configuration guide: Vlan-interfaces of both devices have the same IP and MAC address',
    confidence: 'documented',
  },
  numbers: h3cComwareNumbers,
  switches: {
    standalone: {
      value: false,
      editable: true,
      label: 'M-LAG standalone mode',
      source: `${GUIDE}, M-LAG standalone mode: off unless enabled; without peer-link and keepalive each device announces the LACP system of its interfaces, so that a partner keeps one device`,
      confidence: 'documented',
    },
    'reload-standby': null,
    'split-own-system': null,
    'peer-gateway': {
      value: true,
      editable: false,
      label: 'One router address on both devices',
      source: 'H3C M-LAG configuration guide: hosts only ever see the shared MAC address',
      confidence: 'documented',
    },
    'backup-route': BACKUP_ROUTE,
    'uplinks-decide': null,
    'uplink-tracking': {
      value: false,
      editable: true,
      label: 'Monitor Link group of the uplinks',
      source: 'H3C Monitor Link configuration guide: downlinks follow the last uplink',
      confidence: 'documented',
    },
    'solo-start': {
      value: false,
      editable: true,
      label: 'Auto-recovery',
      source: `${GUIDE}, Configuring M-LAG system auto-recovery: without it a device that boots alone keeps its members down`,
      confidence: 'documented',
    },
    'dual-primary-detection': null,
    'keepalive-needed-first': {
      value: false,
      editable: false,
      label: 'The M-LAG system needs a live keepalive to form',
      source: `${GUIDE}, M-LAG system setup process: roles over the peer-link come first, keepalives after`,
      confidence: 'documented',
    },
  },
  choices: {
    'gateway-hold': {
      value: 'stays',
      others: [],
      label: 'VLAN interfaces of a peer that suspends',
      source: 'H3C M-LAG configuration guide, MAD: Vlan-interfaces of M-LAG VLANs follow their ports',
      confidence: 'documented',
    },
    'on-agent-lost': AGENT_LOST,
    'uplinks-back': {
      value: 'members-at-once',
      others: ['members-wait-restore'],
      label: 'Members when a tracked uplink is back',
      source: 'H3C Monitor Link configuration guide: the switchover delay of downlinks is 0 unless configured',
      confidence: 'documented',
    },
    'session-path': {
      value: 'peer-link',
      others: [],
      label: 'DRCP between the peers',
      source: `${GUIDE}, M-LAG operating mechanism: DRCPDUs over the peer-link negotiate its state and carry the data`,
      confidence: 'documented',
    },
    'adjacency-lost-by': {
      value: 'link-or-heartbeat',
      others: [],
      label: 'The peer-link is down with',
      source: `${GUIDE}, DRCP timeout timers`,
      confidence: 'documented',
    },
    'on-peer-link-lost': {
      value: 'secondary-suspends-members',
      others: [],
      label: 'Peer-link lost, keepalive up',
      source: `${FAILURES}: the secondary sets all network interfaces to M-LAG MAD DOWN`,
      confidence: 'documented',
    },
    'on-peer-silent': {
      value: 'take-over',
      others: [],
      label: 'Peer-link lost and no keepalive heard',
      source: `${FAILURES}: the secondary takes over the primary role; standalone mode is not simulated and not exported`,
      confidence: 'documented',
    },
    'on-peer-unknown': {
      value: 'take-over',
      others: [],
      label: 'Peer-link lost and no keepalive drawn',
      source: `${BOTH}: both can operate as primary`,
      confidence: 'documented',
    },
    'suspended-and-keepalive-lost': {
      value: 'take-over',
      others: ['stay'],
      label: 'M-LAG MAD DOWN, then the keepalive is lost',
      source: `${BOTH}: the secondary becomes primary and brings its interfaces up; with m-lag mad persistent they stay down`,
      confidence: 'documented',
    },
    'keepalive-back-while-split': {
      value: 'secondary-suspends',
      others: [],
      label: 'Keepalive back while both are primary',
      source: `${GUIDE}, Device role calculation: with a keepalive and no peer-link roles are calculated over it, MAD acts on the secondary`,
      confidence: 'documented',
    },
    'orphan-hold': {
      value: 'all-with-members',
      others: ['marked-with-members'],
      label: 'Single-homed ports of a device in M-LAG MAD DOWN',
      source: `${GUIDE}, Configuring M-LAG MAD: all network interfaces; with default action none only the included ones`,
      confidence: 'documented',
    },
    'joint-start': {
      value: 'secondary-waits',
      others: [],
      label: 'Members after both devices start together',
      source: `${GUIDE}, Setting the data restoration interval: during setup the secondary keeps its interfaces down`,
      confidence: 'documented',
    },
    election: {
      value: 'priority',
      others: [],
      label: 'Election of the primary',
      source: `${GUIDE}, Device role calculation: who is primary stays so, then the smaller role priority, then the lower bridge MAC`,
      confidence: 'documented',
    },
    'role-on-takeover': {
      value: 'becomes-primary',
      others: [],
      label: 'Role after taking over',
      source: FAILURES,
      confidence: 'documented',
    },
    'on-demotion': {
      value: 'members-wait-restore',
      others: [],
      label: 'Members of a primary that steps back',
      source: `${GUIDE}, Setting the data restoration interval: during setup the secondary keeps its interfaces down`,
      confidence: 'documented',
    },
    'role-words': {
      value: 'operational',
      others: [],
      label: 'Words for a role',
      source: `${GUIDE}, display m-lag role: Primary, Secondary or None`,
      confidence: 'documented',
    },
    'egress-rule': {
      value: 'all-frames',
      others: [],
      label: 'From the peer-link never to a member',
      source: `${GUIDE}: frames from the peer-link are not forwarded out of an M-LAG interface whose peer interface is up`,
      confidence: 'documented',
    },
    'pair-system': {
      value: 'configured',
      others: [],
      label: 'LACP system of the pair',
      source: `${GUIDE}, Configuring the M-LAG system MAC address: the same on both, kept after a split`,
      confidence: 'documented',
    },
    'member-key': {
      value: 'forty-thousand-plus',
      others: [],
      label: 'LACP key of a member',
      source: `${GUIDE}, display link-aggregation verbose of an example: 40004 for group 4`,
      confidence: 'observed',
    },
    'member-port-number': {
      value: 'peer-times-16384',
      others: [],
      label: 'LACP port numbers of the two peers',
      source: `${GUIDE}, display link-aggregation verbose of an example: 16387 with system number 1, 32771 with 2`,
      confidence: 'observed',
    },
    'on-type-1-mismatch': {
      value: 'secondary-suspends',
      others: ['report'],
      label: 'Type 1 configuration differs',
      source: `${GUIDE}, Setting the mode of configuration consistency check: strict by default, loose only logs`,
      confidence: 'documented',
    },
    'on-vlan-mismatch': {
      value: 'report',
      others: [],
      label: 'VLANs differ',
      source: `${GUIDE}, Setting the mode of configuration consistency check: type 2 is only logged; another section says that affected service features are disabled`,
      confidence: 'documented',
    },
  },
}
