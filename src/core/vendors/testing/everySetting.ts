import type { Profile } from '../../model/profile.ts'
import { CHOICE_KEYS, NUMBER_KEYS, SWITCH_KEYS } from '../../model/profileKeys.ts'
import type { MlagDomain } from '../../model/topology.ts'
import { isOffered } from '../effective.ts'

type Settings = MlagDomain['settings']

/** What must be on for a number to count. */
export function withNeeded(own: Settings, key: string): Settings {
  const { choices = {}, switches = {} } = NEEDED.find(([start]) => key.startsWith(start))?.[1] ?? {}
  return { ...own, choices: { ...own.choices, ...choices }, switches: { ...own.switches, ...switches } }
}

const NEEDED: readonly (readonly [start: string, settings: Partial<Settings>])[] = [
  ['solo-start-ms', { switches: { 'solo-start': true } }],
  ['split-system-delay-ms', { switches: { 'split-own-system': true, standalone: true } }],
  ['dual-primary-', { switches: { 'dual-primary-detection': true } }],
  ['peer-link-down-delay-ms', { choices: { 'session-path': 'keepalive-path' } }],
]

/** Every value beside the platform's own that the domain may be set to. */
export function settingsOf(profile: Profile): readonly { key: string; change: (settings: Settings) => Settings }[] {
  return [
    ...NUMBER_KEYS.flatMap((key) => {
      const base = profile.numbers[key]
      if (base === null || !isOffered(base)) return []
      const next = base.only?.find((one) => one !== base.value) ?? base.value + base.step
      const value = next <= base.max ? next : base.value - base.step
      return [{ key, change: (own: Settings) => ({ ...own, numbers: { ...own.numbers, [key]: value } }) }]
    }),
    ...SWITCH_KEYS.flatMap((key) => {
      const base = profile.switches[key]
      if (base === null || !isOffered(base)) return []
      const value = (own: Settings) => !(own.switches[key] ?? base.value)
      return [{ key, change: (own: Settings) => ({ ...own, switches: { ...own.switches, [key]: value(own) } }) }]
    }),
    ...CHOICE_KEYS.flatMap((key) =>
      profile.choices[key].others.map((value) => ({
        key: `${key}: ${value}`,
        change: (own: Settings) => ({ ...own, choices: { ...own.choices, [key]: value } }),
      })),
    ),
  ]
}
