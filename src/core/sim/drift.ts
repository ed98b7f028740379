import { addTo } from '../protocol/lacp/bag.ts'
import type { Parameter } from '../protocol/mlag/messages.ts'
import { lacpInput } from '../protocol/lacp/system.ts'
import { BIT } from '../protocol/lacp/types.ts'
import { hostLacpKey } from '../protocol/host/bonding.ts'
import { memberKey } from '../protocol/mlag/identity.ts'
import { setMemberVlans } from './memberVlans.ts'
import { refreshHeld } from './peers.ts'
import { tellPeer } from './tellPeer.ts'
import type { PlanDevice, PlanLag } from './plan.ts'
import type { Drift } from './course.ts'
import type { Simulator } from './state.ts'

/** Makes one peer run on a configuration that differs from the other's. An empty list brings it back. */
export function applyDrifts(sim: Simulator, index: number, drifts: readonly Drift[]): void {
  const device = sim.devices[index]
  const plan = sim.plan.devices[index]
  const domain = plan && sim.plan.domains[plan.domain]
  if (!device?.power || !plan || !domain || sameDrifts(device.drifts, drifts)) return
  device.drifts = drifts
  for (const lagIndex of plan.lags) {
    const lag = sim.plan.lags[lagIndex]
    if (lag?.role === 'mlag') applyToLag(sim, plan, lag, drifts)
  }
  const number = drifts.find((drift) => drift.what === 'domain-id')?.number
  const drawn = domain.configs[plan.peer === 1 ? 1 : 0].domainNumber
  tellPeer(sim, index, { type: 'domain-number', number: number ?? drawn })
  tellPeer(sim, index, { type: 'parameters', parameters: drifted(domain.parameters[plan.peer === 1 ? 1 : 0], drifts) })
  refreshHeld(sim, plan)
  addTo(sim.dirty, index)
}

function applyToLag(sim: Simulator, plan: PlanDevice, lag: PlanLag, drifts: readonly Drift[]): void {
  const device = sim.devices[plan.index]
  if (!device) return
  let state = lag.end.mode === 'passive' ? 0 : BIT.activity
  let rate: number = lag.end.rate === 'fast' ? BIT.timeout : 0
  let channel = lag.channel
  let system = device.peer?.ownSystem === true ? plan.mac : (device.peer?.systemId ?? undefined)
  for (const drift of drifts) {
    if ('channel' in drift && drift.channel !== lag.channel) continue
    switch (drift.what) {
      case 'lacp-rate':
        rate = drift.rate === 'fast' ? BIT.timeout : 0
        break
      case 'lacp-mode':
        state = drift.mode === 'active' ? BIT.activity : 0
        break
      case 'mlag-id':
        channel = drift.to
        break
      case 'system-id':
        system = drift.system
        break
      case 'vlan-removed':
      case 'native-vlan':
      case 'mtu':
      case 'domain-id':
      case 'stp-mode':
        break
    }
  }
  setMemberVlans(sim, plan, lag.bridgePort, drifts, device.peer?.vlanLimits.get(lag.channel) ?? null)
  const rule = sim.plan.domains[plan.domain]?.configs[0].rules.choices['member-key'] ?? 'channel'
  for (const port of lag.ports) {
    if (!device.lacp.ports.has(String(port))) continue
    const speed = sim.plan.topology.links[sim.plan.ports[port]?.link ?? -1]?.speedGbps ?? 1
    const actor = {
      key: memberKey(rule, channel, hostLacpKey(speed)),
      state: state | rate | BIT.aggregation,
      ...(system === undefined ? {} : { system }),
    }
    lacpInput(device.lacp, String(port), { type: 'actor', actor }, sim.now)
  }
}

function drifted(parameters: readonly Parameter[], drifts: readonly Drift[]): readonly Parameter[] {
  let changed = parameters
  for (const drift of drifts) {
    const set = (scope: Parameter['scope'], name: string, value: (old: string) => string) => {
      changed = changed.map((p) => (p.scope === scope && p.name === name ? { ...p, value: value(p.value) } : p))
    }
    switch (drift.what) {
      case 'vlan-removed':
        set(drift.channel, 'allowed VLANs', (old) =>
          old
            .split(',')
            .filter((vlan) => vlan !== String(drift.vlan))
            .join(','),
        )
        break
      case 'native-vlan':
        set(drift.channel, 'native VLAN', () => String(drift.vlan))
        break
      case 'mtu':
        set(drift.channel, 'MTU', () => String(drift.mtu))
        break
      case 'mlag-id':
        changed = changed.map((p) => (p.scope === drift.channel ? { ...p, scope: drift.to } : p))
        break
      case 'stp-mode':
        set('domain', 'STP mode', () => drift.mode)
        break
      case 'lacp-mode':
        set(drift.channel, 'LACP mode', () => drift.mode)
        break
      case 'system-id':
        changed = changed.map((p) => (p.name === 'LACP system' ? { ...p, value: drift.system } : p))
        break
      case 'lacp-rate':
      case 'domain-id':
        break
    }
  }
  return changed
}

function sameDrifts(a: readonly Drift[], b: readonly Drift[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
