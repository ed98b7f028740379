import { describe, expect, test } from 'vitest'
import { applyEdit, type Edit } from './edits.ts'
import { toId } from './ids.ts'
import { need } from './network.ts'
import { bonds, both, cable, CONTEXT, edited, EMPTY, HOST, id, message, NX, PAIR, template } from './testing/editing.ts'

describe('bonds and cables', () => {
  const design = template('basic-pair')

  test('a cable taken out of its bond keeps the VLANs of the bond', () => {
    const bond = need(bonds(design), 'bond-srv-1')
    const changed = edited(design, { type: 'set-bond', bond: bond.id, set: { vlans: { mode: 'access', vlan: 20 } } })
    const { topology } = edited(changed, { type: 'set-link-role', link: bond.members[0]!, role: 'plain' })
    expect(topology.links.find(({ id }) => id === bond.members[0])?.vlans).toEqual({ mode: 'access', vlan: 20 })
    expect(need(bonds({ ...design, topology }), 'bond-srv-1').members).toEqual([bond.members[1]])
  })

  test('a VLAN given to a cable joins the list; one in use cannot leave it', () => {
    const bond = need(bonds(design), 'bond-srv-1').id
    const changed = edited(design, {
      type: 'set-bond',
      bond,
      set: { vlans: { mode: 'trunk', native: 1, allowed: [10, 30] } },
    })
    expect(changed.topology.vlans).toEqual([
      { id: 10, name: 'servers' },
      { id: 30, name: 'VLAN0030' },
    ])
    expect(message(changed, { type: 'remove-vlan', id: 30 })).toBe(
      'VLAN 30 is in use on the bond of leafs and srv-1. Take it off these cables first.',
    )
  })

  test('a VLAN in use is refused with the names of what carries it', () => {
    const apart = edited(design, { type: 'remove', devices: [toId('srv-1'), toId('srv-2')], links: [] })
    expect(message(apart, { type: 'remove-vlan', id: 10 })).toBe(
      'VLAN 10 is in use on the bond of leaf-a and leaf-b, the cable from leaf-a Ethernet1/3 to orphan-a eth0, the cable from leaf-b Ethernet1/3 to orphan-b eth0. Take it off these cables first.',
    )
  })

  test('an MLAG id is free or refused', () => {
    const bond = need(bonds(design), 'bond-srv-1').id
    const set = (channel: number): Edit => ({ type: 'set-bond-end', bond, end: 0, set: { channel } })
    expect(message(design, set(12))).toBe('Two bonds of leafs, bond-srv-1 and bond-srv-2, have the MLAG id 12.')
    expect(need(bonds(edited(design, set(13))), 'bond-srv-1').ends[0].channel).toBe(13)
  })

  test('a dissolved bond leaves its cables; a dissolved peer-link leaves the pair without one', () => {
    const { topology } = edited(design, { type: 'dissolve-bond', bond: id('bond-peer-link') })
    expect(topology.links).toEqual(design.topology.links)
    expect(topology.domains[0]?.peerLink).toBeNull()
    const again = edited(
      { ...design, topology },
      { type: 'set-link-role', link: id('link-leaf-a-p53-leaf-b'), role: 'peer-link' },
    )
    expect(again.topology.domains[0]?.peerLink).not.toBeNull()
  })

  test('a host bond to two switches that are no pair changes its rate as one', () => {
    const design = template('two-plain-lags')
    const changed = edited(design, { type: 'set-bond-end', bond: id('bond-srv-1-sw-2'), end: 1, set: { rate: 'slow' } })
    const servers = changed.topology.bonds.slice(0, 4)
    expect(servers.map(({ ends }) => ends[1].rate)).toEqual(['slow', 'slow', 'fast', 'fast'])
    expect(servers.map(({ ends }) => ends[0].rate)).toEqual(['fast', 'fast', 'fast', 'fast'])
  })

  test('an orphan cable becomes a bond of one and a keepalive cable cannot', () => {
    const link = id<'link'>('link-leaf-a-p3-orphan-a')
    const { topology } = edited(design, { type: 'set-link-role', link, role: 'member', bond: 'new' })
    expect(topology.bonds.at(-1)).toMatchObject({
      members: [link],
      ends: [
        { at: { domain: 'domain-leafs' }, channel: 13 },
        { at: { device: 'orphan-a' }, channel: 0 },
      ],
    })
    expect(
      message(design, { type: 'set-link-role', link: id('link-leaf-a-m1-mgmt-1'), role: 'member', bond: 'new' }),
    ).toMatch(/management port/)
    expect(message(design, { type: 'set-link-role', link, role: 'member', bond: id('bond-peer-link') })).toBe(
      'The cable link-leaf-a-p3-orphan-a does not connect the two ends of its bond, leaf-a and leaf-b.',
    )
  })
})

test('spanning tree: a pair has one, and a path cost stays within its range', () => {
  const pair = edited(EMPTY, PAIR)
  const [first] = pair.topology.devices
  const stp = { enabled: true, priority: 4096 }
  const set = edited(pair, { type: 'set-device', device: first!.id, set: { stp } })
  expect(set.topology.devices).toMatchObject([{ stp }, { stp }])
  const { id, ends } = set.topology.bonds[0]!
  const costly = { ...ends[0].stp, cost: 0 }
  expect(applyEdit(set, { type: 'set-bond-end', bond: id, end: 0, set: { stp: costly } }, CONTEXT)).toEqual({
    ok: false,
    message: 'The path cost must be a whole number from 1 to 200000000.',
  })
})

test('spanning tree takes a new cable to a host for an edge, and one between switches not', () => {
  const { topology } = edited(EMPTY, NX, NX, HOST, HOST, cable('sw-1', 'srv-1'), cable('sw-2', 'sw-1'))
  const ends = topology.links.map(({ stp }) => stp.map(({ edge }) => edge))
  expect(ends).toEqual([
    [true, false],
    [false, false],
  ])
  const bonded = edited(EMPTY, PAIR, HOST, ...both('srv-1'))
  expect(bonded.topology.bonds.at(-1)?.ends.map(({ at, stp }) => ['domain' in at, stp.edge])).toEqual([
    [false, false],
    [true, true],
  ])
})
