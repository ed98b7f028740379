import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isSynced } from './peerState.ts'
import { roleText } from './role.ts'
import {
  config,
  createPair,
  PARAMETERS,
  peerLink,
  rules,
  run,
  runningPair,
  SECOND,
  tell,
  type Pair,
} from './testing/pair.ts'

const roles = (pair: Pair) => pair.peers.map(({ role }) => role)
const held = (pair: Pair) => pair.peers.map(({ members }) => members?.cause ?? null)

describe('adjacency', () => {
  test('the lower priority becomes primary; members wait for the delay restore', () => {
    const pair = createPair()
    peerLink(pair, true)
    run(pair, 29 * SECOND)
    expect(roles(pair)).toEqual(['primary', 'secondary'])
    expect(held(pair)).toEqual(['boot', 'boot'])
    run(pair, 31 * SECOND)
    expect(held(pair)).toEqual([null, null])
    expect(pair.peers.map(({ systemId }) => systemId)).toEqual(['00:23:04:ee:be:0a', '00:23:04:ee:be:0a'])
    expect(pair.peers.map(({ offset }) => offset)).toEqual([false, true])
  })

  test('at first it waits for a keepalive where the platform needs one; later it does not', () => {
    const pair = createPair()
    pair.keepalivePath = false
    run(pair, 100)
    pair.wire.length = 0
    peerLink(pair, true)
    run(pair, 20 * SECOND)
    const first = pair.peers.map(({ adjacent }) => adjacent)
    pair.keepalivePath = true
    run(pair, 25 * SECOND)
    expect([first, pair.peers.map(({ adjacent }) => adjacent)]).toEqual([
      [false, false],
      [true, true],
    ])
    pair.keepalivePath = false
    run(pair, 60 * SECOND)
    peerLink(pair, false)
    peerLink(pair, true)
    run(pair, 61 * SECOND)
    expect(pair.peers.map(({ adjacent }) => adjacent)).toEqual([true, true])
  })

  test('different domain ids never form one', () => {
    const pair = runningPair([config(0), config(1, { domainNumber: 20 })])
    expect(pair.peers.map(({ adjacent, members }) => [adjacent, members?.cause])).toEqual([
      [false, 'boot'],
      [false, 'boot'],
    ])
  })

  test.each([
    ['a bond', 11, '1500', [[], [11]]],
    ['the domain', 'domain', '1500', [[], [11]]],
  ] as const)('a type 1 difference of %s suspends on the secondary until it is gone', (_, scope, value, expected) => {
    const pair = runningPair()
    const drifted = [...PARAMETERS, { scope, type: '1', name: 'MTU', value } as const]
    tell(pair, 0, { type: 'parameters', parameters: drifted })
    run(pair, 41 * SECOND)
    expect(pair.peers.map(({ bondHolds }) => [...bondHolds.keys()])).toEqual(expected)
    tell(pair, 0, { type: 'parameters', parameters: PARAMETERS })
    run(pair, 42 * SECOND)
    expect(pair.peers.map(({ bondHolds }) => [...bondHolds.keys()])).toEqual([[], []])
  })

  test('differing VLAN lists leave only the common VLANs, on both peers', () => {
    const pair = runningPair()
    const drifted = PARAMETERS.map((p) => (p.type === 'vlans' ? { ...p, value: '10,30' } : p))
    tell(pair, 1, { type: 'parameters', parameters: drifted })
    run(pair, 41 * SECOND)
    expect(pair.peers.map(({ vlanLimits }) => [...vlanLimits])).toEqual([[[11, [10]]], [[11, [10]]]])
    expect(held(pair)).toEqual([null, null])
  })

  test('messages arrive in order and once whatever the peer-link loses', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 20, maxLength: 60 }), (losses) => {
        const pair = runningPair()
        let at = 0
        pair.loses = () => losses[at++] ?? false
        for (let address = 1; address <= 8; address += 1) {
          tell(pair, 0, { type: 'learned', address, vlan: 10, channel: 11 })
        }
        run(pair, 60 * SECOND)
        const installed = pair.wanted[1].flatMap((effect) => (effect.do === 'install' ? [effect.address] : []))
        expect(installed).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
        expect(pair.peers.every(isSynced)).toBe(true)
      }),
      { seed: 20_261_124, numRuns: 60 },
    )
  })
})

describe('peer-link lost', () => {
  test('keepalive alive: the secondary suspends between hold-timeout and one interval later, the primary never', () => {
    const pair = runningPair()
    peerLink(pair, false)
    run(pair, 40 * SECOND + 2_990_000)
    expect(held(pair)).toEqual([null, null])
    run(pair, 40 * SECOND + 4_010_000)
    expect(held(pair)).toEqual([null, 'peer-link-lost'])
    expect(roles(pair)).toEqual(['primary', 'secondary'])
  })

  test('keepalive dead: the secondary becomes primary after hold and time-out, and says so', () => {
    const pair = runningPair()
    pair.keepalivePath = false
    peerLink(pair, false)
    run(pair, 40 * SECOND + 7_990_000)
    expect(roles(pair)).toEqual(['primary', 'secondary'])
    run(pair, 40 * SECOND + 8_000_000)
    expect(roles(pair)).toEqual(['primary', 'primary'])
    expect(roleText(pair.peers[1])).toBe('secondary, operational primary')
    expect(held(pair)).toEqual([null, null])
  })

  test('it heals: the sticky bit keeps the new primary, the old one steps back and waits', () => {
    const pair = runningPair()
    pair.keepalivePath = false
    peerLink(pair, false)
    run(pair, 60 * SECOND)
    peerLink(pair, true)
    run(pair, 61 * SECOND)
    expect(roles(pair)).toEqual(['secondary', 'primary'])
    expect(held(pair)).toEqual(['demoted', null])
    run(pair, 95 * SECOND)
    expect(held(pair)).toEqual([null, null])
  })

  test('a suspended secondary whose primary dies stays down without auto-recovery and takes over with it', () => {
    const withRecovery = [false, true].map((on) => {
      const change = { rules: rules({ switches: { 'solo-start': on } }) }
      const pair = runningPair([config(0, change), config(1, change)])
      peerLink(pair, false)
      run(pair, 50 * SECOND)
      pair.keepalivePath = false
      run(pair, 70 * SECOND)
      return [pair.peers[1].role, pair.peers[1].members?.cause ?? null]
    })
    expect(withRecovery).toEqual([
      ['secondary', 'peer-link-lost'],
      ['primary', null],
    ])
  })
})

describe('starting alone', () => {
  test.each([
    [false, 'none', 'boot'],
    [true, 'primary', null],
  ] as const)('auto-recovery %s', (on, role, cause) => {
    const change = { rules: rules({ switches: { 'solo-start': on } }) }
    const pair = createPair([config(0, change), config(1, change)])
    pair.keepalivePath = false
    pair.wire.length = 0
    run(pair, 239 * SECOND)
    expect(held(pair)[0]).toBe('boot')
    run(pair, 241 * SECOND)
    expect([roles(pair)[0], held(pair)[0]]).toEqual([role, cause])
  })
})

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
