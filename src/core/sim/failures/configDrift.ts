import type { Plan } from '../plan.ts'
import type { Drift } from '../course.ts'
import { atOnce, deviceIndexOf, numberOf, type Failure } from './failure.ts'

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
      standard: 'vlan-removed',
    },
    { key: 'bond', label: 'Of the bond with MLAG id, 0 for the first', min: 0, max: 65_535, unit: 'id', standard: '0' },
  ],
  impair: (plan, target, options) => {
    const device = deviceIndexOf(plan, target)
    const domain = plan.domains[plan.devices[device]?.domain ?? -1]
    if (!domain) return { ok: false, message: 'config-drift needs a switch that is in a pair.' }
    const wanted = numberOf(configDrift, options, 'bond')
    const members = (plan.devices[device]?.lags ?? [])
      .flatMap((lag) => plan.lags[lag] ?? [])
      .filter((l) => l.role === 'mlag')
    const lag = wanted === 0 ? members[0] : members.find(({ channel }) => channel === wanted)
    if (!lag)
      return { ok: false, message: `${plan.devices[device]?.name} has no MLAG bond ${wanted === 0 ? '' : wanted}.` }
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
