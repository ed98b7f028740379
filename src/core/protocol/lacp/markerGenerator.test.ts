import { expect, test } from 'vitest'
import { askPorts, generatorTimer, holdsFrames, IDLE_GENERATOR, takeResponse } from './markerGenerator.ts'

const SYSTEM = '02:00:00:00:00:0a'
const SECOND = 1_000_000

test('MK5: nothing of a conversation is sent on its new port before every old port answered', () => {
  const asked = askPorts(IDLE_GENERATOR, [1, 2], 0)
  expect(holdsFrames(asked)).toBe(true)
  const answer = (requesterPort: number, more = {}) => ({ ...response(requesterPort, asked.transactionId), ...more })
  expect(takeResponse(asked, SYSTEM, answer(1, { transactionId: 99 }))).toBe(asked)
  expect(takeResponse(asked, SYSTEM, answer(1, { requesterSystem: '02:00:00:00:00:0b' }))).toBe(asked)
  const half = takeResponse(asked, SYSTEM, answer(1))
  expect(holdsFrames(half)).toBe(true)
  expect(takeResponse(half, SYSTEM, answer(1))).toBe(half)
  expect(holdsFrames(takeResponse(half, SYSTEM, answer(2)))).toBe(false)
})

test('MK6: a partner that never answers is waited for three seconds', () => {
  const asked = askPorts(IDLE_GENERATOR, [1], 0)
  expect(holdsFrames(generatorTimer(asked, 3 * SECOND - 1))).toBe(true)
  const over = generatorTimer(asked, 3 * SECOND)
  expect(holdsFrames(over)).toBe(false)
  expect(takeResponse(over, SYSTEM, response(1, over.transactionId)).state).toBe('idle')
})

function response(requesterPort: number, transactionId: number) {
  return { requesterPort, requesterSystem: SYSTEM, transactionId, octets: new Uint8Array(110) }
}
