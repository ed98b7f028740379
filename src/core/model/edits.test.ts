import { describe, expect, test } from 'vitest'
import { TEMPLATES } from '../templates/index.ts'
import { NAMINGS } from '../vendors/platforms.ts'
import type { Design } from './design.ts'
import { designProblems } from './document.ts'
import { applyEdit, connectProblem, type Edit } from './edits.ts'
import { toId } from './ids.ts'
import { need, networkOf } from './network.ts'
import type { Bond } from './topology.ts'

const CONTEXT = { namings: NAMINGS }
const EMPTY: Design = {
  title: 'Untitled',
  topology: {
    devices: [],
    ports: [],
    links: [],
    bonds: [],
    domains: [],
    vlans: [{ id: 10, name: 'servers' }],
    flows: [],
  },
  layout: {},
}
const NX = { type: 'add-device', kind: 'switch', vendor: 'cisco-nxos', at: { x: 0, y: 0 } } as const
const HOST = { type: 'add-device', kind: 'host', at: { x: 0, y: 200 } } as const
const MGMT = { type: 'add-device', kind: 'management-switch', at: { x: 0, y: -200 } } as const
const PAIR = { type: 'add-pair', vendor: 'arista-eos', at: { x: 0, y: 0 } } as const

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
      'VLAN 30 is in use on bond-srv-1. Take it off these cables first.',
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

describe('values', () => {
  const design = template('basic-pair')
  const domain = id<'domain'>('domain-leafs')

  test('are refused with the rule they break', () => {
    expect(message(design, { type: 'set-device', device: id('leaf-a'), set: { name: 'leaf"a' } })).toMatch(
      /^The name may hold letters/,
    )
    expect(message(design, { type: 'set-device', device: id('leaf-a'), set: { name: 'leafs' } })).toBe(
      'Two devices or domains are called leafs.',
    )
    expect(message(design, { type: 'set-link', link: id('link-leaf-a-p3-orphan-a'), set: { mtu: 90_000 } })).toBe(
      'The MTU must be a whole number from 576 to 9216.',
    )
    expect(message(design, { type: 'set-title', title: 'a\nb' })).toMatch(/one line/)
    expect(message(design, { type: 'set-keepalive', domain, set: { addresses: ['10.0.0.1', '10.0.0'] } })).toMatch(
      /IPv4/,
    )
  })

  test('of a platform are set and cleared', () => {
    const set = edited(
      design,
      { type: 'set-number', domain, key: 'member-restore-ms', value: 60_000 },
      { type: 'set-choice', domain, key: 'egress-rule', value: 'flooded-frames' },
    )
    expect(set.topology.domains[0]?.settings).toEqual({
      numbers: { 'member-restore-ms': 60_000 },
      switches: {},
      choices: { 'egress-rule': 'flooded-frames' },
    })
    const cleared = edited(
      set,
      { type: 'set-number', domain, key: 'member-restore-ms', value: null },
      { type: 'set-choice', domain, key: 'egress-rule', value: null },
    )
    expect(cleared).toEqual(design)
  })

  test('that change nothing leave the same object', () => {
    const same: readonly Edit[] = [
      { type: 'set-title', title: design.title },
      { type: 'move-devices', to: design.layout },
      { type: 'set-device', device: id('leaf-a'), set: { name: 'leaf-a' } },
      { type: 'set-number', domain, key: 'solo-start-ms', value: null },
      { type: 'remove', devices: [], links: [] },
    ]
    for (const edit of same) {
      const result = applyEdit(design, edit, CONTEXT)
      expect(result.ok && result.design).toBe(design)
    }
  })

  test('flows get UDP ports that no other flow of the hosts has', () => {
    const { topology } = edited(design, { type: 'add-flow', from: id('srv-1'), to: id('srv-2'), ports: null })
    expect(topology.flows.at(-1)).toMatchObject({ from: 'srv-1', to: 'srv-2', ports: [40_003, 7000] })
  })
})

test('every edit of something that is gone is refused', () => {
  const design = template('basic-pair')
  const nowhere = toId<never>('nowhere')
  const plug = { device: nowhere, port: null }
  const edits: readonly Edit[] = [
    { type: 'remove', devices: [nowhere], links: [] },
    { type: 'remove', devices: [], links: [nowhere] },
    { type: 'move-devices', to: { [nowhere]: { x: 0, y: 0 } } },
    { type: 'set-device', device: nowhere, set: { name: 'x' } },
    { type: 'set-platform', device: nowhere, vendor: 'arista-eos' },
    { type: 'pair-switches', peers: [nowhere, id('leaf-a')] },
    { type: 'unpair', domain: nowhere },
    { type: 'connect', from: plug, to: { device: id('leaf-a'), port: null }, bond: 'auto' },
    { type: 'set-link-role', link: nowhere, role: 'plain' },
    { type: 'set-link-role', link: id('link-leaf-a-p3-orphan-a'), role: 'member', bond: nowhere },
    { type: 'set-link', link: nowhere, set: { mtu: 1500 } },
    { type: 'set-bond', bond: nowhere, set: { mtu: 1500 } },
    { type: 'set-bond-end', bond: nowhere, end: 0, set: { channel: 5 } },
    { type: 'dissolve-bond', bond: nowhere },
    { type: 'set-domain', domain: nowhere, set: { number: 5 } },
    { type: 'set-keepalive', domain: nowhere, set: { vrf: 'x' } },
    { type: 'set-peering', domain: nowhere, set: { vlan: 5 } },
    { type: 'set-number', domain: nowhere, key: 'solo-start-ms', value: 1 },
    { type: 'set-switch', domain: nowhere, key: 'solo-start', value: true },
    { type: 'set-choice', domain: nowhere, key: 'egress-rule', value: null },
    { type: 'rename-vlan', id: 999, name: 'x' },
    { type: 'remove-vlan', id: 999 },
    { type: 'add-flow', from: nowhere, to: id('srv-1'), ports: null },
    { type: 'set-flow', flow: nowhere, ports: [1, 2] },
    { type: 'remove-flows', flows: [nowhere] },
  ]
  for (const edit of edits)
    expect([edit, message(design, edit)]).toEqual([edit, expect.stringMatching(/no longer in the design\.$/)])
})

/** Applies edits that must all be taken, and checks that each leaves a sound design. */
function edited(design: Design, ...edits: readonly Edit[]): Design {
  return edits.reduce((before, edit) => {
    const result = applyEdit(before, edit, CONTEXT)
    if (!result.ok) throw new Error(`${JSON.stringify(edit)}: ${result.message}`)
    expect(designProblems(result.design)).toEqual([])
    return result.design
  }, design)
}

function message(design: Design, edit: Edit): string | null {
  const result = applyEdit(design, edit, CONTEXT)
  return result.ok ? null : result.message
}

function cable(from: string, to: string) {
  return {
    type: 'connect',
    from: { device: id(from), port: null },
    to: { device: id(to), port: null },
    bond: 'auto',
  } as const
}

function both(host: string): readonly Edit[] {
  return [cable(host, 'sw-1'), cable(host, 'sw-2')]
}

function template(name: string): Design {
  return need(new Map(TEMPLATES.map((template) => [template.id, template])), name).build()
}

function topologyOf({ topology }: Design) {
  return topology
}

function bonds({ topology }: Design): ReadonlyMap<string, Bond> {
  return new Map(topology.bonds.map((bond) => [bond.id, bond]))
}

function id<K extends string = 'device'>(text: string) {
  return toId<K>(text)
}
