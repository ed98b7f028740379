import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { TEMPLATES } from '../templates/index.ts'
import type { Design } from './design.ts'
import { designProblems, loadDocument, saveDocument } from './document.ts'
import { duplicate } from './duplicate.ts'
import type { EditResult } from './edit.ts'
import { settled } from './edits.ts'
import { freshName } from './freeNames.ts'
import { paste } from './mergePart.ts'
import { networkOf } from './network.ts'
import { partOf } from './partOf.ts'
import { CONTEXT, EMPTY, id, template } from './testing/editing.ts'

const BY = { x: 320, y: 32 }

describe('copied devices', () => {
  test('are a design by themselves: what a server is bonded to stays behind', () => {
    const part = partOf(template('basic-pair'), [id('srv-1')])
    expect(part.topology).toMatchObject({ links: [], bonds: [], domains: [], flows: [] })
    expect(designProblems(part)).toEqual([])
  })

  test('pasted into the same design get names, ids and addresses of their own', () => {
    const design = template('basic-pair')
    const all = design.topology.devices.map(({ id }) => id)
    const pasted = taken(design, paste(design, partOf(design, all), BY))
    expect(pasted.topology.devices.slice(all.length).map(({ name }) => name)).toEqual([
      'leaf-c',
      'leaf-d',
      'mgmt-2',
      'srv-3',
      'srv-4',
      'orphan-c',
      'orphan-d',
    ])
    const [first, second] = pasted.topology.domains
    expect(second).toMatchObject({ name: 'leafs-2', number: 20, peers: ['leaf-c', 'leaf-d'] })
    expect(second?.keepalive.addresses).not.toEqual(first?.keepalive.addresses)
    expect(second?.systemMac).not.toBe(first?.systemMac)
    expect(new Set(pasted.topology.devices.map(({ mac }) => mac)).size).toBe(2 * all.length)
    expect(pasted.topology.links).toHaveLength(2 * design.topology.links.length)
    expect(pasted.topology.flows).toHaveLength(2 * design.topology.flows.length)
    expect(pasted.layout[id('leaf-c')]).toEqual({
      x: (design.layout[id('leaf-a')]?.x ?? 0) + BY.x,
      y: (design.layout[id('leaf-a')]?.y ?? 0) + BY.y,
    })
  })

  test('pasted into another design keep what is free there, and bring their VLANs', () => {
    const design = template('basic-pair')
    const part = partOf(
      design,
      design.topology.devices.map(({ id }) => id),
    )
    const pasted = taken(EMPTY, paste(EMPTY, part, { x: 0, y: 0 }))
    expect(pasted.topology).toEqual({ ...design.topology, vlans: pasted.topology.vlans })
    expect(pasted.topology.vlans).toEqual(expect.arrayContaining([...design.topology.vlans]))
  })

  test('bring notes, bends and collapsed pairs; what is locked comes unlocked', () => {
    const drawn: Design = {
      ...template('basic-pair'),
      notes: [{ id: id<'note'>('note-1'), text: 'row 7\nrack 2', at: { x: 0, y: 0 }, width: 160, height: 64 }],
      drawing: {
        bends: { [id<'link'>('link-leaf-a-p1-srv-1')]: { x: 40, y: 0 } },
        collapsed: [id<'domain'>('domain-leafs')],
        locked: [id('leaf-a')],
      },
    }
    const part = partOf(
      drawn,
      drawn.topology.devices.map(({ id }) => id),
      [id<'note'>('note-1')],
    )
    const pasted = taken(drawn, paste(drawn, part, BY))
    expect(pasted.notes?.map(({ id, at }) => [id, at.x])).toEqual([
      ['note-1', 0],
      ['note-1-2', BY.x],
    ])
    expect(Object.keys(pasted.drawing?.bends ?? {})).toHaveLength(2)
    expect(pasted.drawing?.collapsed).toEqual(['domain-leafs', 'domain-leafs-2'])
    expect(pasted.drawing?.locked).toEqual(['leaf-a'])
  })
})

