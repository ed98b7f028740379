import { AGENT_LOST } from '../agentValues.ts'
import { BACKUP_ROUTE } from '../gatewayValues.ts'
import type { Profile } from '../../model/profile.ts'
import { sonicPlatform } from './platform.ts'
import { CLI, HLD, ICCPD, TEAMD, sonicNumbers } from './numbers.ts'

/**
 * Community SONiC with iccpd: MCLAG. One TCP session over the drawn keepalive is session and keepalive at once; the
 * peer-link carries data only. The primary is the peer that SONiC calls active.
 */
export const sonicProfile: Profile = {
  ...sonicPlatform,
  // ICCP is TCP, port 8888.
  compares: {
    value: {
      type1: [],
      type2: ['allowed VLANs'],
    },
    source: `${ICCPD}: compares kind, VLANs and addresses of a port-channel, and logs`,
    confidence: 'documented',
  },
  keepaliveUdpPort: null,
  fallback: {
    value: ['static'],
    label: 'LACP fallback',
    afterS: null,
    onPair: 'each-peer',
    source:
      'sonic-net/sonic-utilities, config/main.py, portchannel add --fallback; sonic-net/sonic-buildimage, libteam patches',
    confidence: 'assumed',
  },
  lacpOptions: { written: ['minLinks'] },
  gateway: {
    value: 'same-address',
    label: 'Same address',
    source: 'SONiC MCLAG design document: VLAN interfaces of both peers have the same IP and MAC address',
    confidence: 'documented',
  },
  heartbeats: {
    value: { least: 3, whole: true },
    source: `${CLI}: session_timeout must be a multiple of keepalive_interval, and three times it or more`,
    confidence: 'documented',
  },
  numbers: sonicNumbers,
  switches: {
    'reload-standby': null,
    'split-own-system': null,
    standalone: null,
    'peer-gateway': {
      value: true,
      editable: false,
      label: 'One router address on both peers',
      source: 'SONiC MCLAG design document: the standby takes the MAC address of the active peer on VLAN interfaces',
      confidence: 'documented',
    },
    'backup-route': BACKUP_ROUTE,
    'uplinks-decide': null,
    'uplink-tracking': null,
    'dual-primary-detection': null,
    'solo-start': {
      value: true,
      editable: false,
      label: 'A peer that boots alone brings its port-channels up',
      source: `${ICCPD}: nothing that holds them back was found`,
      confidence: 'assumed',
    },
    'keepalive-needed-first': {
      value: false,
      editable: false,
      label: 'The first session needs a keepalive',
      source: `${HLD}: session and keepalive are one`,
      confidence: 'documented',
    },
  },
  choices: {
    'gateway-hold': {
      value: 'stays',
      others: [],
      label: 'VLAN interfaces of a peer that suspends',
      source: 'SONiC MCLAG design document: only the port-channels of MCLAG react',
      confidence: 'documented',
    },
    'on-agent-lost': AGENT_LOST,
    'uplinks-back': {
      value: 'members-at-once',
      others: [],
      label: 'Members when a tracked uplink is back',
      source: 'The platform tracks no uplinks',
      confidence: 'documented',
    },
    'session-path': {
      value: 'keepalive-path',
      others: [],
      label: 'Session between the peers',
      source: `${HLD}: ICCP between source_ip and peer_ip, not over the peer-link`,
      confidence: 'documented',
    },
    'adjacency-lost-by': {
      value: 'link-or-heartbeat',
      others: [],
      label: 'The session ends with',
      source: `${ICCPD}: no keepalive for the session-timeout`,
      confidence: 'documented',
    },
    'on-peer-link-lost': {
      value: 'nothing',
      others: [],
      label: 'Peer-link lost, session alive',
      source: `${HLD}, 7.4; ${ICCPD}, mlacp_peerlink_down_handler: addresses behind the peer-link are removed, no role changes`,
      confidence: 'documented',
    },
    'on-peer-silent': {
      value: 'own-system',
      others: [],
      label: 'Session lost',
      source: `${ICCPD}, mlacp_peer_disconn_handler: the standby goes back to its own system MAC`,
      confidence: 'documented',
    },
    'on-peer-unknown': {
      value: 'own-system',
      others: [],
      label: 'Session lost, nothing else to ask',
      source: `${ICCPD}, mlacp_peer_disconn_handler and recover_if_ipmac_on_standby: the standby goes back to its own system MAC`,
      confidence: 'documented',
    },
    'suspended-and-keepalive-lost': {
      value: 'stay',
      others: [],
      label: 'Members down, then the session is lost',
      source: `${ICCPD}: members are never taken down for a lost peer-link`,
      confidence: 'documented',
    },
    'keepalive-back-while-split': {
      value: 'nothing',
      others: [],
      label: 'Session back',
      source: `${ICCPD}: the session itself is the keepalive; roles are taken anew when it is up`,
      confidence: 'documented',
    },
    'orphan-hold': {
      value: 'marked',
      others: [],
      label: 'Single-homed ports',
      source: `${HLD}: nothing takes them down; a marked one stays up as well`,
      confidence: 'documented',
    },
    'joint-start': {
      value: 'skip',
      others: ['wait', 'secondary-waits'],
      label: 'Members after both peers start together',
      source: `${ICCPD}: no delay was found`,
      confidence: 'assumed',
    },
    election: {
      value: 'lower-address-reversed',
      others: ['lower-address'],
      label: 'Which peer is the active one',
      source: `${ICCPD}, iccp_csm_stp_role_count: addresses are compared without turning their octets, so the last octet weighs most; ${HLD}: the lower address`,
      confidence: 'observed',
    },
    'role-on-takeover': {
      value: 'keeps-role',
      others: [],
      label: 'Role after the session is lost',
      source: `${ICCPD}: the role follows from the addresses`,
      confidence: 'documented',
    },
    'on-demotion': {
      value: 'members-stay',
      others: [],
      label: 'Members when the session is back',
      source: `${ICCPD}: only the system MAC of the standby changes`,
      confidence: 'documented',
    },
    'role-words': {
      value: 'operational',
      others: [],
      label: 'Words for a role',
      source: `${HLD}, mclagdctl: Role: Active or Standby`,
      confidence: 'documented',
    },
    'egress-rule': {
      value: 'all-frames',
      others: [],
      label: 'From the peer-link never to a member',
      source: `${HLD}: peer-link and MCLAG port-channels are isolated while both legs are up`,
      confidence: 'documented',
    },
    'pair-system': {
      value: 'primary-mac',
      others: [],
      label: 'LACP system of the pair',
      source: `${HLD}; ${ICCPD}: the standby takes the system MAC of the active`,
      confidence: 'documented',
    },
    'member-key': {
      value: 'one-prefixed',
      others: [],
      label: 'LACP key of a member',
      source: 'sonic-net YANG model sonic-portchannel: lacp_key auto is the number of the port-channel after a 1',
      confidence: 'documented',
    },
    'member-port-number': {
      value: 'same-on-both',
      others: ['secondary-plus-0x4000', 'secondary-plus-0x8000'],
      label: 'LACP port numbers of the two peers',
      source: `${TEAMD}: each peer numbers its ports by itself; that nothing keeps them apart is inferred`,
      confidence: 'assumed',
    },
    'on-type-1-mismatch': {
      value: 'report',
      others: [],
      label: 'Compared parameters differ',
      source: `${ICCPD}: a warning in the log`,
      confidence: 'documented',
    },
    'on-vlan-mismatch': {
      value: 'report',
      others: [],
      label: 'VLANs of a member differ',
      source: `${ICCPD}: a warning in the log`,
      confidence: 'documented',
    },
  },
}
