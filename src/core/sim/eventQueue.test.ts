import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  CLASS,
  createQueue,
  isCommandNext,
  nextTime,
  pop,
  push,
  scheduled,
  takeOut,
  type EventClass,
} from './eventQueue.ts'

test('events come by time, then frames before timers before commands, then in order of scheduling', () => {
  const one = fc.record({ at: fc.nat(20), cls: fc.constantFrom<EventClass>(CLASS.frame, CLASS.timer, CLASS.command) })
  fc.assert(
    fc.property(fc.array(one, { maxLength: 200 }), (items) => {
      const queue = createQueue<number>()
      items.forEach(({ at, cls }, n) => push(queue, at, cls, n))
      const expected = items
        .map((item, n) => ({ ...item, n }))
        .sort((a, b) => a.at - b.at || a.cls - b.cls || a.n - b.n)
        .map(({ n }) => n)
      const got: number[] = []
      for (let next = pop(queue); next !== undefined; next = pop(queue)) got.push(next)
      expect(got).toEqual(expected)
    }),
    { seed: 20_261_124 },
  )
})

test('and so do events that are scheduled while others are taken, most of them as far ahead as others', () => {
  const ahead = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(1, 5, 40, 1_000) },
    { weight: 1, arbitrary: fc.nat(2_000) },
  )
  const one = fc.record({ ahead, cls: fc.constantFrom<EventClass>(CLASS.frame, CLASS.timer), takes: fc.nat(3) })
  fc.assert(
    fc.property(fc.array(one, { maxLength: 600 }), (steps) => {
      const queue = createQueue<number>()
      const waiting: { readonly at: number; readonly cls: number; readonly n: number }[] = []
      for (const [n, { ahead, cls, takes }] of steps.entries()) {
        push(queue, queue.now + ahead, cls, n)
        waiting.push({ at: queue.now + ahead, cls, n })
        waiting.sort((a, b) => a.at - b.at || a.cls - b.cls || a.n - b.n)
        // Two of three times one is taken: lanes grow, empty and close up.
        const taken = takes > 0 ? [pop(queue), waiting.shift()?.n] : [n, n]
        expect(taken[0]).toBe(taken[1])
      }
      const rest = structuredClone(queue)
      for (const { n } of waiting) expect(pop(rest)).toBe(n)
      expect(pop(rest)).toBeUndefined()
    }),
    { seed: 20_261_124 },
  )
})

test('a lane takes up what is free: it grows with what waits, not with what has passed', () => {
  const queue = createQueue<number>()
  for (let n = 0; n < 100; n += 1) push(queue, queue.now + 1_000, CLASS.timer, n)
  for (let n = 100; n < 10_000; n += 1) {
    expect(pop(queue)).toBe(n - 100)
    push(queue, queue.now + 1_000, CLASS.timer, n)
  }
  expect(queue.heap).toHaveLength(0)
  expect(queue.lanes.map(({ events }) => events.length).toSorted((a, b) => b - a)[0]).toBe(128)
})

test('the next event is told without taking it, and all that is scheduled without order', () => {
  const queue = createQueue<string>()
  expect(nextTime(queue)).toBe(Number.POSITIVE_INFINITY)
  push(queue, 7, CLASS.command, 'command')
  expect([nextTime(queue), isCommandNext(queue)]).toEqual([7, true])
  for (let n = 0; n < 20; n += 1) push(queue, 7 + n, CLASS.timer, `timer ${n}`)
  expect([nextTime(queue), isCommandNext(queue)]).toEqual([7, false])
  expect(pop(queue)).toBe('timer 0')
  expect([...scheduled(queue)].map(({ at, event }) => `${at} ${event}`).toSorted()).toEqual(
    ['7 command', ...Array.from({ length: 19 }, (_, n) => `${8 + n} timer ${n + 1}`)].toSorted(),
  )
})

test('one that is taken out is gone, and all the others come as they would have come', () => {
  const one = fc.record({ ahead: fc.constantFrom(1, 5, 40, 700), takes: fc.boolean() })
  fc.assert(
    fc.property(fc.array(one, { minLength: 1, maxLength: 200 }), fc.nat(199), (steps, unwanted) => {
      const queues = [createQueue<number>(), createQueue<number>()] as const
      for (const [n, { ahead, takes }] of steps.entries())
        for (const queue of queues) {
          push(queue, queue.now + ahead, CLASS.timer, n)
          if (takes) pop(queue)
        }
      const rest = ([queue]: typeof queues) => {
        const got: number[] = []
        for (let next = pop(queue); next !== undefined; next = pop(queue)) got.push(next)
        return got
      }
      const [untouched, other] = queues
      const found = takeOut(other, ({ event }) => event === unwanted)
      // What is scheduled afterwards still finds its place.
      for (const queue of queues) push(queue, queue.now + 5, CLASS.frame, 1_000)
      const all = rest([untouched, untouched])
      expect(found).toBe(all.includes(unwanted))
      expect(rest([other, other])).toEqual(all.filter((n) => n !== unwanted))
    }),
    { seed: 20_261_129 },
  )
})
