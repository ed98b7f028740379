import { recordOf } from '../model/records.ts'
import { numberWords } from './valueWords.ts'
import { NUMBER_KEYS, SWITCH_KEYS } from '../model/profileKeys.ts'
import type { Confidence, Profile, SourcedNumber, SourcedSwitch } from '../model/profile.ts'
import type { Choices, NumberKey, SwitchKey } from '../model/profileKeys.ts'
import type { DomainSettings } from '../model/topology.ts'

/** A value that the simulator runs on and, where the platform has a command, the exporter writes. */
export interface Resolved<T> {
  readonly value: T
  /** Of the platform's value, whoever set it: an outage that rests on an `assumed` one says so. */
  readonly confidence: Confidence
  /** The design says so, not the platform's default. */
  readonly set: boolean
}

/** What a domain runs on: its settings over its platform's profile. `null`: the platform has no such thing. */
export interface Effective {
  readonly numbers: Readonly<Record<NumberKey, Resolved<number> | null>>
  readonly switches: Readonly<Record<SwitchKey, Resolved<boolean> | null>>
  readonly choices: { readonly [K in keyof Choices]: Resolved<Choices[K]> }
  /** Settings that the platform cannot take, as sentences. Its default holds instead, simulated and exported alike. */
  readonly refused: readonly string[]
}

export const NO_SETTINGS: DomainSettings = { numbers: {}, switches: {}, choices: {} }

/** Settings of keys that the platform does not have, or does not let anyone change, are passed over in silence. */
export function effective(profile: Profile, settings: DomainSettings): Effective {
  const refused: string[] = []

  function numberOf(key: NumberKey): Resolved<number> | null {
    const base = profile.numbers[key]
    if (base === null) return null
    const wanted = settings.numbers[key]
    if (wanted === undefined || !isOffered(base)) return { value: base.value, confidence: base.confidence, set: false }
    const problem = numberProblem(key, base, wanted)
    if (problem === null) return { value: wanted, confidence: base.confidence, set: true }
    refused.push(problem)
    return { value: base.value, confidence: base.confidence, set: false }
  }

  function switchOf(key: SwitchKey): Resolved<boolean> | null {
    const base = profile.switches[key]
    if (base === null) return null
    const wanted = settings.switches[key]
    if (wanted === undefined || !isOffered(base)) return { value: base.value, confidence: base.confidence, set: false }
    return { value: wanted, confidence: base.confidence, set: true }
  }

  function choiceOf<K extends keyof Choices>(key: K): Resolved<Choices[K]> {
    const base = profile.choices[key]
    const wanted: Choices[K] | undefined = settings.choices[key]
    if (wanted === undefined || !base.others.includes(wanted)) {
      return { value: base.value, confidence: base.confidence, set: false }
    }
    return { value: wanted, confidence: base.confidence, set: true }
  }

  return {
    numbers: recordOf(NUMBER_KEYS, numberOf),
    switches: recordOf(SWITCH_KEYS, switchOf),
    choices: {
      'session-path': choiceOf('session-path'),
      'adjacency-lost-by': choiceOf('adjacency-lost-by'),
      'on-peer-link-lost': choiceOf('on-peer-link-lost'),
      'on-peer-silent': choiceOf('on-peer-silent'),
      'on-peer-unknown': choiceOf('on-peer-unknown'),
      'suspended-and-keepalive-lost': choiceOf('suspended-and-keepalive-lost'),
      'keepalive-back-while-split': choiceOf('keepalive-back-while-split'),
      'orphan-hold': choiceOf('orphan-hold'),
      'joint-start': choiceOf('joint-start'),
      election: choiceOf('election'),
      'role-on-takeover': choiceOf('role-on-takeover'),
      'on-demotion': choiceOf('on-demotion'),
      'role-words': choiceOf('role-words'),
      'egress-rule': choiceOf('egress-rule'),
      'pair-system': choiceOf('pair-system'),
      'member-key': choiceOf('member-key'),
      'member-port-number': choiceOf('member-port-number'),
      'on-type-1-mismatch': choiceOf('on-type-1-mismatch'),
      'on-vlan-mismatch': choiceOf('on-vlan-mismatch'),
      'gateway-hold': choiceOf('gateway-hold'),
      'uplinks-back': choiceOf('uplinks-back'),
      'on-agent-lost': choiceOf('on-agent-lost'),
    },
    refused,
  }
}

/** The user may change it: the platform has a command, or nobody knows the platform's value. */
export function isOffered(base: SourcedNumber | SourcedSwitch): boolean {
  return base.editable || base.confidence === 'assumed'
}

/** Why the platform cannot take the value, in one sentence; `null` when it can. */
export function numberProblem(key: NumberKey, base: SourcedNumber, value: number): string | null {
  const { min, max, step, only } = base
  const possible = only === undefined ? value >= min && value <= max && value % step === 0 : only.includes(value)
  if (possible) return null
  const words = (number: number): string => numberWords(key, number)
  const steps = step === 1 ? 'whole' : `multiples of ${words(step)}`
  const range = only === undefined ? `${words(min)} to ${words(max)}, ${steps}` : only.map(words).join(' or ')
  return `${base.label} ${words(value)} is not possible: ${range}. ${words(base.value)} is used.`
}
