import type { Parameter } from './messages.ts'
import type { ValueKey } from '../../model/profileKeys.ts'
import { restsOn, startDelay, stopTimer } from './basis.ts'
import { timeUs, type Mismatch, type PeerEffect, type PeerState } from './peerState.ts'

/** What the platform's peers tell each other, of all that each is configured with. */
export function told(parameters: readonly Parameter[]): readonly Parameter[] {
  return parameters.filter(({ type }) => type !== 'none')
}

/** Differences between both peers' parameters. Empty: consistent. */
export function compareParameters(own: readonly Parameter[], peer: readonly Parameter[]): readonly Mismatch[] {
  const theirs = new Map(peer.map((parameter) => [keyOf(parameter), parameter.value]))
  const mine = new Set(own.map(keyOf))
  const differing = own.flatMap(({ scope, name, type, value }) => {
    const other = theirs.get(keyOf({ scope, name })) ?? null
    return other === value ? [] : [{ scope, name, type, own: value, peer: other }]
  })
  const missing = peer.filter((parameter) => !mine.has(keyOf(parameter)))
  return [
    ...differing,
    ...missing.map(({ scope, name, type, value }) => ({ scope, name, type, own: null, peer: value })),
  ]
}

/** A difference in words. */
export function mismatchText({ scope, name, own, peer }: Mismatch): string {
  const what = scope === 'domain' ? name : `${name} of ${scope}`
  return `${what}: ${own ?? 'nothing'} here, ${peer ?? 'nothing'} at the peer`
}

/** VLANs that one peer has and the other does not: `VLAN 10 suspended`. */
export function suspendedText(...of: readonly Pick<Mismatch, 'own' | 'peer'>[]): string {
  const gone = [...new Set(of.flatMap(({ own, peer }) => onlyIn(own, peer)))].toSorted((a, b) => a - b)
  return `${gone.length === 1 ? 'VLAN' : 'VLANs'} ${gone.join(', ')} suspended`
}

/** Compares again and suspends or releases member bonds and VLANs as the platform does. */
export function checkConsistency(state: PeerState, out: PeerEffect[]): void {
  const before = state.mismatches.map(mismatchText)
  state.mismatches = compareParameters(told(state.parameters), state.peerParameters)
  for (const mismatch of state.mismatches) {
    const text = mismatchText(mismatch)
    if (!before.includes(text)) event(state, out, 'notice', 'waiting', `parameters differ: ${text}`)
  }
  limitVlans(state, out)
  suspendBonds(state, out)
}

/** Compares at once, or after the delay that the platform has for it. */
export function compareSoon(state: PeerState, now: number, out: PeerEffect[]): void {
  if (timeUs(state, 'consistency-delay-ms') === 0) checkConsistency(state, out)
  else if (state.timers.consistency === null) startDelay(state, 'consistency', now, 'consistency-delay-ms')
}

/** Drops every suspension that the comparison caused; without a peer there is nothing to compare. */
export function forgetComparison(state: PeerState, out: PeerEffect[]): void {
  stopTimer(state, 'consistency')
  state.peerParameters = []
  state.mismatches = []
  for (const channel of state.bondHolds.keys())
    out.push({ do: 'hold-bond', channel, hold: null, restsOn: restsOn(state) })
  state.bondHolds.clear()
  for (const channel of state.vlanLimits.keys()) out.push({ do: 'limit-vlans', channel, vlans: null })
  state.vlanLimits.clear()
}

function suspendBonds(state: PeerState, out: PeerEffect[]): void {
  const rule = state.config.rules.choices['on-type-1-mismatch']
  const acts = rule === 'both-suspend' || (rule === 'secondary-suspends' && state.role === 'secondary')
  const wrong = acts ? state.mismatches.filter(({ type }) => type === '1') : []
  // A bond whose number was changed is held under the new one, or no more.
  for (const channel of new Set([...channelsOf(state), ...state.bondHolds.keys()])) {
    const cause = wrong.find(({ scope }) => scope === 'domain' || scope === channel)
    const held = state.bondHolds.get(channel)
    if (cause !== undefined && held === undefined) {
      const hold = { code: 'inconsistent', text: `${state.config.words.held}: ${mismatchText(cause)}` }
      state.bondHolds.set(channel, hold)
      const text = `${state.config.words.mlag} ${channel} ${hold.text}`
      event(state, out, 'reaction', 'suspended', text, 'on-type-1-mismatch')
      out.push({ do: 'hold-bond', channel, hold, restsOn: restsOn(state, 'on-type-1-mismatch') })
    } else if (cause === undefined && held !== undefined) {
      state.bondHolds.delete(channel)
      out.push({ do: 'hold-bond', channel, hold: null, restsOn: restsOn(state) })
    }
  }
}

function limitVlans(state: PeerState, out: PeerEffect[]): void {
  if (state.config.rules.choices['on-vlan-mismatch'] !== 'suspend-vlans') return
  for (const channel of channelsOf(state)) {
    // Of the bond, or of the switch as a whole: what only one of the peers has.
    const differing = state.mismatches.filter(
      ({ type, scope }) => type === 'vlans' && (scope === channel || scope === 'domain'),
    )
    const gone = differing.flatMap(({ own, peer }) => onlyIn(own, peer))
    const allowed = state.parameters.find(({ type, scope }) => type === 'vlans' && scope === channel)?.value
    const limit = gone.length === 0 ? null : listOf(allowed).filter((vlan) => !gone.includes(vlan))
    const before = state.vlanLimits.get(channel) ?? null
    if (limit?.join() === before?.join()) continue
    if (limit === null) state.vlanLimits.delete(channel)
    else state.vlanLimits.set(channel, limit)
    const text =
      limit === null ? 'all VLANs forwarded again' : `${suspendedText(...differing)}, allowed by one peer only`
    event(
      state,
      out,
      'reaction',
      limit === null ? 'forwarding' : 'suspended',
      `${state.config.words.mlag} ${channel}: ${text}`,
      'on-vlan-mismatch',
    )
    out.push({ do: 'limit-vlans', channel, vlans: limit })
  }
}

/** Member bonds this peer has parameters for. */
export function channelsOf(state: PeerState): readonly number[] {
  const scopes = state.parameters.flatMap(({ scope }) => (scope === 'domain' ? [] : [scope]))
  return [...new Set(scopes)]
}

function onlyIn(own: string | null, peer: string | null): readonly number[] {
  const [mine, theirs] = [listOf(own), listOf(peer)]
  return [...mine.filter((vlan) => !theirs.includes(vlan)), ...theirs.filter((vlan) => !mine.includes(vlan))]
}

function listOf(text: string | null | undefined): readonly number[] {
  return (text ?? '').split(',').flatMap((vlan) => (vlan === '' ? [] : [Number(vlan)]))
}

function keyOf({ scope, name }: Pick<Parameter, 'scope' | 'name'>): string {
  return `${scope} ${name}`
}

function event(
  state: PeerState,
  out: PeerEffect[],
  kind: 'notice' | 'reaction',
  word: 'waiting' | 'suspended' | 'forwarding',
  text: string,
  ...keys: readonly ValueKey[]
): void {
  out.push({ do: 'event', kind, state: word, text, restsOn: restsOn(state, ...keys) })
}
