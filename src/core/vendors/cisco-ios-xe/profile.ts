import type { Profile, SourcedChoice } from '../../model/profile.ts'
import { ciscoIosXePlatform } from './platform.ts'

const LAYER2 = 'Cisco Catalyst 9500 Layer 2 Configuration Guide, IOS XE 17.3, "Configuring EtherChannels"'

/**
 * A Catalyst switch below a pair. It forms no pair itself: what a profile says of pairs stands for nothing here, and the
 * checks name a pair that is drawn of it.
 */
export const ciscoIosXeProfile: Profile = {
  ...ciscoIosXePlatform,
  keepaliveUdpPort: null,
  lacpOptions: { written: ['minLinks', 'maxBundle'] },
  fallback: {
    value: ['individual'],
    label: 'no port-channel standalone-disable',
    afterS: null,
    onPair: 'one-leg',
    source: `${LAYER2}, port-channel standalone-disable`,
    confidence: 'documented',
  },
  gateway: null,
  numbers: {
    'consistency-delay-ms': null,
    'member-stagger-ms': null,
    'suspend-delay-ms': null,
    'peer-link-hold-ms': null,
    'session-hold-ms': null,
    'role-priority-preferred': null,
    'role-priority-other': null,
    'keepalive-interval-ms': null,
    'keepalive-timeout-ms': null,
    'keepalive-hold-ms': null,
    'keepalive-window-ms': null,
    'heartbeat-timeout-ms': null,
    'keepalive-back-hold-ms': null,
    'keepalive-burst-ms': null,
    'peer-link-down-delay-ms': null,
    'gateway-restore-ms': null,
    'orphan-restore-ms': null,
    'reload-member-ms': null,
    'reload-orphan-ms': null,
    'dual-primary-delay-ms': null,
    'dual-primary-member-restore-ms': null,
    'dual-primary-orphan-restore-ms': null,
    'identity-bounce-ms': null,
    'system-priority': null,
    'heartbeat-interval-ms': null,
    'heartbeat-timeout-multiplier': null,
    'member-restore-ms': null,
    'solo-start-ms': null,
    'mac-ageing-ms': {
      value: 300_000,
      min: 10_000,
      max: 1_000_000_000,
      step: 1_000,
      editable: true,
      label: 'Ageing time',
      source: 'Cisco Catalyst 9500 Layer 2 Configuration Guide, mac address-table aging-time: 300 s',
      confidence: 'documented',
    },
    'link-debounce-ms': {
      value: 100,
      min: 0,
      max: 5_000,
      step: 100,
      editable: false,
      label: 'Link debounce',
      source: 'Inferred: as Nexus 9000 of the same maker',
      confidence: 'assumed',
    },
  },
  switches: {
    'peer-gateway': null,
    'backup-route': null,
    'uplinks-decide': null,
    'uplink-tracking': null,
    'dual-primary-detection': null,
    'keepalive-needed-first': null,
    'solo-start': null,
  },
  choices: {
    'gateway-hold': ofPairs('stays'),
    'on-agent-lost': ofPairs('members-stay'),
    'uplinks-back': ofPairs('members-at-once'),
    'session-path': ofPairs('peer-link'),
    'adjacency-lost-by': ofPairs('link-or-heartbeat'),
    'on-peer-link-lost': ofPairs('secondary-own-system'),
    'on-peer-silent': ofPairs('own-system'),
    'on-peer-unknown': ofPairs('own-system'),
    'suspended-and-keepalive-lost': ofPairs('stay'),
    'keepalive-back-while-split': ofPairs('nothing'),
    'orphan-hold': ofPairs('none'),
    'joint-start': ofPairs('skip'),
    election: ofPairs('priority-preempt'),
    'role-on-takeover': ofPairs('becomes-primary'),
    'on-demotion': ofPairs('members-stay'),
    'role-words': ofPairs('operational'),
    'egress-rule': ofPairs('all-frames'),
    'pair-system': ofPairs('primary-mac'),
    'member-key': ofPairs('channel'),
    'member-port-number': ofPairs('peer-times-16384'),
    'on-type-1-mismatch': ofPairs('report'),
    'on-vlan-mismatch': ofPairs('report'),
  },
}

/** What only pairs have. */
function ofPairs<T>(value: T): SourcedChoice<T> {
  return {
    value,
    others: [],
    label: 'Of pairs only',
    source: 'Cisco Catalyst switches of IOS XE form no pair of two control planes: StackWise Virtual is one switch',
    confidence: 'documented',
  }
}
