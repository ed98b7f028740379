import type { ParameterView } from '../model/runView.ts'
import { suspendedText } from '../protocol/mlag/consistency.ts'
import type { Parameter } from '../protocol/mlag/messages.ts'
import type { PeerState } from '../protocol/mlag/peerState.ts'
import type { PlanDomain } from './plan.ts'
import type { Simulator } from './state.ts'

/**
 * What the peers hold against each other, with each one's value as the peers know it and what a difference does; and
 * what their platform does not compare, as whoever sees both configurations would.
 */
export function consistencyView(sim: Simulator, domain: PlanDomain): readonly ParameterView[] {
  const peers = domain.peers.flatMap((index) => sim.devices[index]?.peer ?? [])
  const [one, other] = peers
  if (!one) return []
  const first = sim.devices[domain.peers[0]]?.peer === one
  const { parameters, peerParameters } = one
  const seen = (parameter: Parameter): readonly Parameter[] =>
    isTold(domain, parameter) ? peerParameters : (other?.parameters ?? [])
  const all = [...parameters, ...peerParameters, ...(other?.parameters ?? []).filter((p) => !isTold(domain, p))]
  const keys = new Map(all.map((parameter) => [`${parameter.scope} ${parameter.name}`, parameter]))
  return [...keys.values()].map((parameter): ParameterView => {
    const { scope, name, type } = parameter
    const heard = seen(parameter)
    const [own, theirs] = [parameters, heard].map(
      (list) => list.find((same) => same.scope === scope && same.name === name)?.value ?? null,
    )
    const values = [own ?? null, theirs ?? null] as const
    const differs = heard.length > 0 && own !== theirs
    return {
      scope,
      name,
      type,
      values: first ? values : [values[1], values[0]],
      verdict: differs ? 'differs' : heard.length > 0 ? 'equal' : 'not-compared',
      effects: differs ? peers.flatMap((peer) => effectsOn(sim, domain, peer, parameter, values)) : [],
    }
  })
}

/** The number of the domain is in every hello, also where the peers hear nothing else of each other. */
function isTold(domain: PlanDomain, { type, name }: Parameter): boolean {
  return type !== 'none' && name !== domain.parameters[0][0]?.name
}

function effectsOn(
  sim: Simulator,
  domain: PlanDomain,
  peer: PeerState,
  { scope, type, name: parameter }: Parameter,
  [own, theirs]: ParameterView['values'],
): readonly string[] {
  const index = domain.peers.find((at) => sim.devices[at]?.peer === peer) ?? -1
  const name = sim.plan.devices[index]?.name
  if (parameter === domain.parameters[0][0]?.name) return peer.adjacent ? [] : [`${name}: no pair`]
  if (type === 'vlans') {
    const limited = scope === 'domain' ? peer.vlanLimits.size > 0 : peer.vlanLimits.has(scope)
    return limited ? [`${name}: ${suspendedText({ own, peer: theirs })}`] : []
  }
  const held = scope === 'domain' ? peer.bondHolds.size > 0 : peer.bondHolds.has(scope)
  return type === '1' && held ? [`${name}: ${peer.config.words.held}`] : []
}
