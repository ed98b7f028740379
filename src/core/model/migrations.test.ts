import { expect, test } from 'vitest'
import { CURRENT_VERSION, migrate } from './migrations.ts'

test('a file of an older version goes through every later migration, in order', () => {
  const older = [1, 2].map((step) => (file: Readonly<Record<string, unknown>>) => ({
    ...file,
    [`step${step}`]: true,
    last: step,
  }))
  expect(migrate({ version: 1 }, 1, older)).toEqual({ version: 1, step1: true, step2: true, last: 2 })
  expect(migrate({ version: 2 }, 2, older)).toEqual({ version: 2, step2: true, last: 2 })
  expect(migrate({ version: 3 }, 3, older)).toEqual({ version: 3 })
  expect(CURRENT_VERSION).toBe(4)
})

test('a SONiC pair of version 3 has its session-timeout as a time afterwards; other platforms are left alone', () => {
  const file = (vendor: string, numbers: object) => ({
    version: 3,
    design: {
      topology: {
        devices: [{ id: 'a', vendor }],
        domains: [{ id: 'd', peers: ['a', 'b'], settings: { numbers, switches: {}, choices: {} } }],
      },
    },
  })
  const numbersOf = (vendor: string, numbers: object) => {
    const migrated = migrate(file(vendor, numbers), 3)
    expect(migrated['version']).toBe(4)
    return (migrated as ReturnType<typeof file>).design.topology.domains[0]?.settings.numbers
  }
  const five = { 'heartbeat-timeout-multiplier': 5 }
  const everyTwo = { 'heartbeat-interval-ms': 2_000 }
  expect(numbersOf('sonic', {})).toEqual({})
  expect(numbersOf('sonic', five)).toEqual({ 'heartbeat-timeout-ms': 5_000 })
  expect(numbersOf('sonic', everyTwo)).toEqual({ ...everyTwo, 'heartbeat-timeout-ms': 30_000 })
  expect(numbersOf('sonic', { ...five, ...everyTwo })).toEqual({ ...everyTwo, 'heartbeat-timeout-ms': 10_000 })
  expect(numbersOf('juniper-junos', five)).toEqual(five)
})
