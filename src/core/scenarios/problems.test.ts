import { expect, test } from 'vitest'
import { networkOf } from '../model/network.ts'
import type { RunCommand, TimedCommand } from '../model/scenario.ts'
import { basicPair } from '../templates/basicPair.ts'
import { plainLacp } from '../templates/plainLacp.ts'
import { scenarioProblems } from './problems.ts'

const pair = networkOf(basicPair.build().topology)

test('a scenario that fits has none', () => {
  expect(
    problems([
      fail(1, 'link-cut', 'srv-1:eth0'),
      repair(2, 'link-cut', 'leaf-a:Ethernet1/1'),
      fail(3, 'link-cut', 'srv-1:eth0'),
      [4, { type: 'repair-all' }],
      fail(5, 'device-reload', 'leaf-a', { gap: '0', boot: '10' }),
      fail(15, 'device-reload', 'leaf-a'),
      // What a protection disabled is repaired without having been begun.
      repair(16, 'port-err-disable', 'leaf-a:Ethernet1/3'),
    ]),
  ).toEqual([])
})

test.each([
  [fail(1, 'explode', 'leaf-a'), /^There is no failure called "explode"/],
  [fail(1, 'link-cut', 'srv-9:eth0'), /^Nothing here is called "srv-9".*srv-1/],
  [fail(1, 'link-cut', 'leaf-a'), /^Cut is done to a cable; leaf-a is a device/],
  [fail(1, 'device-reload', 'leaf-a', { boot: 'long' }), /boot is a number from 1 to 3600/],
  [fail(1, 'device-reload', 'leaf-a', { speed: '1' }), /has no option "speed"/],
  [fail(61, 'link-cut', 'srv-1:eth0'), /comes after the end of the scenario, at 60 s/],
] as const)('what leads nowhere is told: %j', (step, words) => {
  expect(problems([step])).toEqual([{ step: 0, text: expect.stringMatching(words) }])
})

test('steps that contradict each other are told', () => {
  expect(
    problems([
      repair(1, 'link-cut', 'srv-1:eth0'),
      fail(2, 'link-cut', 'srv-1:eth0'),
      fail(3, 'link-cut', 'leaf-a:Ethernet1/1'),
      fail(4, 'device-power-off', 'leaf-b'),
      fail(5, 'device-reload', 'leaf-b'),
      fail(6, 'peer-link-down', 'leafs'),
      repair(6, 'peer-link-down', 'leafs'),
    ]).map(({ step, text }) => `${step}: ${text}`),
  ).toEqual([
    '0: repairs “Cut” on srv-1:eth0, which is not broken at 1 s.',
    '2: does “Cut” to leaf-a:Ethernet1/1 again, which is broken so since 2 s: repair it first.',
    '4: does “Reload” to leaf-b, which is off since 4 s.',
    '6: repairs “Peer-link down” on leafs at the very instant at which it begins.',
  ])
})

test('a scenario of another design names what is missing', () => {
  const other = networkOf(plainLacp.build().topology)
  const found = scenarioProblems(
    other,
    scenario([fail(1, 'peer-link-down', 'leafs'), fail(2, 'link-cut', 'srv-1:eth0')]),
  )
  expect(found).toEqual([{ step: 0, text: expect.stringMatching(/^Nothing here is called "leafs"/) }])
})

type Timed = readonly [seconds: number, command: RunCommand]

function problems(steps: readonly Timed[]) {
  return scenarioProblems(pair, scenario(steps))
}

function scenario(steps: readonly Timed[]) {
  const timed = steps.map(([seconds, command]): TimedCommand => ({ at: seconds * 1_000_000, command }))
  return { name: 'tested', start: 'settled', steps: timed, until: 60_000_000 } as const
}

function fail(seconds: number, failure: string, target: string, options: Record<string, string> = {}): Timed {
  return [seconds, { type: 'fail', failure, target, options }]
}

function repair(seconds: number, failure: string, target: string): Timed {
  return [seconds, { type: 'repair', failure, target }]
}