describe('a duplicate', () => {
  test('of a bonded server hangs from the same pair with ports and an MLAG id of its own', () => {
    const design = template('basic-pair')
    const copied = taken(design, duplicate(design, { devices: [id('srv-1')], notes: [] }, BY, CONTEXT))
    const net = networkOf(copied.topology)
    const bond = copied.topology.bonds.at(-1)
    expect(bond?.ends.map(({ at, channel }) => [at, channel])).toEqual([
      [{ domain: 'domain-leafs' }, 13],
      [{ device: 'srv-3' }, 0],
    ])
    const ports = bond?.members.flatMap((link) => net.links.get(link)?.ends.map((end) => net.ports.get(end)?.name))
    expect(ports).toEqual(['Ethernet1/4', 'eth0', 'Ethernet1/4', 'eth1'])
  })

  test('of a pair keeps its keepalive and not the servers below', () => {
    const design = template('basic-pair')
    const copied = taken(design, duplicate(design, { devices: [id('leaf-a'), id('leaf-b')], notes: [] }, BY, CONTEXT))
    const net = networkOf(copied.topology)
    const [, second] = copied.topology.domains
    expect(net.keepalivePathsOf.get(second!.id)).toHaveLength(1)
    expect(copied.topology.bonds).toHaveLength(design.topology.bonds.length + 1)
  })

  test('of a routed pair repeats no address of a gateway or an uplink, pasted or duplicated', () => {
    const design = template('pair-with-uplinks')
    const { devices, domains } = design.topology
    const all = partOf(
      design,
      devices.map(({ id }) => id),
      [],
    )
    const peers = domains.flatMap(({ peers }) => peers)
    for (const result of [paste(design, all, BY), duplicate(design, { devices: peers, notes: [] }, BY, CONTEXT)]) {
      const { topology } = taken(design, result)
      const gateways = topology.domains.flatMap((one) => one.gateways)
      const uplinks = topology.links.flatMap(({ routed }) => routed ?? [])
      expect(uplinks.length).toBe(2 * design.topology.links.filter(({ use }) => use === 'uplink').length)
      const addresses = [
        ...gateways.flatMap(({ address, addresses }) => [address, ...addresses]),
        ...uplinks.flatMap(({ addresses }) => addresses),
      ]
      expect(new Set(addresses).size).toBe(addresses.length)
    }
  })

  test('of anything is sound, or refused with the reason', () => {
    fc.assert(
      fc.property(fc.constantFrom(...TEMPLATES), fc.array(fc.nat(), { maxLength: 6 }), (template, dice) => {
        const design = template.build()
        const all = design.topology.devices.map(({ id }) => id)
        const devices = [...new Set(dice.map((n) => all[n % all.length]!))]
        const part = partOf(design, devices)
        expect(designProblems(part)).toEqual([])
        const pasted = taken(design, paste(design, part, BY))
        expect(loadDocument(saveDocument(pasted))).toEqual({ ok: true, design: pasted })
        const result = settled(pasted, duplicate(pasted, { devices, notes: [] }, BY, CONTEXT))
        const refusal = result.ok ? 'no free port for the copy.' : result.message
        expect(refusal).toMatch(/no free (management )?port for the copy\.$/)
        expect(result.ok ? designProblems(result.design) : []).toEqual([])
      }),
      { seed: 20_261_129, numRuns: 150 },
    )
  })
})

test.each([
  ['srv-1', ['srv-2'], 'srv-1'],
  ['srv-1', ['srv-1', 'srv-2'], 'srv-3'],
  ['leaf-a', ['leaf-a', 'leaf-b'], 'leaf-c'],
  ['core', ['core'], 'core-2'],
  ['sw.7', ['sw.7'], 'sw.8'],
  ['x'.repeat(63), ['x'.repeat(63)], `${'x'.repeat(55)}-2`],
] as const)('a copy of %s beside %j is called %s', (name, taken, fresh) => {
  expect(freshName(name, new Set(taken))).toBe(fresh)
})

function taken(before: Design, result: EditResult): Design {
  const sound = settled(before, result)
  if (!sound.ok) throw new Error(sound.message)
  expect(designProblems(sound.design)).toEqual([])
  return sound.design
}
