import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CLASS, createQueue, pop, push, type EventClass } from './eventQueue.ts'

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
      for (let next = pop(queue); next !== undefined; next = pop(queue)) got.push(next.event)
      expect(got).toEqual(expected)
    }),
    { seed: 20_261_124 },
  )
})
