import { describe, expect, test } from 'vitest'
import { startPeer } from './peer.ts'
import { createPeer } from './peerState.ts'
import {
  config,
  createPair,
  peerLink,
  rules,
  run,
  runningPair,
  SECOND,
  held,
  roles,
  tell,
  type Pair,
} from './testing/pair.ts'

describe('platforms whose peers both carry on', () => {
  const both = rules({
    numbers: {
      'keepalive-interval-ms': 4000,
      'keepalive-timeout-ms': 12_000,
      'dual-primary-delay-ms': 5000,
      'reload-member-ms': 300_000,
      'reload-orphan-ms': 300_000,
      'solo-start-ms': null,
      'member-restore-ms': null,
      'orphan-restore-ms': null,
      'dual-primary-member-restore-ms': 0,
      'dual-primary-orphan-restore-ms': 0,
      'heartbeat-interval-ms': 4000,
      'heartbeat-timeout-multiplier': 15,
    },
    switches: { 'keepalive-needed-first': false, 'solo-start': true, 'dual-primary-detection': true },
    choices: {
      'on-peer-link-lost': 'both-continue',
      'adjacency-lost-by': 'link-or-heartbeat',
      'pair-system': 'primary-mac-local-bit',
      election: 'priority',
      'on-demotion': 'members-stay',
      'role-words': 'operational',
    },
  })
  const eos = () => {
    const pair = createPair([config(0, { rules: both }), config(1, { rules: both })])
    peerLink(pair, true)
    run(pair, 310 * SECOND)
    return pair
  }

  test('both are primary at once; detection gives way only after a heartbeat that came later', () => {
    const pair = eos()
    peerLink(pair, false)
    run(pair, pair.now + 1)
    expect(roles(pair)).toEqual(['primary', 'primary'])
    run(pair, 320 * SECOND)
    expect(held(pair)).toEqual([null, 'dual-primary'])
    expect(pair.peers[1].orphans?.cause).toBe('dual-primary')
    peerLink(pair, true)
    run(pair, 321 * SECOND)
    expect([roles(pair), held(pair)]).toEqual([
      ['primary', 'secondary'],
      [null, null],
    ])
  })

  test('silence on the peer-link for the heartbeat time-out ends the adjacency though the link is lit', () => {
    const pair = eos()
    pair.loses = () => true
    run(pair, 310 * SECOND + 55 * SECOND)
    expect(pair.peers.map(({ adjacent }) => adjacent)).toEqual([true, true])
    run(pair, 310 * SECOND + 61 * SECOND)
    expect(pair.peers.map(({ adjacent }) => adjacent)).toEqual([false, false])
    pair.loses = () => false
    run(pair, 310 * SECOND + 70 * SECOND)
    expect(pair.peers.map(({ adjacent }) => adjacent)).toEqual([true, true])
    expect(pair.peers.map(({ systemId }) => systemId)).toEqual(['02:00:5e:00:53:0a', '02:00:5e:00:53:0a'])
  })
})

describe('a secondary that waits alone, orphans and members alike', () => {
  const follow = rules({ choices: { 'orphan-hold': 'all-with-members', 'joint-start': 'secondary-waits' } })
  const causes = (pair: Pair) => pair.peers.map(({ members, orphans }) => [members?.cause, orphans?.cause])
  const both = () => [config(0, { rules: follow }), config(1, { rules: follow })] as const

  test('after a start of both peers', () => {
    const pair = createPair(both())
    peerLink(pair, true)
    run(pair, 29 * SECOND)
    expect(causes(pair)).toEqual([
      [undefined, undefined],
      ['boot', 'boot'],
    ])
    run(pair, 31 * SECOND)
    expect(causes(pair)[1]).toEqual([undefined, undefined])
  })

  test('not for a peer that has started alone meanwhile: the one that comes late waits', () => {
    const alone = rules({
      switches: { 'solo-start': true, 'keepalive-needed-first': false },
      choices: { 'joint-start': 'skip' },
    })
    const pair = createPair([config(0, { rules: alone }), config(1, { rules: alone })])
    pair.keepalivePath = false
    run(pair, 241 * SECOND)
    expect(held(pair)).toEqual([null, null])
    // The first one comes back from a restart and meets a peer that forwards.
    pair.peers[0] = createPeer(config(0, { rules: alone }), pair.peers[0].parameters, 7)
    startPeer(pair.peers[0], pair.now, [])
    tell(pair, 0, { type: 'peer-link', up: true })
    tell(pair, 1, { type: 'peer-link', up: true })
    run(pair, pair.now + 29 * SECOND)
    expect(held(pair)).toEqual(['boot', null])
    run(pair, pair.now + 2 * SECOND)
    expect(held(pair)).toEqual([null, null])
  })

  test('after a lost peer-link', () => {
    const pair = runningPair(both())
    peerLink(pair, false)
    run(pair, 60 * SECOND)
    expect(causes(pair)).toEqual([
      [undefined, undefined],
      ['peer-link-lost', 'peer-link-lost'],
    ])
    peerLink(pair, true)
    run(pair, 89 * SECOND)
    expect(causes(pair)[1]).toEqual(['peer-link-lost', 'peer-link-lost'])
    run(pair, 92 * SECOND)
    expect(causes(pair)[1]).toEqual([undefined, undefined])
  })
})

