import { lagEnd, type Lag } from '../model/network.ts'
import type { Profile } from '../model/profile.ts'
import type { LacpOptions } from '../model/topology.ts'

/** What an end of a bond asks of LACP and the platform has no statement for, as sentences. */
export function lacpNotes(lag: Lag, profile: Profile): readonly string[] {
  const { lacp = {}, mode } = lagEnd(lag)
  const { platform, channel } = profile.words
  const name = `${channel}${lag.channel}`
  if (mode === 'static') return []
  const counted = lacp.minLinks !== undefined || lacp.maxBundle !== undefined
  const ignored = counted && profile.lacpOptions?.plainOnly === true && isOfPair(lag)
  const missing = OPTIONS.filter(([key]) => isSet(lacp, key) && !(profile.lacpOptions?.written ?? []).includes(key))
  return [
    ...missing.map(([, what]) => `${platform} has no statement for ${what}, set on ${name}.`),
    ...(ignored ? [`${platform} ignores limits of the number of members on ${name}, as on all of a pair.`] : []),
    ...(lacp.fallback !== undefined && profile.fallback?.value.includes(lacp.fallback) !== true
      ? [`${platform} has no ${lacp.fallback} LACP fallback, set on ${name}; members without a partner stay out.`]
      : []),
  ]
}

/** Members may forward each by itself, and then as their own lines say, not as those of the port-channel. */
export function standsAlone(lag: Lag): boolean {
  const { mode, lacp } = lagEnd(lag)
  return lag.role !== 'peer-link' && mode !== 'static' && lacp?.fallback === 'individual'
}

/** Members of a pair and its peer-link. */
export function isOfPair({ role }: Lag): boolean {
  return role === 'mlag' || role === 'peer-link'
}

function isSet(lacp: LacpOptions, key: keyof LacpOptions): boolean {
  return lacp[key] !== undefined && lacp[key] !== false && lacp[key] !== 0
}

const OPTIONS = [
  ['minLinks', 'a least number of members'],
  ['maxBundle', 'a greatest number of members'],
  ['waitToRestoreS', 'a time to restore of members'],
  ['independent', 'independent collecting and distributing'],
] as const
