import { describe, expect, test } from 'vitest'
import { TEMPLATES } from '../templates/index.ts'
import { VENDOR_IDS } from './topology.ts'
import type { Design } from './design.ts'
import { designProblems } from './document.ts'
import type { EditResult } from './edit.ts'
import { settled } from './edits.ts'
import {
  addBondedServer,
  addKeepalive,
  addOrphan,
  addPeer,
  addPeerLinkMember,
  addServerToSwitch,
  dualHome,
} from './growDesign.ts'
import { networkOf } from './network.ts'
import { CONTEXT, edited, EMPTY, id, NX, template } from './testing/editing.ts'

const AT = { x: 0, y: 400 }

describe.each(VENDOR_IDS)('on %s', (vendor) => {
  const pair = edited(EMPTY, { type: 'add-pair', vendor, at: { x: 0, y: 0 } })
  const [domain] = pair.topology.domains

  test('a bonded server hangs on both peers with an MLAG id of its own', () => {
    const one = taken(pair, addBondedServer(pair, domain!.id, AT, CONTEXT))
    const two = taken(one, addBondedServer(one, domain!.id, AT, CONTEXT))
    const bonds = two.topology.bonds.slice(1)
    expect(bonds.map(({ members }) => members.length)).toEqual([2, 2])
    expect(
      new Set(bonds.flatMap(({ ends }) => ends.flatMap(({ at, channel }) => ('domain' in at ? [channel] : [])))).size,
    ).toBe(2)
  })

  test('a first keepalive takes the management ports, a second one ordinary ports', () => {
    const one = taken(pair, addKeepalive(pair, domain!.id, CONTEXT))
    const two = taken(one, addKeepalive(one, domain!.id, CONTEXT))
    expect(two.topology.links.filter(({ use }) => use === 'keepalive')).toHaveLength(2)
    expect(networkOf(two.topology).keepalivePathsOf.get(domain!.id)).toHaveLength(2)
    expect(two.topology.bonds[0]?.members).toHaveLength(2)
  })

  test('a further cable joins the peer-link', () => {
    const grown = taken(pair, addPeerLinkMember(pair, domain!.id, CONTEXT))
    expect(grown.topology.bonds[0]?.members).toHaveLength(3)
  })
})

test('a peer is a switch of the same platform with the next name, and takes the cables along', () => {
  const single = edited(EMPTY, NX, { type: 'set-device', device: id('sw-1'), set: { name: 'leaf-a' } })
  const served = taken(single, addServerToSwitch(single, id('sw-1'), AT, CONTEXT))
  expect(served.topology.bonds[0]?.members).toHaveLength(2)
  const paired = taken(served, addPeer(served, id('sw-1'), { x: 392, y: 0 }, CONTEXT))
  expect(paired.topology.devices.map(({ name }) => name)).toEqual(['leaf-a', 'srv-1', 'leaf-b'])
  expect(paired.topology.domains).toHaveLength(1)
})

test('an orphan gets its second leg: one bond over the pair', () => {
  const design = template('basic-pair')
  const orphaned = taken(design, addOrphan(design, id('leaf-b'), AT, CONTEXT))
  const host = orphaned.topology.devices.at(-1)!
  expect(networkOf(orphaned.topology).orphansOf.get(id<'domain'>('domain-leafs'))).toHaveLength(3)
  const homed = taken(orphaned, dualHome(orphaned, host.id, CONTEXT))
  expect(homed.topology.bonds.at(-1)?.ends.some(({ at }) => 'domain' in at)).toBe(true)
  expect(settled(homed, dualHome(homed, host.id, CONTEXT))).toMatchObject({ ok: false })
})

test('a pair is full at some time, and that is said', () => {
  let design: Design = TEMPLATES[0]!.build()
  let message = ''
  for (let n = 0; n < 200 && message === ''; n++) {
    const result = settled(design, addBondedServer(design, id<'domain'>('domain-leafs'), AT, CONTEXT))
    if (result.ok) ({ design } = result)
    else ({ message } = result)
  }
  expect(message).toMatch(/has no free port\.$/)
})

function taken(before: Design, result: EditResult): Design {
  const sound = settled(before, result)
  if (!sound.ok) throw new Error(sound.message)
  expect(designProblems(sound.design)).toEqual([])
  return sound.design
}
