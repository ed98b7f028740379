import { DRIFT_KINDS, type DriftKind } from '../course.ts'
import { DRIFT_CHANGES, DRIFT_WORDS } from './driftKinds.ts'
import { atOnce, deviceIndexOf, type Failure } from './failure.ts'

/** Says: the first MLAG bond of the peer. */
const FIRST = '0'

export const configDrift: Failure = {
  id: 'config-drift',
  label: 'Change configuration here only',
  targetKind: 'device',
  story: 'Somebody changes one thing on this peer and forgets the other.',
  options: [
    { key: 'what', label: 'What is changed', values: DRIFT_KINDS, words: DRIFT_WORDS, standard: 'vlan-removed' },
    { key: 'bond', label: 'Of the bond with MLAG id', names: 'mlag-id', standard: FIRST, unnamed: 'the first one' },
  ],
  impair: (plan, target, options) => {
    const device = deviceIndexOf(plan, target)
    const at = plan.devices[device]
    const domain = plan.domains[at?.domain ?? -1]
    if (!at || !domain) return { ok: false, message: 'config-drift needs a switch that is in a pair.' }
    const what = kindOf(options['what'])
    const { name, ofBond, to } = DRIFT_CHANGES[what]
    const wanted = options['bond'] ?? FIRST
    const members = at.lags.flatMap((index) => plan.lags[index] ?? []).filter(({ role }) => role === 'mlag')
    const lag = wanted === FIRST ? members[0] : members.find(({ channel }) => String(channel) === wanted)
    if (!lag && (ofBond || wanted !== FIRST)) {
      const which = wanted === FIRST ? '' : ` ${JSON.stringify(wanted.slice(0, 80))}`
      const known = members.length === 0 ? '' : ` Its bonds are ${members.map(({ channel }) => channel).join(', ')}.`
      return { ok: false, message: `${at.name} has no MLAG bond${which}.${known}` }
    }
    const scope = ofBond && lag ? lag.channel : 'domain'
    const parameter = domain.parameters[at.peer === 1 ? 1 : 0].find(
      (one) => one.scope === scope && (name === null || one.name === name),
    )
    const vlans = plan.topology.bonds.find(({ id }) => id === lag?.bond)?.vlans
    const value =
      parameter === undefined
        ? null
        : to(parameter.value, {
            channel: lag?.channel ?? 0,
            vlan: String(vlans?.mode === 'trunk' ? vlans.allowed[0] : (vlans?.vlan ?? plan.topology.vlans[0]?.id)),
            members: lag?.ports.length ?? 1,
          })
    if (parameter === undefined || value === null || value === parameter.value) {
      return { ok: false, message: `${at.name} has no ${name ?? 'domain id'} that could be changed like that.` }
    }
    return atOnce([{ on: 'config', device, drift: { what, scope, name: parameter.name, value } }])
  },
}

function kindOf(what: string | undefined): DriftKind {
  return DRIFT_KINDS.find((kind) => kind === what) ?? 'vlan-removed'
}
