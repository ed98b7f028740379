import { describe, expect, test } from 'vitest'
import { config, createPair, held, peerLink, rules, run, runningPair, SECOND, tell, type Pair } from './testing/pair.ts'

const restart = (pair: Pair, at: 0 | 1) => tell(pair, at, { type: 'restart' })

describe('a peer whose agent starts anew while the peer-link is up', () => {
  test('comes back into the session, though the platform asks the keepalive at once', () => {
    const at = rules({ numbers: { 'keepalive-hold-ms': 0 } })
    const pair = runningPair([config(0, { rules: at }), config(1, { rules: at })])
    restart(pair, 0)
    run(pair, 60 * SECOND)
    expect(held(pair)).toEqual([null, null])
    expect(pair.peers.map(({ adjacent }) => adjacent)).toEqual([true, true])
  })

  test('counts as lost where nothing on the peer-link answers', () => {
    const at = rules({ numbers: { 'keepalive-hold-ms': 0 } })
    const pair = runningPair([config(0, { rules: at }), config(1, { rules: at })])
    restart(pair, 1)
    pair.loses = () => true
    run(pair, pair.now + 3 * SECOND)
    expect(held(pair)).toEqual([null, 'peer-link-lost'])
    expect(pair.peers[1].members?.suspension.text).toContain('peer-link silent')
  })
})

describe('a keepalive that is back while both act', () => {
  const yielding = (holdMs: number | null): Pair => {
    const at = rules({
      numbers: { 'keepalive-back-hold-ms': holdMs },
      choices: { 'keepalive-back-while-split': 'secondary-suspends' },
    })
    const pair = runningPair([config(0, { rules: at }), config(1, { rules: at })])
    pair.keepalivePath = false
    run(pair, pair.now + 10 * SECOND)
    peerLink(pair, false)
    run(pair, pair.now + 20 * SECOND)
    return pair
  }

  test.each([
    [null, 'peer-link-lost', 'peer-link-lost'],
    [3000, null, 'peer-link-lost'],
  ])('with a hold of %s ms', (holdMs, early, late) => {
    const pair = yielding(holdMs)
    pair.keepalivePath = true
    run(pair, pair.now + 2 * SECOND)
    expect(pair.peers[1].members?.cause ?? null).toBe(early)
    run(pair, pair.now + 3 * SECOND)
    expect(pair.peers[1].members?.cause ?? null).toBe(late)
  })

  test('is no matter when the peer-link is back within the hold', () => {
    const pair = yielding(3000)
    pair.keepalivePath = true
    run(pair, pair.now + 2 * SECOND)
    peerLink(pair, true)
    run(pair, pair.now + 60 * SECOND)
    expect(held(pair)).toEqual([null, null])
  })
})

describe('members that go down with the agent', () => {
  const at = rules({ choices: { 'on-agent-lost': 'members-down' } })

  test('stay down until the peers are in step again and the restore delay is over', () => {
    const pair = runningPair([config(0, { rules: at }), config(1, { rules: at })])
    tell(pair, 1, { type: 'stopped' })
    expect(held(pair)).toEqual([null, 'agent-lost'])
    const back = pair.now
    restart(pair, 1)
    run(pair, back + 29 * SECOND)
    expect(held(pair)).toEqual([null, 'agent-lost'])
    run(pair, back + 35 * SECOND)
    expect(held(pair)).toEqual([null, null])
  })

  test('wait as after a start when there is no peer', () => {
    const alone = rules({ choices: { 'on-agent-lost': 'members-down' }, switches: { 'solo-start': true } })
    const pair = runningPair([config(0, { rules: alone }), config(1, { rules: alone })])
    peerLink(pair, false)
    pair.keepalivePath = false
    run(pair, pair.now + 20 * SECOND)
    tell(pair, 1, { type: 'stopped' })
    restart(pair, 1)
    const back = pair.now
    run(pair, back + 239 * SECOND)
    expect(held(pair)[1]).toBe('agent-lost')
    run(pair, back + 241 * SECOND)
    expect(held(pair)[1]).toBe(null)
  })

  test('are no matter to a platform whose members stay', () => {
    const pair = createPair([config(0), config(1)])
    peerLink(pair, true)
    run(pair, 40 * SECOND)
    tell(pair, 1, { type: 'stopped' })
    expect(held(pair)).toEqual([null, null])
  })
})
