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
  expect(CURRENT_VERSION).toBe(3)
})
