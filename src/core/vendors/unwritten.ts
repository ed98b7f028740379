import type { Profile } from '../model/profile.ts'
import { CHOICE_KEYS, NUMBER_KEYS, SWITCH_KEYS, type Choices } from '../model/profileKeys.ts'
import type { MlagDomain, VendorId } from '../model/topology.ts'
import type { Effective } from './effective.ts'
import type { ExportNote } from './exporter.ts'
import { choiceWords, numberWords, switchWords } from './valueWords.ts'

/** What the design sets of a domain, the simulation uses and no statement takes. */
export function unwritten(domain: MlagDomain, profile: Profile, runs: Effective): readonly ExportNote[] {
  const written = CHOICES_WITH_STATEMENTS[profile.vendor] ?? []
  const set = [
    ...NUMBER_KEYS.flatMap((key) => {
      const base = profile.numbers[key]
      const own = runs.numbers[key]
      return base && !base.editable && own?.set ? [[base, `${numberWords(key, own.value)} is`] as const] : []
    }),
    ...SWITCH_KEYS.flatMap((key) => {
      const base = profile.switches[key]
      const own = runs.switches[key]
      return base && !base.editable && own?.set ? [[base, `${switchWords(own.value)} is`] as const] : []
    }),
    ...CHOICE_KEYS.flatMap((key) => {
      const base = profile.choices[key]
      const { value, set } = runs.choices[key]
      const told = set && value !== base.value && !written.includes(key)
      return told ? [[base, `${choiceWords(value)} is`] as const] : []
    }),
  ]
  return set.map(([{ label }, value]) => ({
    text: `${label}: ${value} simulated as set and not written.`,
    from: domain.id,
  }))
}

/** Behaviours that a platform is told of; what the others are called, nobody can type. */
const CHOICES_WITH_STATEMENTS: Partial<Record<VendorId, readonly (keyof Choices)[]>> = {
  'juniper-junos': ['session-path'],
  'huawei-vrp8': ['suspended-and-keepalive-lost', 'on-type-1-mismatch', 'orphan-hold', 'pair-system'],
  'aruba-aoscx': ['suspended-and-keepalive-lost'],
  'h3c-comware': ['suspended-and-keepalive-lost', 'on-type-1-mismatch', 'orphan-hold'],
}
