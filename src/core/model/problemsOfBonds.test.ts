import { expect, test } from 'vitest'
import { TEMPLATES } from '../templates/index.ts'
import { toId } from './ids.ts'
import { at, codes, testCases } from './testing/problems.ts'

testCases([
  [
    'a bond to nowhere',
    (t) => ({
      bonds: at(t.bonds, 1, { ends: [t.bonds[1]!.ends[0], { ...t.bonds[1]!.ends[1], at: { device: toId('srv-9') } }] }),
    }),
    ['bond-without-ends', 'bonds[1].ends', /ends at srv-9, which does not exist/],
    ['bond-members', 'bonds[1].members[0]', /does not connect/],
    ['bond-members', 'bonds[1].members[1]', /does not connect/],
  ],
  [
    'a bond with both ends at one pair',
    (t) => ({
      bonds: at(t.bonds, 1, {
        ends: [t.bonds[1]!.ends[0], { ...t.bonds[1]!.ends[1], at: { device: toId('leaf-a') }, channel: 50 }],
      }),
    }),
    ['bond-without-ends', 'bonds[1].ends', /Both ends of the bond bond-srv-1 are at leafs/],
    ['bond-members', 'bonds[1].members[0]', /does not connect/],
    ['bond-members', 'bonds[1].members[1]', /does not connect/],
  ],
  [
    'a switch port-channel 0',
    (t) => ({ bonds: at(t.bonds, 1, { ends: [{ ...t.bonds[1]!.ends[0], channel: 0 }, t.bonds[1]!.ends[1]] }) }),
    ['bond-without-ends', 'bonds[1].ends', /number 0 on leafs; switches count from 1/],
  ],
  [
    'a bond without cables',
    (t) => ({ bonds: at(t.bonds, 1, { members: [] }) }),
    ['bond-members', 'bonds[1].members', /has no member cables/],
  ],
  [
    'a keepalive cable in a bond',
    (t) => ({ bonds: at(t.bonds, 1, { members: [...t.bonds[1]!.members, t.links[8]!.id] }) }),
    ['bond-members', 'bonds[1].members[2]', /keepalive cable .* is a member/],
  ],
  [
    'a cable of somewhere else in a bond',
    (t) => ({ bonds: at(t.bonds, 1, { members: [...t.bonds[1]!.members, t.links[6]!.id] }) }),
    [
      'bond-members',
      'bonds[1].members[2]',
      /^The cable link-leaf-a-p3-orphan-a does not connect the two ends of its bond, leafs and srv-1\.$/,
    ],
  ],
  [
    'no cable in a bond',
    (t) => ({ bonds: at(t.bonds, 1, { members: [...t.bonds[1]!.members, toId('link-9')] }) }),
    ['bond-members', 'bonds[1].members[2]', /link-9 that is no connected cable/],
  ],
  [
    'a cable in two bonds',
    (t) => ({ bonds: at(t.bonds, 2, { members: [...t.bonds[2]!.members, t.bonds[1]!.members[0]!] }) }),
    ['bond-of-bonds', 'bonds[2].members[2]', /member of bond-srv-1 and of bond-srv-2/],
  ],
  [
    'an MLAG id used twice',
    (t) => ({ bonds: at(t.bonds, 2, { ends: [{ ...t.bonds[2]!.ends[0], channel: 11 }, t.bonds[2]!.ends[1]] }) }),
    [
      'duplicate-mlag-id',
      'bonds[2].ends[0].channel',
      /^Two bonds of leafs, bond-srv-1 and bond-srv-2, have the MLAG id 11\.$/,
    ],
  ],
  [
    'the peer-link number used twice',
    (t) => ({ bonds: at(t.bonds, 2, { ends: [{ ...t.bonds[2]!.ends[0], channel: 10 }, t.bonds[2]!.ends[1]] }) }),
    [
      'duplicate-channel',
      'bonds[2].ends[0].channel',
      /^Two bonds on leaf-a, bond-peer-link and bond-srv-2, have the number 10\.$/,
    ],
  ],
  [
    'a VLAN nobody knows',
    (t) => ({ links: at(t.links, 6, { vlans: { mode: 'access', vlan: 99 } }) }),
    ['unknown-vlan', 'links[6].vlans', /carries VLAN 99/],
  ],
  [
    'a VLAN nobody knows on a trunk',
    (t) => ({ bonds: at(t.bonds, 0, { vlans: { mode: 'trunk', native: 1, allowed: [10, 98] } }) }),
    ['unknown-vlan', 'bonds[0].vlans', /carries VLAN 98/],
  ],
])

test('a host bond to two switches is one bond and must be set alike', () => {
  const design = TEMPLATES.find(({ id }) => id === 'two-plain-lags')!.build()
  const { bonds } = design.topology
  const unlike = at(bonds, 1, { ends: [bonds[1]!.ends[0], { ...bonds[1]!.ends[1], rate: 'slow' }] })
  expect(codes({ ...design, topology: { ...design.topology, bonds: unlike } })).toEqual(['host-bond-differs'])
})

test('a host hashes as Linux does', () => {
  const design = TEMPLATES[0]!.build()
  const { bonds, devices } = design.topology
  const hosts = new Set<string>(devices.filter(({ kind }) => kind === 'host').map(({ id }) => id))
  const index = bonds.findIndex(({ ends }) => ends.some((end) => 'device' in end.at && hosts.has(end.at.device)))
  const ends = bonds[index]!.ends.map((end) => ({ ...end, hash: 'symmetric' }))
  expect(codes({ ...design, topology: { ...design.topology, bonds: at(bonds, index, { ends }) } })).toEqual([
    'host-hash',
  ])
})
