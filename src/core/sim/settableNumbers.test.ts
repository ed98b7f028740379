import { expect, test } from 'vitest'
import type { Profile, SourcedNumber } from '../model/profile.ts'
import { NUMBER_KEYS, type NumberKey } from '../model/profileKeys.ts'
import { formsPairs, type DomainSettings, type Topology, type VendorId } from '../model/topology.ts'
import { isOffered } from '../vendors/effective.ts'
import { PROFILES } from '../vendors/index.ts'
import { domainOf, fail, repair, start, until, withSettings } from './testing/scenario.ts'

/** What befalls the pair, and until when it is watched. Times in seconds. */
interface Course {
  readonly template?: string
  /** Begins with the start of both switches. */
  readonly cold?: true
  readonly fails?: readonly (readonly [failure: string, target: string, at: number, options?: Record<string, string>])[]
  readonly repairs?: readonly (readonly [failure: string, target: string, at: number])[]
  readonly lasts: number
  /** Single-homed ports go down with the members, where each has to be told. */
  readonly marksOrphans?: true
  /** What the platform has to be set to beside its defaults, where it can. */
  readonly with?: Pick<Partial<DomainSettings>, 'switches' | 'choices'>
}

const SPLIT: Course = {
  fails: [['peer-link-down', 'leafs', 5]],
  repairs: [['peer-link-down', 'leafs', 60]],
  lasts: 420,
}
const STARTS_ALONE: Course = {
  fails: [
    ['device-power-off', 'leaf-a', 5],
    ['device-power-off', 'leaf-b', 5],
  ],
  repairs: [['device-power-off', 'leaf-b', 10]],
  lasts: 700,
  with: { switches: { 'solo-start': true } },
}
const KEEPALIVE_LOST: Course = { fails: [['keepalive-down', 'leafs', 5.3]], lasts: 300 }
const SILENT: Course = {
  fails: [['peer-link-silent', 'leafs', 5]],
  lasts: 130,
  with: { choices: { 'adjacency-lost-by': 'link-or-heartbeat' } },
}
const RETURNS: Course = {
  fails: [['device-power-off', 'leaf-b', 5]],
  repairs: [['device-power-off', 'leaf-b', 20]],
  lasts: 120,
}
const SPLIT_BRAIN: Course = {
  fails: [
    ['keepalive-down', 'leafs', 5],
    ['peer-link-down', 'leafs', 110],
  ],
  repairs: [['keepalive-down', 'leafs', 150]],
  lasts: 200,
}
const DETECTED: Course = { ...SPLIT, with: { switches: { 'dual-primary-detection': true } } }

/**
 * For every number what shows it. A platform on which it shows in another way has a course of its own behind the dash.
 */
const COURSES: Readonly<Partial<Record<NumberKey | `${VendorId}-${NumberKey}`, Course>>> = {
  'role-priority-preferred': { cold: true, lasts: 30 },
  'role-priority-other': { cold: true, lasts: 30 },
  'keepalive-interval-ms': SPLIT,
  'arista-eos-keepalive-interval-ms': DETECTED,
  'dell-os10-keepalive-interval-ms': KEEPALIVE_LOST,
  'keepalive-timeout-ms': KEEPALIVE_LOST,
  'keepalive-hold-ms': SPLIT,
  'keepalive-window-ms': { fails: [['device-power-off', 'leaf-a', 5]], lasts: 90 },
  // The first extra keepalive is enough, unless it is lost.
  'keepalive-burst-ms': {
    fails: [
      ['link-silent', 'leaf-b:mgmt0', 4.9],
      ['peer-link-down', 'leafs', 5],
    ],
    repairs: [['link-silent', 'leaf-b:mgmt0', 5.1]],
    lasts: 30,
  },
  'keepalive-back-hold-ms': SPLIT_BRAIN,
  'heartbeat-interval-ms': SILENT,
  'heartbeat-timeout-multiplier': SILENT,
  'heartbeat-timeout-ms': SILENT,
  'sonic-heartbeat-interval-ms': { ...KEEPALIVE_LOST, lasts: 120 },
  'sonic-heartbeat-timeout-ms': { ...KEEPALIVE_LOST, lasts: 120 },
  'peer-link-down-delay-ms': { ...SPLIT, with: { choices: { 'session-path': 'keepalive-path' } } },
  'peer-link-start-ms': { cold: true, lasts: 120 },
  'peer-link-hold-ms': SPLIT,
  'suspend-delay-ms': SPLIT,
  'member-restore-ms': SPLIT,
  'generic-member-restore-ms': RETURNS,
  'member-stagger-ms': SPLIT,
  'gateway-restore-ms': { ...SPLIT, template: 'pair-with-uplinks' },
  'orphan-restore-ms': { ...SPLIT, marksOrphans: true },
  'reload-member-ms': { cold: true, lasts: 700 },
  'reload-orphan-ms': { cold: true, lasts: 700 },
  'solo-start-ms': STARTS_ALONE,
  'session-hold-ms': STARTS_ALONE,
  'consistency-delay-ms': { fails: [['config-drift', 'leaf-b', 5, { what: 'native-vlan' }]], lasts: 60 },
  'dual-primary-delay-ms': DETECTED,
  'dual-primary-member-restore-ms': DETECTED,
  'dual-primary-orphan-restore-ms': DETECTED,
  'split-system-delay-ms': {
    fails: [['peer-link-then-keepalive', 'leafs', 5]],
    lasts: 120,
    with: { switches: { 'split-own-system': true, standalone: true }, choices: { 'pair-system': 'primary-mac' } },
  },
  'identity-bounce-ms': { ...KEEPALIVE_LOST, lasts: 120 },
  'link-debounce-ms': { fails: [['link-cut', 'leaf-b:Ethernet1/1', 5]], lasts: 30 },
}

