import { expect, test } from 'vitest'
import { run, sendTimes, sentBy, twoNodes } from './testing/twoNodes.ts'

test('PT1: both active and slow send six LACPDUs in the first minute', () => {
  const lab = twoNodes()
  run(lab, 91_000)
  expect(sentBy(lab, 'a:1').map(({ at, state }) => [at, state])).toEqual([
    [0, 0xc5],
    [1, 0x05],
    [2_001, 0x0d],
    [2_002, 0x3d],
    [30_001, 0x3d],
    [60_001, 0x3d],
    [90_001, 0x3d],
  ])
})

test('PT7: a passive port speaks when it is spoken to', () => {
  const lab = twoNodes({ active: false })
  run(lab, 31_000)
  expect(sentBy(lab, 'a:1')).toEqual([
    { at: 1, state: 0x04 },
    { at: 2_001, state: 0x0c },
    { at: 2_003, state: 0x3c },
    { at: 30_001, state: 0x3c },
  ])
  expect(sendTimes(lab, 'b:1')).toEqual([0, 2_002, 30_002])
})
