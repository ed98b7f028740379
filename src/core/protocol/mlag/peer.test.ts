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
  held,
  roles,
} from './testing/pair.ts'

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

  test('when one peer alone sees the peer-link go down, both start anew and hear everything again', () => {
    const pair = runningPair()
    tell(pair, 0, { type: 'peer-link', up: false })
    run(pair, pair.now + 2)
    tell(pair, 0, { type: 'peer-link', up: true })
    run(pair, pair.now + 10 * SECOND)
    expect(pair.peers.map(isSynced)).toEqual([true, true])
    expect(roles(pair)).toEqual(['primary', 'secondary'])
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
