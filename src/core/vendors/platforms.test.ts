import { expect, test } from 'vitest'
import { PROFILES } from './index.ts'
import { PLATFORMS, VENDORS } from './platforms.ts'

test.each(VENDORS)('%s: what is at hand before the profile says the same as the profile', (vendor) => {
  const { rolePriority, ...platform } = PLATFORMS[vendor]
  expect(PROFILES[vendor]).toMatchObject(platform)
  const numbers = PROFILES[vendor].numbers
  expect(rolePriority?.preferred).toBe(numbers['role-priority-preferred']?.value)
  expect(rolePriority?.other).toBe(numbers['role-priority-other']?.value)
})
