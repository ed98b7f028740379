import fc from 'fast-check'
import { expect, test } from 'vitest'
import { NUMBER_KEYS } from '../model/profileKeys.ts'
import { effective, NO_SETTINGS, numberProblem } from './effective.ts'
import { PROFILES, profileOf } from './index.ts'
import { VENDORS } from './platforms.ts'

test('without settings a domain runs on its platform', () => {
  const nxos = effective(profileOf('cisco-nxos'), NO_SETTINGS)
  expect(nxos.numbers['member-restore-ms']).toEqual({ value: 30_000, confidence: 'documented', set: false })
  expect(nxos.numbers['heartbeat-interval-ms']).toBeNull()
  expect(nxos.switches['solo-start']).toEqual({ value: false, confidence: 'documented', set: false })
  expect(nxos.choices['on-peer-link-lost'].value).toBe('secondary-suspends-members')
  expect(nxos.refused).toEqual([])
})

test('settings win over the platform and keep its confidence', () => {
  const eos = effective(profileOf('arista-eos'), {
    numbers: { 'keepalive-interval-ms': 2_000, 'reload-member-ms': 60_000 },
    switches: { 'dual-primary-detection': true },
    choices: { 'egress-rule': 'all-frames' },
  })
  expect(eos.numbers['keepalive-interval-ms']).toEqual({ value: 2_000, confidence: 'assumed', set: true })
  expect(eos.numbers['reload-member-ms']).toEqual({ value: 60_000, confidence: 'observed', set: true })
  expect(eos.switches['dual-primary-detection']).toEqual({ value: true, confidence: 'documented', set: true })
  expect(eos.choices['egress-rule']).toEqual({ value: 'all-frames', confidence: 'assumed', set: true })
})

test('keys and values that the platform does not have are passed over', () => {
  const nxos = effective(profileOf('cisco-nxos'), {
    numbers: { 'reload-member-ms': 60_000 },
    switches: { 'dual-primary-detection': true, 'keepalive-needed-first': false },
    choices: { 'egress-rule': 'flooded-frames' },
  })
  expect(nxos).toEqual(effective(profileOf('cisco-nxos'), NO_SETTINGS))
})

test('a value outside the command’s range is refused and the default holds', () => {
  const nxos = effective(profileOf('cisco-nxos'), {
    numbers: { 'keepalive-interval-ms': 0, 'keepalive-timeout-ms': 5_500 },
    switches: {},
    choices: {},
  })
  expect(nxos.numbers['keepalive-interval-ms']).toMatchObject({ value: 1_000, set: false })
  expect(nxos.numbers['keepalive-timeout-ms']).toMatchObject({ value: 5_000, set: false })
  expect(nxos.refused).toEqual([
    'Peer-keepalive interval 0 ms is not possible: 400 ms to 10 s, whole. 1 s is used.',
    'Peer-keepalive timeout 5500 ms is not possible: 3 s to 20 s, multiples of 1 s. 5 s is used.',
  ])
})

test('whatever number is set, the domain runs on a possible one', () => {
  fc.assert(
    fc.property(fc.constantFrom(...VENDORS), fc.double(), (vendor, value) => {
      const profile = profileOf(vendor)
      const { numbers } = effective(profile, { ...NO_SETTINGS, numbers: { 'mac-ageing-ms': value } })
      const base = profile.numbers['mac-ageing-ms']
      const got = numbers['mac-ageing-ms']
      expect(base && got && numberProblem('mac-ageing-ms', base, got.value)).toBeNull()
      expect(got).not.toBeNull()
    }),
    { seed: 20_261_124 },
  )
})

test.each(VENDORS)('every default of %s is in its range, sourced and labelled', (vendor) => {
  const { numbers, switches, choices } = PROFILES[vendor]
  for (const key of NUMBER_KEYS) {
    const base = numbers[key]
    if (base === null) continue
    expect(numberProblem(key, base, base.value)).toBeNull()
    expect(numberProblem(key, base, base.min)).toBeNull()
    expect(numberProblem(key, base, base.max)).toBeNull()
  }
  for (const sourced of [...Object.values(numbers), ...Object.values(switches), ...Object.values(choices)]) {
    if (sourced === null) continue
    expect(sourced.source.length).toBeGreaterThan(10)
    expect(sourced.label.length).toBeGreaterThan(3)
  }
})

test('labels of one platform differ', () => {
  for (const vendor of VENDORS) {
    const { numbers, switches, choices } = PROFILES[vendor]
    const labels = [numbers, switches, choices].flatMap((group) => Object.values(group)).flatMap((s) => s?.label ?? [])
    expect(new Set(labels).size).toBe(labels.length)
  }
})
