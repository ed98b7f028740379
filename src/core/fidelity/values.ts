import type { Confidence, Profile } from '../model/profile.ts'
import { CHOICE_KEYS, NUMBER_KEYS, SWITCH_KEYS } from '../model/profileKeys.ts'
import { formsPairs } from '../model/topology.ts'
import { choiceWords, numberWords, switchWords } from '../vendors/valueWords.ts'

/** One sourced value of a profile, in words. */
export interface FidelityValue {
  readonly label: string
  readonly value: string
  readonly confidence: Confidence
  readonly source: string
  /** The user may set it: the platform has a command for it, or its sources leave a doubt. */
  readonly editable: boolean
}

/** Everything a platform's behaviour rests on: numbers, switches, choices, in the order of the profile. */
export function valuesOf(profile: Profile): readonly FidelityValue[] {
  const { vendor, numbers, switches, choices, compares, fallback, gateway, keepaliveUdpPort, trunksCarryMore } = profile
  // The rest are choices of pairs.
  const chosen = formsPairs(vendor) ? CHOICE_KEYS : []
  return [
    ...NUMBER_KEYS.flatMap((key) => {
      const number = numbers[key]
      return number === null ? [] : [entry(number, numberWords(key, number.value), number.editable)]
    }),
    ...SWITCH_KEYS.flatMap((key) => {
      const one = switches[key]
      return one === null ? [] : [entry(one, switchWords(one.value), one.editable)]
    }),
    ...chosen.map((key) => entry(choices[key], choiceWords(choices[key].value), choices[key].others.length > 0)),
    ...(formsPairs(vendor)
      ? (['1', '2'] as const).map((type) => {
          const names = compares.value[`type${type}`].join(', ') || 'none'
          return { ...entry({ ...compares, label: `Parameters of type ${type}` }, names, false), editable: false }
        })
      : []),
    ...(fallback === undefined
      ? []
      : [entry({ ...fallback, label: 'Members that hear no LACPDU' }, `out, or in by ${fallback.label}`, false)]),
    ...(gateway === null
      ? []
      : [{ ...entry({ ...gateway, label: 'Router address of both peers' }, gateway.label, false), editable: false }]),
    ...(trunksCarryMore === undefined
      ? []
      : [
          entry({ ...trunksCarryMore, label: 'Trunks carry, drawn or not' }, choiceWords(trunksCarryMore.value), false),
        ]),
    ...(keepaliveUdpPort === null
      ? []
      : [entry({ ...keepaliveUdpPort, label: 'UDP port of keepalives' }, String(keepaliveUdpPort.value), false)]),
  ]
}

function entry(
  { label, source, confidence }: { readonly label: string; readonly source: string; readonly confidence: Confidence },
  value: string,
  editable: boolean,
): FidelityValue {
  return { label, value, confidence, source, editable: editable || confidence === 'assumed' }
}
