import { expect, test } from 'vitest'
import { onePositional, readArgs, wholeNumber } from './args.ts'
import { readFailure } from './failureSyntax.ts'
import { readProbe, readTime } from './times.ts'
import { UsageError } from './usage.ts'

const SPEC = { switches: ['json'], values: ['fail', 'repair', 'seed'] }

test('flags may stand anywhere and keep their order', () => {
  const args = readArgs(['--fail', 'a', 'design.json', '--repair=b', '--json', '--fail', 'c'], SPEC)
  expect(args.positionals).toEqual(['design.json'])
  expect(args.given).toEqual([
    { name: 'fail', value: 'a' },
    { name: 'repair', value: 'b' },
    { name: 'fail', value: 'c' },
  ])
  expect([args.has('json'), args.has('seed'), args.value('fail')]).toEqual([true, false, 'c'])
})

test('a lone dash is a file name', () => {
  expect(onePositional(readArgs(['-', '--json'], SPEC), 'file')).toBe('-')
})

test.each([[['--nope']], [['--json=yes']], [['--fail']], [['-x']]])('%j is wrong usage', (argv) => {
  expect(() => readArgs(argv, SPEC)).toThrow(UsageError)
})

test('exactly one file is taken', () => {
  expect(() => onePositional(readArgs([], SPEC), 'file')).toThrow('Missing file')
  expect(() => onePositional(readArgs(['a', 'b'], SPEC), 'file')).toThrow('One file at a time')
})

test('a whole number is a whole number', () => {
  expect(wholeNumber(readArgs(['--seed', '7'], SPEC), 'seed', 1)).toBe(7)
  expect(wholeNumber(readArgs([], SPEC), 'seed', 1)).toBe(1)
  expect(() => wholeNumber(readArgs(['--seed', '7.5'], SPEC), 'seed', 1)).toThrow(UsageError)
})

test.each([
  ['250ms', 250_000],
  ['10s', 10_000_000],
  ['5m', 300_000_000],
  ['1.5s', 1_500_000],
  ['0s', 0],
])('%s is a time', (text, us) => {
  expect(readTime(text, '--until')).toBe(us)
})

test.each(['', '10', '10 s', '-1s', '1h', 's', '1e3s', 'NaNs'])('%j is no time', (text) => {
  expect(() => readTime(text, '--until')).toThrow(UsageError)
})

test('a probe interval is in milliseconds, with or without its unit', () => {
  expect([readProbe('1'), readProbe('0.5'), readProbe('10ms')]).toEqual([1_000, 500, 10_000])
  expect(() => readProbe('0')).toThrow(UsageError)
})

test('a failure names its target, options and time', () => {
  expect(readFailure('link-silent:srv-1:eth0,dir=both@40s', '--fail')).toEqual({
    failure: 'link-silent',
    target: 'srv-1:eth0',
    options: { dir: 'both' },
    at: 40_000_000,
  })
  expect(readFailure('link-cut:leaf-1:Ethernet1/1@10s', '--fail')).toMatchObject({ target: 'leaf-1:Ethernet1/1' })
  expect(readFailure('link-one-way:l-3,dir=from,rfi=off@250ms', '--fail')).toMatchObject({
    target: 'l-3',
    options: { dir: 'from', rfi: 'off' },
  })
})

test('an @ or a comma in the target stays there', () => {
  expect(readFailure('link-cut:odd@id,x@1s', '--fail')).toMatchObject({ target: 'odd@id,x', options: {} })
})

test.each(['link-cut:srv-1', 'link-cut@1s', ':srv-1@1s', 'link-cut:@1s', 'link-cut:srv-1@', 'link-cut:srv-1@soon'])(
  '%j is no failure',
  (text) => {
    expect(() => readFailure(text, '--fail')).toThrow(UsageError)
  },
)