/** Numbers that no outcome follows from, and why they can be set all the same. */
const WITHOUT_OUTCOME: Readonly<Partial<Record<NumberKey, string>>> = {
  'system-priority':
    'Partners see it in every LACPDU. It decides whose port priorities choose the standby links of an aggregation that has more members than it may use.',
  'mac-ageing-ms':
    'Probes refresh every address far more often than any platform forgets it. A host that falls silent is flooded for when it is over.',
}

const ROLES: readonly NumberKey[] = ['role-priority-preferred', 'role-priority-other']

const OFFERED = Object.values(PROFILES).flatMap((profile) =>
  NUMBER_KEYS.flatMap((key) => {
    const base = formsPairs(profile.vendor) ? profile.numbers[key] : null
    return base !== null && isOffered(base) ? [{ profile, key, base }] : []
  }),
)
const COUNTING = OFFERED.filter(({ key }) => !(key in WITHOUT_OUTCOME))

test.each(COUNTING.map((one) => [one.profile.vendor, one.key, one] as const))(
  '%s: %s changes what happens',
  (vendor, key, { profile, base }) => {
    const course = COURSES[`${vendor}-${key}`] ?? COURSES[key]
    if (course === undefined) throw new Error(`No course shows ${key}`)
    const values = ROLES.includes(key) ? [base.min, base.max] : [base.value, other(base)]
    const [one, two] = values.map((value) => outcome(profile, key, value, course))
    expect(one).not.toBe(two)
  },
)

test('numbers without an outcome are offered somewhere, and say why they have none', () => {
  const offered = new Set(OFFERED.map(({ key }) => key))
  for (const [key, why] of Object.entries(WITHOUT_OUTCOME)) {
    expect([...offered]).toContain(key)
    expect(why).toMatch(/\.$/)
  }
})

/** Another value of its range, well away from the platform's. */
function other({ value, min, max, step, only }: SourcedNumber): number {
  const next = only?.find((one) => one !== value)
  if (next !== undefined) return next
  const more = Math.min(max, value === 0 ? Math.max(step, 20_000) : value * 3)
  const whole = min + Math.floor((more - min) / step) * step
  return whole === value ? min : whole
}

/** The role priority of the other peer, between the two that are tried. */
function halfway({ numbers }: Profile, key: NumberKey): Partial<Record<NumberKey, number>> {
  const against = ROLES.includes(key) ? ROLES.find((one) => one !== key) : undefined
  const base = against && numbers[against]
  return against && base ? { [against]: Math.floor((base.min + base.max) / 2) } : {}
}

/** All that an observer sees of a run but the words: who forwards what when, who takes which role, what is lost. */
function outcome(profile: Profile, key: NumberKey, value: number, course: Course): string {
  const { template, cold = false, fails = [], repairs = [], lasts, with: set = {} } = course
  const settings: DomainSettings = {
    numbers: { ...halfway(profile, key), [key]: value },
    switches: set.switches ?? {},
    choices: set.choices ?? {},
  }
  const sim = start({
    platform: profile.vendor,
    cold,
    probeUs: 500_000,
    change: (topology: Topology) =>
      withSettings(
        course.marksOrphans
          ? { ...topology, links: topology.links.map((link) => ({ ...link, suspendWithMembers: true })) }
          : topology,
        settings,
      ),
    ...(template === undefined ? {} : { template }),
  })
  for (const [failure, target, at, options] of fails) fail(sim, failure, target, at, options)
  for (const [failure, target, at] of repairs) repair(sim, failure, target, at)
  const view = until(sim, lasts)
  return JSON.stringify([
    view.directions.map(({ lost, delivered, outages }) => [lost, delivered, outages]),
    domainOf(view).views.map(({ role, keepalive }) => [role, keepalive]),
    sim.events.map(({ at, kind, state, device, port }) => [at, kind, state, device, port]),
  ])
}
