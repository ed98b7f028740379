import { expect, test } from 'vitest'
import { createPair, config, held, PARAMETERS, peerLink, rules, run, SECOND, tell, type Pair } from './testing/pair.ts'
import type { Parameter } from './messages.ts'

const THREE: readonly Parameter[] = [
  ...PARAMETERS,
  { scope: 12, type: '1', name: 'MTU', value: '9216' },
  { scope: 101, type: '1', name: 'MTU', value: '9216' },
]

/** A pair of vPC's timers but for the given ones, with the peer-link up and members forwarding. */
function pairWith(change: Parameters<typeof rules>[0]): Pair {
  const own = rules(change)
  const pair = createPair([config(0, { rules: own }), config(1, { rules: own })])
  for (const at of [0, 1] as const) tell(pair, at, { type: 'parameters', parameters: THREE })
  peerLink(pair, true)
  return pair
}

/** Member bonds that were let up at a peer, in order. */
function ups(pair: Pair, at: 0 | 1): readonly number[] {
  return pair.wanted[at].flatMap((effect) =>
    effect.do === 'hold-bond' && effect.hold === null ? [effect.channel] : [],
  )
}

test('members come up one after the other, the lowest number first, each with its interval', () => {
  const pair = pairWith({ numbers: { 'member-restore-ms': 30_000, 'member-stagger-ms': 5_000 } })
  const seen = [29, 31, 34, 36, 41].map((second) => {
    run(pair, second * SECOND)
    return pair.peers[1].queued
  })
  expect(seen).toEqual([[], [12, 101], [12, 101], [101], []])
  expect(held(pair)).toEqual([null, null])
  expect(ups(pair, 1)).toEqual([11, 12, 101])
})

test('a peer-link that is lost within the queue takes all members down again, and the queue begins anew', () => {
  const pair = pairWith({ numbers: { 'member-restore-ms': 30_000, 'member-stagger-ms': 60_000 } })
  run(pair, 31 * SECOND)
  expect(pair.peers[1].queued).toEqual([12, 101])
  peerLink(pair, false)
  run(pair, 40 * SECOND)
  expect(held(pair)).toEqual([null, 'peer-link-lost'])
  expect(pair.peers[1].queued).toEqual([])
  expect(pair.peers[1].timers['member-stagger']).toBeNull()
  peerLink(pair, true)
  run(pair, 72 * SECOND)
  expect(held(pair)).toEqual([null, null])
  expect(pair.peers[1].queued).toEqual([12, 101])
})

test('a peer that finds itself alone within the queue lets the rest up at once', () => {
  const pair = pairWith({ numbers: { 'member-restore-ms': 30_000, 'member-stagger-ms': 60_000 } })
  run(pair, 31 * SECOND)
  pair.keepalivePath = false
  run(pair, 37 * SECOND)
  peerLink(pair, false)
  run(pair, 46 * SECOND)
  expect(pair.peers[1].role).toBe('primary')
  expect(pair.peers[1].queued).toEqual([])
})

test('the secondary gives way after the delay, unless the peer-link is back or the peer dies before', () => {
  const delayed = () => {
    const pair = pairWith({ numbers: { 'suspend-delay-ms': 20_000 } })
    run(pair, 40 * SECOND)
    peerLink(pair, false)
    run(pair, 60 * SECOND)
    expect(held(pair)).toEqual([null, null])
    return pair
  }
  const alive = delayed()
  run(alive, 65 * SECOND)
  expect(held(alive)).toEqual([null, 'peer-link-lost'])
  const mended = delayed()
  peerLink(mended, true)
  run(mended, 100 * SECOND)
  expect(held(mended)).toEqual([null, null])
  const dead = delayed()
  dead.keepalivePath = false
  dead.peers[1].timers['suspend-delay'] = 67 * SECOND
  run(dead, 70 * SECOND)
  expect(held(dead)).toEqual([null, null])
  expect(dead.peers[1].role).toBe('primary')
})

test('a peer that starts alone waits for the session as long as it may take', () => {
  const alone = (hold: number | null) => {
    const numbers = { 'solo-start-ms': null, 'reload-member-ms': 240_000, 'session-hold-ms': hold }
    const own = rules({ numbers, switches: { 'solo-start': true, 'keepalive-needed-first': false } })
    const pair = createPair([config(0, { rules: own }), config(1, { rules: own })])
    const free = [200, 260, 310, 350].find((second) => {
      run(pair, second * SECOND)
      return pair.peers[0].members === null
    })
    return free
  }
  expect([alone(null), alone(100_000), alone(300_000), alone(340_000)]).toEqual([260, 260, 310, 350])
})

test('parameters are compared after the delay, once for all that changed meanwhile', () => {
  const pair = pairWith({ numbers: { 'consistency-delay-ms': 10_000 } })
  run(pair, 60 * SECOND)
  const changed = THREE.map((one) => (one.scope === 11 && one.name === 'MTU' ? { ...one, value: '1500' } : one))
  tell(pair, 0, { type: 'parameters', parameters: changed })
  run(pair, 69 * SECOND)
  expect([...pair.peers[1].bondHolds.keys()]).toEqual([])
  run(pair, 71 * SECOND)
  expect([...pair.peers[1].bondHolds.keys()]).toEqual([11])
})