test('a peer whose role is typed keeps it when it starts alone, and forwards', () => {
  const alone = rules({
    switches: { 'solo-start': true, 'keepalive-needed-first': false },
    choices: { 'role-on-takeover': 'keeps-role', election: 'priority-preempt' },
  })
  const pair = createPair([config(0, { rules: alone }), config(1, { rules: alone, typedRole: 'secondary' })])
  pair.keepalivePath = false
  run(pair, 241 * SECOND)
  expect(roles(pair)).toEqual(['primary', 'secondary'])
  expect(held(pair)).toEqual([null, null])
})

describe('two that act as primary and hear each other without a peer-link', () => {
  const yields = rules({
    switches: { 'keepalive-needed-first': false },
    choices: { 'keepalive-back-while-split': 'secondary-suspends' },
  })
  const split = () => {
    const pair = runningPair([config(0, { rules: yields }), config(1, { rules: yields })])
    pair.keepalivePath = false
    run(pair, 60 * SECOND)
    peerLink(pair, false)
    run(pair, 80 * SECOND)
    return pair
  }

  test('the secondary by configuration gives way', () => {
    const pair = split()
    expect(roles(pair)).toEqual(['primary', 'primary'])
    pair.keepalivePath = true
    run(pair, 82 * SECOND)
    expect(roles(pair)).toEqual(['primary', 'secondary'])
    expect(held(pair)).toEqual([null, 'peer-link-lost'])
  })

  test('nobody gives way to a peer that has no role yet', () => {
    const pair = split()
    Object.assign(pair.peers[0], { role: 'none' })
    pair.keepalivePath = true
    run(pair, 90 * SECOND)
    expect(held(pair)).toEqual([null, null])
  })
})

describe('a session over the path drawn as keepalive', () => {
  const beside = rules({
    numbers: { 'heartbeat-interval-ms': 1000, 'heartbeat-timeout-multiplier': 15, 'identity-bounce-ms': 1000 },
    switches: { 'keepalive-needed-first': false },
    choices: {
      'session-path': 'keepalive-path',
      'adjacency-lost-by': 'link-or-heartbeat',
      'on-peer-link-lost': 'nothing',
      'on-peer-unknown': 'own-system',
      election: 'lower-address',
      'role-on-takeover': 'keeps-role',
    },
  })
  const besidePair = () => runningPair([config(0, { rules: beside }), config(1, { rules: beside })])

  test('is its own sign of life: no keepalives beside it, and a lost peer-link is nothing to it', () => {
    const pair = besidePair()
    peerLink(pair, false)
    run(pair, 100 * SECOND)
    expect(pair.peers.map(({ adjacent, keepalive }) => [adjacent, keepalive])).toEqual([
      [true, 'alive'],
      [true, 'alive'],
    ])
    expect(held(pair)).toEqual([null, null])
    expect(pair.peers.map(({ timers }) => timers['keepalive-send'])).toEqual([null, null])
  })

  test('lost, the secondary announces its own system after a bounce; back, the pair is one again', () => {
    const pair = besidePair()
    pair.keepalivePath = false
    run(pair, 53 * SECOND)
    expect(pair.peers.map(({ ownSystem }) => ownSystem)).toEqual([false, false])
    run(pair, 60 * SECOND)
    const bounced = pair.wanted.map((effects) =>
      effects.flatMap((effect) => (effect.do === 'hold-members' ? [effect.hold?.code ?? null] : [])),
    )
    expect(bounced).toEqual([
      ['boot', null],
      ['boot', null, 'identity', null],
    ])
    expect(pair.peers.map(({ ownSystem, keepalive }) => [ownSystem, keepalive])).toEqual([
      [false, 'lost'],
      [true, 'lost'],
    ])
    expect(held(pair)).toEqual([null, null])
    pair.keepalivePath = true
    run(pair, 65 * SECOND)
    expect(pair.peers.map(({ ownSystem, adjacent }) => [ownSystem, adjacent])).toEqual([
      [false, true],
      [false, true],
    ])
    expect(roles(pair)).toEqual(['primary', 'secondary'])
  })
})
