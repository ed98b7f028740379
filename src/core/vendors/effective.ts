import type {
  Choices,
  Confidence,
  NumberKey,
  Profile,
  SourcedNumber,
  SourcedSwitch,
  SwitchKey,
} from '../model/profile.ts'
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
    const problem = numberProblem(base, wanted)
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
    numbers: everyNumber(numberOf),
    switches: {
      'solo-start': switchOf('solo-start'),
      'dual-primary-detection': switchOf('dual-primary-detection'),
      'keepalive-needed-first': switchOf('keepalive-needed-first'),
    },
    choices: {
      'on-peer-link-lost': choiceOf('on-peer-link-lost'),
      'adjacency-lost-by': choiceOf('adjacency-lost-by'),
      'egress-rule': choiceOf('egress-rule'),
      'pair-system': choiceOf('pair-system'),
      'member-key': choiceOf('member-key'),
      'member-port-number': choiceOf('member-port-number'),
      election: choiceOf('election'),
      'on-demotion': choiceOf('on-demotion'),
      'role-words': choiceOf('role-words'),
    },
    refused,
  }
}

/** The user may change it: the platform has a command, or nobody knows the platform's value. */
export function isOffered(base: SourcedNumber | SourcedSwitch): boolean {
  return base.editable || base.confidence === 'assumed'
}

/** Why the platform cannot take the value, in one sentence; `null` when it can. */
export function numberProblem(base: SourcedNumber, value: number): string | null {
  const inRange = value >= base.min && value <= base.max
  if (inRange && value % base.step === 0) return null
  const steps = base.step === 1 ? 'whole' : `multiples of ${base.step}`
  return `${base.label} ${value} is not possible: ${base.min} to ${base.max}, ${steps}. ${base.value} is used.`
}

/** One entry for every number, in the order in which they are shown. */
function everyNumber<T>(make: (key: NumberKey) => T): Record<NumberKey, T> {
  return {
    'role-priority-preferred': make('role-priority-preferred'),
    'role-priority-other': make('role-priority-other'),
    'system-priority': make('system-priority'),
    'keepalive-interval-ms': make('keepalive-interval-ms'),
    'keepalive-timeout-ms': make('keepalive-timeout-ms'),
    'keepalive-hold-ms': make('keepalive-hold-ms'),
    'heartbeat-interval-ms': make('heartbeat-interval-ms'),
    'heartbeat-timeout-multiplier': make('heartbeat-timeout-multiplier'),
    'member-restore-ms': make('member-restore-ms'),
    'gateway-restore-ms': make('gateway-restore-ms'),
    'orphan-restore-ms': make('orphan-restore-ms'),
    'reload-member-ms': make('reload-member-ms'),
    'reload-orphan-ms': make('reload-orphan-ms'),
    'solo-start-ms': make('solo-start-ms'),
    'dual-primary-delay-ms': make('dual-primary-delay-ms'),
    'dual-primary-member-restore-ms': make('dual-primary-member-restore-ms'),
    'dual-primary-orphan-restore-ms': make('dual-primary-orphan-restore-ms'),
    'mac-ageing-ms': make('mac-ageing-ms'),
    'link-debounce-ms': make('link-debounce-ms'),
  }
}
