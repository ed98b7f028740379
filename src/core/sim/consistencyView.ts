import type { ParameterView } from '../model/runView.ts'
import { suspendedText } from '../protocol/mlag/consistency.ts'
import type { PeerState } from '../protocol/mlag/peerState.ts'
import type { PlanDomain } from './plan.ts'
import type { Simulator } from './state.ts'

/** What the peers hold against each other, with each one's value as the peers know it and what a difference does. */
export function consistencyView(sim: Simulator, domain: PlanDomain): readonly ParameterView[] {
  const peers = domain.peers.flatMap((index) => sim.devices[index]?.peer ?? [])
  const one = peers[0]
  if (!one) return []
  const { parameters, peerParameters } = one
  const first = sim.devices[domain.peers[0]]?.peer === one
  const all = [...parameters, ...peerParameters]
  const keys = new Map(all.map((parameter) => [`${parameter.scope} ${parameter.name}`, parameter]))
  return [...keys.values()].map(({ scope, name, type }): ParameterView => {
    const [own, theirs] = [parameters, peerParameters].map(
      (list) => list.find((other) => other.scope === scope && other.name === name)?.value ?? null,
    )
    const values = [own ?? null, theirs ?? null] as const
    const differs = peerParameters.length > 0 && own !== theirs
    return {
      scope,
      name,
      type,
      values: first ? values : [values[1], values[0]],
      verdict: differs ? 'differs' : peerParameters.length > 0 ? 'equal' : 'not-compared',
      effects: differs ? peers.flatMap((peer) => effectsOn(sim, domain, peer, scope, type, values)) : [],
    }
  })
}

function effectsOn(
  sim: Simulator,
  domain: PlanDomain,
  peer: PeerState,
  scope: ParameterView['scope'],
  type: ParameterView['type'],
  [own, theirs]: ParameterView['values'],
): readonly string[] {
  const index = domain.peers.find((at) => sim.devices[at]?.peer === peer) ?? -1
  const name = sim.plan.devices[index]?.name
  const limited = scope !== 'domain' && type === 'vlans' && peer.vlanLimits.has(scope)
  if (limited) return [`${name}: ${suspendedText({ own, peer: theirs })}`]
  const held = scope === 'domain' ? peer.bondHolds.size > 0 : peer.bondHolds.has(scope)
  return type === '1' && held ? [`${name}: ${peer.config.words.held}`] : []
}
