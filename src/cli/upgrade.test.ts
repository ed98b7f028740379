import { describe, expect, test } from 'vitest'
import { commandLine } from './testing/commandLine.ts'
import { upgradeOutput } from './upgradeOutput.ts'

const { mlag } = commandLine()
const QUICK = ['--boot', '10s', '--probe', '50'] as const

describe('upgrade', () => {
  test('finds the wait', async () => {
    const { code, out } = await mlag('upgrade', 'template:basic-pair', ...QUICK, '--json')
    expect(code).toBe(0)
    const found = upgradeOutput.parse(JSON.parse(out))
    expect(found).toMatchObject({ pair: 'leafs', first: 'leaf-b', second: 'leaf-a', bootMs: 10_000, limitMs: 1_000 })
    expect(found.waitMs - found.afterBootMs).toBe(12_000)
  })

  test('the other peer first, on another platform, in words', async () => {
    const args = ['template:basic-pair', ...QUICK, '--first', 'leaf-a', '--platform', 'sonic'] as const
    const { out } = await mlag('upgrade', ...args)
    expect(out).toMatch(/^leaf-b may reload [\d.]+ s after leaf-a went down/)
  })

  test.each([
    ['template:plain-lacp', [], 'no pair to upgrade'],
    ['template:basic-pair', ['--pair', 'spines'], 'there is leafs'],
    ['template:basic-pair', ['--first', 'srv-1'], 'its peers are leaf-a and leaf-b'],
    ['template:basic-pair', ['--boot', '2h'], '--boot takes a time'],
    ['template:basic-pair', ['--boot', '90m'], 'boot is a number from 1 to 3600'],
  ] as const)('%s %j is wrong usage', async (file, args, words) => {
    expect(await mlag('upgrade', file, ...args)).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining(words),
    })
  })
})
