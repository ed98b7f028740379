import { addTo } from '../protocol/lacp/bag.ts'
import type { Parameter } from '../protocol/mlag/messages.ts'
import { lacpInput } from '../protocol/lacp/system.ts'
import { BIT } from '../protocol/lacp/types.ts'
import { setPort } from '../protocol/rstp/bridge.ts'
import type { Drift, DriftKind } from './course.ts'
import { drifted } from './drifted.ts'
import { pairIdentityOf } from './lacpIdentity.ts'
import { setMemberVlans } from './memberVlans.ts'
import { refreshHeld } from './peers.ts'
import type { PlanDevice, PlanLag } from './plan.ts'
import type { Simulator } from './state.ts'
import { tellPeer } from './tellPeer.ts'

/** Makes one peer run on a configuration that differs from the other's. An empty list brings it back. */
export function applyDrifts(sim: Simulator, index: number, drifts: readonly Drift[]): void {
  const device = sim.devices[index]
  const plan = sim.plan.devices[index]
  const domain = plan && sim.plan.domains[plan.domain]
  if (!device?.power || !plan || !domain || JSON.stringify(device.drifts) === JSON.stringify(drifts)) return
  device.drifts = drifts
  const side = plan.peer === 1 ? 1 : 0
  const { numbers } = domain.configs[side].rules
  const changed = (what: DriftKind): string | undefined => drifted(sim, index, what)
  const ms = (what: DriftKind, drawn: number | null): number | null => {
    const text = changed(what)
    return text === undefined ? drawn : Number.parseFloat(text) * 1000
  }
  if (device.bridge) device.bridge.ageingUs = (ms('mac-ageing', null) ?? plan.ageingUs / 1000) * 1000
  for (const lagIndex of plan.lags) {
    const lag = sim.plan.lags[lagIndex]
    if (lag?.role === 'mlag') applyToLag(sim, plan, lag)
  }
  for (const port of plan.bridgePorts.keys()) setMemberVlans(sim, plan, port)
  tellPeer(sim, index, {
    type: 'numbers',
    numbers: {
      ...numbers,
      'keepalive-interval-ms': ms('keepalive-interval', numbers['keepalive-interval-ms']),
      'member-restore-ms': ms('restore-delay', numbers['member-restore-ms']),
    },
  })
  tellPeer(sim, index, {
    type: 'domain-number',
    number: Number(changed('domain-id') ?? domain.configs[side].domainNumber),
  })
  tellPeer(sim, index, { type: 'parameters', parameters: domain.parameters[side].map((p) => withDrifts(p, drifts)) })
  refreshHeld(sim, plan)
  addTo(sim.dirty, index)
}

function applyToLag(sim: Simulator, plan: PlanDevice, lag: PlanLag): void {
  const device = sim.devices[plan.index]
  const domain = sim.plan.domains[plan.domain]
  if (!device || !domain) return
  const changed = (what: DriftKind): string | undefined => drifted(sim, plan.index, what, lag.channel)
  const mode = changed('lacp-mode') ?? lag.end.mode
  const rate = changed('lacp-rate') ?? lag.end.rate
  const number = plan.bridgePorts[lag.bridgePort]?.stp ?? 0
  const drawn = plan.stp?.ports.find((port) => port.number === number)
  if (device.stp && drawn) {
    const guard = changed('stp-guard')
    const edge = changed('stp-edge')
    setPort(device.stp.bridge, {
      ...drawn,
      guard: guard === 'root' || guard === 'none' ? guard : drawn.guard,
      edge: edge === undefined ? drawn.edge : edge === 'on',
    })
  }
  const { peer } = device
  for (const port of lag.ports) {
    if (!device.lacp.ports.has(String(port))) continue
    const state = (mode === 'passive' ? 0 : BIT.activity) | (rate === 'fast' ? BIT.timeout : 0) | BIT.aggregation
    const systemId = peer?.ownSystem === true ? plan.mac : peer?.systemId
    const identity =
      peer && systemId && peer.offset !== null
        ? pairIdentityOf(sim, plan, lag, port, {
            do: 'identity',
            systemId,
            systemPriority: peer.config.systemPriority,
            offset: peer.offset,
          })
        : {}
    lacpInput(device.lacp, String(port), { type: 'actor', actor: { ...identity, state } }, sim.now)
    lacpInput(device.lacp, String(port), { type: 'lacp-enabled', enabled: changed('lacp-off') === undefined }, sim.now)
  }
}

function withDrifts(parameter: Parameter, drifts: readonly Drift[]): Parameter {
  return drifts.reduce(
    (now, { what, scope, name, value }) =>
      parameter.scope !== scope
        ? now
        : what === 'mlag-id'
          ? { ...now, scope: Number(value) }
          : parameter.name === name
            ? { ...now, value }
            : now,
    parameter,
  )
}
