import { describe, expect, test } from 'vitest'
import { flushPort, forward, installFromPeer, learn, type Bridge, type BridgePort } from './bridge.ts'

const [PEER_LINK, BOND_11, BOND_12, ORPHAN] = [0, 1, 2, 3]
const VLAN = 10

describe('learning', () => {
  test('a source is learned where it came in and the peer hears of it once', () => {
    const bridge = aBridge()
    expect(learn(bridge, port(bridge, BOND_11), 7, VLAN, 0)).toMatchObject({ port: BOND_11, bond: 11 })
    expect(learn(bridge, port(bridge, BOND_11), 7, VLAN, 1)).toBeNull()
    expect(out(bridge, ORPHAN, 7)).toEqual([BOND_11])
  })

  test('the peer hears again after half the ageing time', () => {
    const bridge = aBridge()
    learn(bridge, port(bridge, BOND_11), 7, VLAN, 0)
    expect(learn(bridge, port(bridge, BOND_11), 7, VLAN, 500)).not.toBeNull()
  })

  test('an address behind a member bond is not moved to the peer-link by a frame that took the long way', () => {
    const bridge = aBridge()
    installFromPeer(bridge, 7, VLAN, 11, 0)
    learn(bridge, port(bridge, PEER_LINK), 7, VLAN, 1)
    expect(out(bridge, ORPHAN, 7)).toEqual([BOND_11])
  })

  test('an address ages out and is flooded again', () => {
    const bridge = aBridge()
    learn(bridge, port(bridge, BOND_11), 7, VLAN, 0)
    expect(out(bridge, ORPHAN, 7, 1000)).toEqual([BOND_11])
    expect(out(bridge, ORPHAN, 7, 1001)).toEqual([PEER_LINK, BOND_11, BOND_12])
  })
})

describe('forwarding', () => {
  test('a bond without a local leg is reached over the peer-link, and never back where the frame came from', () => {
    const bridge = aBridge()
    learn(bridge, port(bridge, BOND_11), 7, VLAN, 0)
    port(bridge, BOND_11).up = false
    expect(out(bridge, ORPHAN, 7)).toEqual([PEER_LINK])
    expect(out(bridge, PEER_LINK, 7)).toEqual([])
    port(bridge, BOND_11).up = true
    expect(out(bridge, ORPHAN, 7)).toEqual([BOND_11])
  })

  test('a port that lost the VLAN takes no more frames of it, learned or not', () => {
    const bridge = aBridge()
    learn(bridge, port(bridge, BOND_11), 7, VLAN, 0)
    port(bridge, BOND_11).vlans = new Set()
    expect(out(bridge, ORPHAN, 7)).toEqual([])
    expect(out(bridge, ORPHAN, 99)).toEqual([PEER_LINK, BOND_12])
  })

  test('flooding stays in the VLAN and skips ports that are down', () => {
    const bridge = aBridge()
    port(bridge, BOND_12).up = false
    expect(out(bridge, ORPHAN, 99)).toEqual([PEER_LINK, BOND_11])
    const elsewhere: number[] = []
    forward(bridge, port(bridge, ORPHAN), 99, 20, 0, elsewhere)
    expect(elsewhere).toEqual([])
  })

  test.each([
    ['all-frames', [], [ORPHAN]],
    ['flooded-frames', [BOND_11], [ORPHAN]],
  ] as const)(
    '%s: what came over the peer-link and may leave on a member whose peer leg is up',
    (rule, unicast, flooded) => {
      const bridge = aBridge(rule)
      learn(bridge, port(bridge, BOND_11), 7, VLAN, 0)
      for (const member of [BOND_11, BOND_12]) port(bridge, member).peerLegUp = true
      expect(out(bridge, PEER_LINK, 7)).toEqual(unicast)
      expect(out(bridge, PEER_LINK, 99)).toEqual(flooded)
      port(bridge, BOND_11).peerLegUp = false
      expect(out(bridge, PEER_LINK, 7)).toEqual([BOND_11])
      expect(out(bridge, PEER_LINK, 99)).toEqual([BOND_11, ORPHAN])
    },
  )

  test('what was learned on a port that went down is forgotten; addresses behind member bonds stay', () => {
    const bridge = aBridge()
    learn(bridge, port(bridge, ORPHAN), 5, VLAN, 0)
    learn(bridge, port(bridge, BOND_11), 7, VLAN, 0)
    expect([flushPort(bridge, ORPHAN), flushPort(bridge, BOND_11)]).toEqual([1, 0])
  })
})

function aBridge(egressRule: Bridge['egressRule'] = 'all-frames'): Bridge {
  const aPort = (index: number, bond: number): BridgePort => ({
    index,
    vlans: new Set([VLAN]),
    peerLink: index === PEER_LINK,
    bond,
    up: true,
    peerLegUp: false,
    peerLegAlone: false,
    learns: true,
    forwards: true,
  })
  const ports = [aPort(PEER_LINK, -1), aPort(BOND_11, 11), aPort(BOND_12, 12), aPort(ORPHAN, -1)]
  return { ports, fdb: new Map(), peerLink: PEER_LINK, egressRule, ageingUs: 1000 }
}

function port(bridge: Bridge, index: number): BridgePort {
  const found = bridge.ports[index]
  if (found === undefined) throw new Error(`No port ${index}`)
  return found
}

function out(bridge: Bridge, from: number, to: number, now = 1): readonly number[] {
  const ports: number[] = []
  forward(bridge, port(bridge, from), to, VLAN, now, ports)
  return ports
}
