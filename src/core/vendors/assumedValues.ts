import type { DomainId } from '../model/ids.ts'
import type { Network } from '../model/network.ts'
import type { Profile, Profiles } from '../model/profile.ts'
import { CHOICE_KEYS, NUMBER_KEYS, SWITCH_KEYS, type ValueKey } from '../model/profileKeys.ts'
import type { Outage } from '../model/runView.ts'
import type { MlagDomain } from '../model/topology.ts'
import { effective, isOffered, NO_SETTINGS } from './effective.ts'
import { choiceWords, numberWords, switchWords } from './valueWords.ts'

/** A value that no public source states and that an outage rests on. */
export interface AssumedValue {
  readonly key: ValueKey
  /** The platform's words for it, and the value that the run went by: `Backup link time-out`, `6 s`. */
  readonly label: string
  readonly value: string
  /** Whose it is: a pair, or a switch of none. */
  readonly of: string
  /** Null where it cannot be changed in the design. */
  readonly domain: DomainId | null
  /** Where it stands in the design file, within the pair: `settings.numbers.keepalive-timeout-ms`; null as above. */
  readonly setting: string | null
}

/** What an outage rests on, each value of a pair once. What is no longer in the design, or has no profile at hand, is left out. */
export function assumedValues(net: Network, profiles: Profiles, { restsOn }: Pick<Outage, 'restsOn'>): AssumedValue[] {
  const found: AssumedValue[] = []
  for (const { device: id, key } of restsOn) {
    const device = net.devices.get(id)
    const profile = device?.kind === 'switch' ? profiles[device.vendor] : undefined
    if (device === undefined || profile === undefined) continue
    const domain = net.domainOf.get(id)
    const of = domain?.name ?? device.name
    if (!found.some((one) => one.of === of && one.key === key)) found.push(assumedValue(profile, domain, of, key))
  }
  return found
}

/** `Backup link time-out: 6 s (leafs)`, as reports and the command line tell it. */
export function assumedText({ label, value, of }: AssumedValue): string {
  return `${label}: ${value} (${of})`
}

function assumedValue(profile: Profile, domain: MlagDomain | undefined, of: string, key: ValueKey): AssumedValue {
  const { group, label, value, offered } = lookedUp(profile, domain, key)
  const changeable = domain !== undefined && offered
  return {
    key,
    label,
    value,
    of,
    domain: changeable ? domain.id : null,
    setting: changeable ? `settings.${group}.${key}` : null,
  }
}

interface LookedUp {
  readonly group: 'numbers' | 'switches' | 'choices'
  readonly label: string
  readonly value: string
  readonly offered: boolean
}

function lookedUp(profile: Profile, domain: MlagDomain | undefined, key: ValueKey): LookedUp {
  const present = effective(profile, domain?.settings ?? NO_SETTINGS)
  for (const number of NUMBER_KEYS) {
    const base = profile.numbers[number]
    if (number !== key || base === null) continue
    const value = numberWords(number, present.numbers[number]?.value ?? base.value)
    return { group: 'numbers', label: base.label, value, offered: isOffered(base) }
  }
  for (const one of SWITCH_KEYS) {
    const base = profile.switches[one]
    if (one !== key || base === null) continue
    const value = switchWords(present.switches[one]?.value ?? base.value)
    return { group: 'switches', label: base.label, value, offered: isOffered(base) }
  }
  for (const choice of CHOICE_KEYS) {
    if (choice !== key) continue
    const { label, others } = profile.choices[choice]
    const value = choiceWords(present.choices[choice].value)
    return { group: 'choices', label, value, offered: others.length > 0 }
  }
  throw new Error(`${profile.vendor} has no ${key}`)
}
