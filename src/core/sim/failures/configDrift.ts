import type { Plan } from '../plan.ts'
import type { Drift } from '../course.ts'
import { atOnce, deviceIndexOf, type Failure } from './failure.ts'

/** Says: the first MLAG bond of the peer. */
const FIRST = '0'

export const configDrift: Failure = {
  id: 'config-drift',
  label: 'Change configuration here only',
  targetKind: 'device',
  story: 'Somebody changes one thing on this peer and forgets the other.',
  options: [
    {
      key: 'what',
      label: 'What is changed',
      values: [
        'vlan-removed',
        'native-vlan',
        'mtu',
        'lacp-rate',
        'lacp-mode',
        'mlag-id',
        'system-id',
        'domain-id',
        'stp-mode',
      ],
      words: {
        'vlan-removed': 'VLAN removed',
        'native-vlan': 'native VLAN',
        mtu: 'MTU',
        'lacp-rate': 'LACP rate',
        'lacp-mode': 'LACP mode',
        'mlag-id': 'MLAG id',
        'system-id': 'LACP system id',
        'domain-id': 'domain id',
        'stp-mode': 'spanning tree mode',
      },
      standard: 'vlan-removed',
    },
    { key: 'bond', label: 'Of the bond with MLAG id', names: 'mlag-id', standard: FIRST, unnamed: 'the first one' },
  ],
  impair: (plan, target, options) => {
    const device = deviceIndexOf(plan, target)
    const domain = plan.domains[plan.devices[device]?.domain ?? -1]
    if (!domain) return { ok: false, message: 'config-drift needs a switch that is in a pair.' }
    const wanted = options['bond'] ?? FIRST
    const members = (plan.devices[device]?.lags ?? [])
      .flatMap((lag) => plan.lags[lag] ?? [])
      .filter((l) => l.role === 'mlag')
    const lag = wanted === FIRST ? members[0] : members.find(({ channel }) => String(channel) === wanted)
    if (!lag) {
      const which = wanted === FIRST ? '' : ` ${JSON.stringify(wanted.slice(0, 80))}`
      const known = members.length === 0 ? '' : ` Its bonds are ${members.map(({ channel }) => channel).join(', ')}.`
      return { ok: false, message: `${plan.devices[device]?.name} has no MLAG bond${which}.${known}` }
    }
    return atOnce([
      { on: 'config', device, drift: driftOf(plan, lag.channel, lag.index, domain.index, options['what'] ?? '') },
    ])
  },
}

function driftOf(plan: Plan, channel: number, lag: number, domain: number, what: string): Drift {
  const bond = plan.topology.bonds.find(({ id }) => id === plan.lags[lag]?.bond)
  const vlan = bond?.vlans.mode === 'access' ? bond.vlans.vlan : (bond?.vlans.allowed[0] ?? 1)
  const end = plan.lags[lag]?.end
  switch (what) {
    case 'native-vlan':
      return { what, channel, vlan: vlan === 999 ? 998 : 999 }
    case 'mtu':
      return { what, channel, mtu: bond?.mtu === 1500 ? 9000 : 1500 }
    case 'lacp-rate':
      return { what, channel, rate: end?.rate === 'fast' ? 'slow' : 'fast' }
    case 'lacp-mode':
      return { what, channel, mode: end?.mode === 'passive' ? 'active' : 'passive' }
    case 'mlag-id':
      return { what, channel, to: channel + 1000 }
    case 'system-id':
      return { what, system: '02:de:ad:00:00:01' }
    case 'domain-id':
      return { what, number: (plan.topology.domains[domain]?.number ?? 1) === 99 ? 98 : 99 }
    case 'stp-mode':
      return { what, mode: 'mst' }
    default:
      return { what: 'vlan-removed', channel, vlan }
  }
}
