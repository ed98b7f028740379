import { describe, expect, test } from 'vitest'
import { networkOf } from './network.ts'
import { both, cable, edited, EMPTY, HOST, id, message, NX, PAIR, topologyOf } from './testing/editing.ts'

describe('pairs', () => {
  const bonded = edited(EMPTY, PAIR, HOST, ...both('srv-1'))

  test('taken apart, a bond to both peers is one to each that the host still has as one', () => {
    const { topology } = edited(bonded, { type: 'unpair', domain: topologyOf(bonded).domains[0]!.id })
    const [, first, second] = topology.bonds
    expect([first?.ends[1].at, second?.ends[1].at]).toEqual([{ device: 'sw-1' }, { device: 'sw-2' }])
    expect(networkOf(topology).lagsOf.get(id('srv-1'))).toHaveLength(1)
  })

  test('paired again, they are the bond and the peer-link they were', () => {
    const domain = topologyOf(bonded).domains[0]!.id
    const again = edited(bonded, { type: 'unpair', domain }, { type: 'pair-switches', peers: [id('sw-1'), id('sw-2')] })
    expect(again.topology.bonds).toEqual(bonded.topology.bonds)
    expect(again.topology.links).toEqual(bonded.topology.links)
  })

  test('one cable between two switches is filled up to a peer-link of two', () => {
    const { topology } = edited(EMPTY, NX, NX, cable('sw-1', 'sw-2'), {
      type: 'pair-switches',
      peers: [id('sw-1'), id('sw-2')],
    })
    expect(topology.bonds[0]?.members).toHaveLength(2)
    expect(topology.domains[0]?.peerLink).toBe(topology.bonds[0]?.id)
  })

  test('need two switches of one platform that are not paired yet', () => {
    const design = edited(EMPTY, PAIR, NX, HOST)
    const pairing = (a: string, b: string) => message(design, { type: 'pair-switches', peers: [id(a), id(b)] })
    expect(pairing('sw-1', 'sw-3')).toBe('sw-1 is already a peer of pair-1. Dissolve that pair first.')
    expect(pairing('sw-3', 'srv-1')).toBe('Only two switches make a pair; srv-1 is none.')
    expect(pairing('sw-3', 'sw-3')).toBe('sw-3 cannot be its own peer.')
    const unlike = edited(EMPTY, NX, { ...NX, vendor: 'arista-eos' })
    expect(message(unlike, { type: 'pair-switches', peers: [id('sw-1'), id('sw-2')] })).toMatch(/different platforms/)
  })

  test('need a platform that forms pairs, and stay on one', () => {
    const plain = edited(EMPTY, { ...NX, vendor: 'cisco-ios-xe' }, { ...NX, vendor: 'cisco-ios-xe' })
    expect(message(plain, { type: 'pair-switches', peers: [id('sw-1'), id('sw-2')] })).toBe(
      'sw-1 and sw-2 run a platform that forms no pair. Give both another one first.',
    )
    expect(message(bonded, { type: 'set-platform', device: id('sw-2'), vendor: 'cisco-ios-xe' })).toBe(
      'Two switches of that platform form no pair. Dissolve pair-1 first, or choose another one.',
    )
    expect(message(EMPTY, { ...PAIR, vendor: 'cisco-ios-xe' })).toMatch(/forms no pair/)
  })

  test('a removed peer takes its cables, the domain and the peer-link along; the bond stays with the other', () => {
    const { topology, layout } = edited(bonded, { type: 'remove', devices: [id('sw-2')], links: [] })
    expect(topology.domains).toEqual([])
    expect(topology.bonds.map(({ ends }) => ends[1].at)).toEqual([{ device: 'sw-1' }])
    expect(topology.links).toHaveLength(1)
    expect(topology.ports).toHaveLength(2)
    expect(Object.keys(layout)).toEqual(['sw-1', 'srv-1'])
  })

  test('change their platform together, and their ports are renamed', () => {
    const { topology } = edited(bonded, { type: 'set-platform', device: id('sw-2'), vendor: 'cisco-nxos' })
    const names = topology.ports.filter(({ device }) => device !== 'srv-1').map(({ name }) => name)
    expect(names).toEqual([
      'Ethernet1/53',
      'Ethernet1/53',
      'Ethernet1/54',
      'Ethernet1/54',
      'Ethernet1/1',
      'Ethernet1/1',
    ])
    expect(topology.ports.map((port) => port.id)).toEqual(bonded.topology.ports.map((port) => port.id))
  })
})
