import type { Profile } from '../../model/profile.ts'
import { CHOICE_KEYS, type Choices, type NumberKey } from '../../model/profileKeys.ts'
import type { DomainSettings } from '../../model/topology.ts'
import { numberProblem } from '../effective.ts'
import { backupVlanOf } from './gateways.ts'
import type { Peers } from './pairing.ts'
import type { ImportedSwitch } from './uses.ts'

/** Written by an exporter only when the design sets them, so one that was read was set. */
const ONLY_WHEN_SET: readonly NumberKey[] = ['gateway-restore-ms', 'link-debounce-ms']

/**
 * What the peers' texts set differently from their platform. The first peer's values count; where the other one has
 * another, a note says so, as for a value that the platform does not have.
 */
export function settingsOf(peers: Peers, profile: Profile): { settings: DomainSettings; notes: readonly string[] } {
  const notes: string[] = []
  const [mine, theirs] = peers.map(numbersOf)
  const numbers: Partial<Record<NumberKey, number>> = {}
  for (const [key, value] of mine ?? []) {
    const base = profile.numbers[key]
    if (base === null) continue
    const other = theirs?.get(key)
    if (other !== undefined && other !== value)
      notes.push(differ(peers, base.label, shown(key, value), shown(key, other)))
    const problem = numberProblem(key, base, value)
    if (problem !== null) notes.push(problem)
    else if (value !== base.value || ONLY_WHEN_SET.includes(key)) numbers[key] = value
  }
  const ports = [...peers[0].config.interfaces.values()]
  const tracked = ports.some((port) => port.tracked)
  const read = new Map(peers[0].config.pair?.switches ?? [])
  if (tracked) read.set('uplink-tracking', true)
  if (ports.some(({ decides }) => decides)) read.set('uplinks-decide', true)
  if (backupVlanOf(peers[0].config) !== null) read.set('backup-route', true)
  const switches = Object.fromEntries([...read].filter(([key, value]) => profile.switches[key]?.value !== value))
  const chosen: Partial<Choices> = { ...peers[1].config.pair?.choices, ...peers[0].config.pair?.choices }
  const choices = Object.fromEntries(
    CHOICE_KEYS.flatMap((key) => {
      const value = chosen[key]
      return value === undefined || value === profile.choices[key].value ? [] : [[key, value]]
    }),
  )
  return { settings: { numbers, switches, choices }, notes }
}

export function differ([a, b]: Peers, what: string, one: string, other: string): string {
  return `${what} is ${one} on ${a.name} and ${other} on ${b.name}; ${a.name}'s is drawn.`
}

/** Times as a reader says them. */
function shown(key: NumberKey, value: number): string {
  return key.endsWith('-ms') ? `${value / 1_000} s` : `${value}`
}

function numbersOf({ config }: ImportedSwitch): ReadonlyMap<NumberKey, number> {
  const debounce = [...config.interfaces.values()].find(({ debounceMs }) => debounceMs !== null)?.debounceMs
  return new Map([
    ...config.numbers,
    ...(config.pair?.numbers ?? []),
    ...(debounce === null || debounce === undefined ? [] : ([['link-debounce-ms', debounce]] as const)),
  ])
}
