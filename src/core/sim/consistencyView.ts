import type { ParameterView } from '../model/runView.ts'
import type { Parameter } from '../protocol/mlag/messages.ts'
import type { PeerState } from '../protocol/mlag/peerState.ts'
import type { PlanDomain } from './plan.ts'
import type { Simulator } from './state.ts'

/** What the peers hold against each other, with each one's value as the peers know it and what a difference does. */
export function consistencyView(sim: Simulator, domain: PlanDomain): readonly ParameterView[] {
  const peers = domain.peers.map((index) => ({
    name: sim.plan.devices[index]?.name ?? '',
    state: sim.devices[index]?.peer ?? null,
  }))
  const [a, b] = peers.map(({ state }) => state)
  const one = a ?? b
  if (!one) return []
  const compared = one.peerParameters.length > 0
  const keys = new Map([...one.parameters, ...one.peerParameters].map((parameter) => [keyOf(parameter), parameter]))
  return [...keys.values()].map(({ scope, name, type }): ParameterView => {
    const own = valueOf(one.parameters, scope, name)
    const theirs = compared ? valueOf(one.peerParameters, scope, name) : null
    const same = own === theirs
    return {
      scope,
      name,
      type,
      values: a ? [own, theirs] : [theirs, own],
      verdict: compared ? (same ? 'equal' : 'differs') : 'not-compared',
      effects: !compared || same ? [] : peers.flatMap(({ name: peer, state }) => effectsOn(peer, state, scope, type)),
    }
  })
}

function effectsOn(
  peer: string,
  state: PeerState | null,
  scope: Parameter['scope'],
  type: Parameter['type'],
): readonly string[] {
  if (state === null) return []
  if (type === 'vlans' && scope !== 'domain') {
    const vlans = state.vlanLimits.get(scope)
    return vlans === undefined ? [] : [`${peer}: only VLANs ${vlans.join(',') || 'none'}`]
  }
  if (type !== '1') return []
  const held = scope === 'domain' ? state.bondHolds.size > 0 : state.bondHolds.has(scope)
  return held ? [`${peer}: ${state.config.words.held}`] : []
}

function valueOf(parameters: readonly Parameter[], scope: Parameter['scope'], name: string): string | null {
  return parameters.find((one) => one.scope === scope && one.name === name)?.value ?? null
}

function keyOf({ scope, name }: Parameter): string {
  return `${scope} ${name}`
}
