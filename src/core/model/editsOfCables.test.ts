import { describe, expect, test } from 'vitest'
import type { Design } from './design.ts'
import { applyEdit, connectProblem } from './edits.ts'
import { networkOf } from './network.ts'
import { both, cable, CONTEXT, edited, EMPTY, HOST, id, message, MGMT, NX, PAIR } from './testing/editing.ts'

describe('adding', () => {
  test('gives every device a name, an address and a place of its own', () => {
    const { topology, layout } = edited(EMPTY, NX, NX, HOST, HOST, MGMT)
    expect(topology.devices.map(({ name, mac }) => [name, mac])).toEqual([
      ['sw-1', '00:00:5e:00:53:01'],
      ['sw-2', '00:00:5e:00:53:02'],
      ['srv-1', '02:00:00:00:0a:01'],
      ['srv-2', '02:00:00:00:0a:02'],
      ['mgmt-1', '00:00:5e:00:53:03'],
    ])
    expect(topology.devices.flatMap((device) => (device.kind === 'host' ? [device.ipv4] : []))).toEqual([
      '10.0.10.11',
      '10.0.10.12',
    ])
    expect(layout[id('srv-1')]).toEqual({ x: 0, y: 200 })
  })

  test('a pair comes as a domain with a peer-link of two cables on the ports for it', () => {
    const { topology, layout } = edited(EMPTY, PAIR)
    expect(topology.domains[0]).toMatchObject({
      name: 'pair-1',
      number: 10,
      peers: ['sw-1', 'sw-2'],
      peerLink: topology.bonds[0]?.id,
    })
    expect(topology.ports.map(({ name }) => name)).toEqual(['Ethernet53', 'Ethernet53', 'Ethernet54', 'Ethernet54'])
    expect(layout[id('sw-2')]).toEqual({ x: 392, y: 0 })
  })

  test('says which things it made, so that the page can select them', () => {
    expect(applyEdit(EMPTY, NX, CONTEXT)).toMatchObject({ made: ['sw-1'] })
    expect(applyEdit(edited(EMPTY, PAIR), HOST, CONTEXT)).toMatchObject({ made: ['srv-1'] })
  })
})

describe('connecting', () => {
  const pair = edited(EMPTY, PAIR, HOST)

  test('a host to one peer makes a plain cable in the default VLAN', () => {
    const { topology } = edited(pair, cable('srv-1', 'sw-1'))
    expect(topology.bonds).toHaveLength(1)
    expect(topology.links.at(-1)).toMatchObject({ use: 'data', vlans: { mode: 'access', vlan: 10 }, speedGbps: 25 })
    expect(topology.ports.slice(-2).map(({ name }) => name)).toEqual(['eth0', 'Ethernet1'])
  })

  test('the second cable, to the other peer, makes an MLAG bond of both', () => {
    const { topology } = edited(pair, cable('srv-1', 'sw-1'), cable('sw-2', 'srv-1'))
    expect(topology.bonds.at(-1)).toMatchObject({
      members: topology.links.slice(-2).map((link) => link.id),
      ends: [
        { at: { device: 'srv-1' }, channel: 0, mode: 'active' },
        { at: { domain: topology.domains[0]?.id }, channel: 11 },
      ],
      vlans: { mode: 'access', vlan: 10 },
    })
  })

  test('a second host gets the next MLAG id', () => {
    const { topology } = edited(pair, ...both('srv-1'), HOST, ...both('srv-2'))
    expect(topology.bonds.slice(1).map(({ ends }) => ends[1].channel)).toEqual([11, 12])
  })

  test('a bond to one peer is stretched over both by a cable to the other', () => {
    const { topology } = edited(pair, cable('srv-1', 'sw-1'), cable('srv-1', 'sw-1'))
    expect(topology.bonds.at(-1)?.ends[1].at).toEqual({ device: 'sw-1' })
    const stretched = edited({ ...pair, topology, layout: pair.layout }, cable('srv-1', 'sw-2')).topology.bonds.at(-1)
    expect(stretched?.ends[1].at).toEqual({ domain: topology.domains[0]?.id })
    expect(stretched?.members).toHaveLength(3)
  })

  test('never makes a bond when told not to', () => {
    const { topology } = edited(pair, cable('srv-1', 'sw-1'), { ...cable('srv-1', 'sw-2'), bond: 'never' })
    expect(topology.bonds).toHaveLength(1)
  })

  test('a cable between peers joins the peer-link', () => {
    const { topology } = edited(pair, cable('sw-1', 'sw-2'))
    expect(topology.bonds[0]?.members).toHaveLength(3)
  })

  test('four cables between two pairs are one bond', () => {
    const pairs = edited(EMPTY, PAIR, PAIR)
    const ends = ['sw-1', 'sw-2'].flatMap((a) => ['sw-3', 'sw-4'].map((b) => cable(a, b)))
    const { topology } = edited(pairs, ...ends)
    expect(topology.bonds).toHaveLength(3)
    expect(topology.bonds.at(-1)).toMatchObject({ ends: topology.domains.map(({ id }) => ({ at: { domain: id } })) })
    expect(topology.bonds.at(-1)?.members).toHaveLength(4)
  })

  test('a switch to a management switch is a keepalive from the management port', () => {
    const { topology } = edited(pair, MGMT, cable('sw-1', 'mgmt-1'), cable('sw-2', 'mgmt-1'))
    expect(topology.ports.slice(-4).map(({ name }) => name)).toEqual(['Management1', 'port1', 'Management1', 'port2'])
    const net = networkOf(topology)
    expect(net.keepalivePathsOf.get(topology.domains[0]!.id)).toEqual([topology.links.slice(-2).map((link) => link.id)])
  })

  test('says why a cable cannot go there', () => {
    const design = edited(pair, HOST, MGMT, cable('srv-1', 'sw-1'))
    const problem = (from: string, to: string, index: number | null = null) =>
      connectProblem(
        design,
        { device: id(from), port: index === null ? null : { kind: 'front', index } },
        { device: id(to), port: null },
        CONTEXT,
      )
    expect(problem('srv-1', 'srv-1')).toBe('A cable from srv-1 back to srv-1 would be a loop.')
    expect(problem('srv-1', 'srv-2')).toBe('Hosts are connected through a switch.')
    expect(problem('srv-1', 'mgmt-1')).toBe(
      'srv-1 is a host: management ports and management switches carry keepalives only.',
    )
    expect(problem('sw-1', 'srv-2', 1)).toBe('sw-1:Ethernet1 already has a cable.')
    expect(problem('sw-1', 'srv-2', 99)).toBe('sw-1 has no port Ethernet99.')
    expect(problem('nowhere', 'srv-2')).toBe('That device is no longer in the design.')
    expect(problem('sw-1', 'srv-2', 2)).toBeNull()
  })

  test('a device without free ports refuses', () => {
    const full = Array.from({ length: 8 }).reduce<Design>((design) => edited(design, cable('srv-1', 'sw-1')), pair)
    expect(message(full, cable('srv-1', 'sw-1'))).toBe('srv-1 has no free port.')
  })
})
