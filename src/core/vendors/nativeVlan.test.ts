import { describe, expect, test } from 'vitest'
import { networkOf } from '../model/network.ts'
import type { Topology, VlanMembership } from '../model/topology.ts'
import { carriedVlans, untaggedVlan } from './switchPlan.ts'
import { basic, mapBonds, rendered, text } from './testing/exported.ts'
import { drawnOn, FORMATS, imported, textsOf } from './testing/roundTrips.ts'

/** A trunk to the first server, and a peer-link for all that it carries. */
function withTrunk(vlans: VlanMembership): Topology {
  const all: VlanMembership = { mode: 'trunk', native: 1, allowed: [10, 20, 30] }
  return mapBonds({ ...basic, vlans: [1, 10, 20, 30].map((id) => ({ id, name: `net-${id}` })) }, (bond) =>
    bond.id === 'bond-srv-1' ? { ...bond, vlans } : bond.id === 'bond-peer-link' ? { ...bond, vlans: all } : bond,
  )
}

/** VLANs of the only trunk that is no peer-link, tagged and untagged. */
function trunkIn(topology: Topology) {
  const peerLinks = topology.domains.map(({ peerLink }) => peerLink)
  const trunk = topology.bonds.find(({ id, vlans }) => vlans.mode === 'trunk' && !peerLinks.includes(id))
  return trunk && { carries: carriedVlans(trunk.vlans), untagged: untaggedVlan(trunk.vlans) }
}

const AMONG: VlanMembership = { mode: 'trunk', native: 20, allowed: [10, 20] }
const BESIDE: VlanMembership = { mode: 'trunk', native: 20, allowed: [10, 30] }

describe.each(FORMATS)('$name', (written) => {
  test('a native VLAN among those allowed comes back as it was drawn', () => {
    const drawn = drawnOn(written.vendor, withTrunk(AMONG))
    const { design } = imported(textsOf(written, drawn))
    expect(trunkIn(design.topology)).toEqual({ carries: [10, 20], untagged: 20 })
  })

  test('one beside them lets no untagged frame in, on the device and in the simulation of what is read', () => {
    const drawn = drawnOn(written.vendor, withTrunk(BESIDE))
    const { design } = imported(textsOf(written, drawn))
    // OS10 knows no trunk without an untagged VLAN, and the engine has it so.
    const expected =
      written.vendor === 'dell-os10' ? { carries: [10, 20, 30], untagged: 20 } : { carries: [10, 30], untagged: null }
    expect(trunkIn(design.topology)).toEqual(expected)
  })
})

test.each([
  ['cisco-nxos', ['switchport trunk native vlan 20', 'switchport trunk allowed vlan 10,30']],
  ['arista-eos', ['switchport trunk native vlan 20', 'switchport trunk allowed vlan 10,30']],
  ['huawei-vrp8', ['port trunk pvid vlan 20', 'undo port trunk allow-pass vlan 1', 'port trunk allow-pass vlan 10 30']],
  ['h3c-comware', ['port trunk pvid vlan 20', 'undo port trunk permit vlan 1', 'port trunk permit vlan 10 30']],
  ['aruba-aoscx', ['vlan trunk native 20', 'vlan trunk allowed 10,30']],
  ['nvidia-cumulus', ['nv set interface bond11 bridge domain br_default untagged none']],
  ['mikrotik-routeros', ['interface=bond11 frame-types=admit-only-vlan-tagged']],
  ['sonic', ['vlan member add 10 PortChannel11', 'vlan member add 30 PortChannel11']],
] as const)('%s says so as it does', (vendor, statements) => {
  const written = text(vendor, withTrunk(BESIDE))
  for (const statement of statements) expect(written).toContain(statement)
})

test('OS10 says which VLAN stays on a trunk, and that the VLTi carries it', () => {
  const notes = rendered('dell-os10', withTrunk({ mode: 'trunk', native: 40, allowed: [10] })).notes
  const said = notes.map((note) => note.text).join('\n')
  expect(said).toContain('No trunk of OS10 is without an untagged VLAN: 40 stays')
  expect(said).toContain('The VLTi carries every VLAN of the switches, 40 too')
})

test.each(['cisco-nxos', 'arista-eos'] as const)('%s: a trunk with no VLAN is told so', (vendor) => {
  expect(text(vendor, withTrunk({ mode: 'trunk', native: 1, allowed: [] }))).toContain(
    'switchport trunk allowed vlan none',
  )
})

test.each(['aruba-aoscx', 'nvidia-cumulus'] as const)('%s: what cannot be without a VLAN is a note', (vendor) => {
  const { notes } = rendered(vendor, withTrunk({ mode: 'trunk', native: 1, allowed: [] }))
  expect(notes.map((note) => note.text).join('\n')).toContain('11 is drawn with no VLAN')
})

test('what a native VLAN is for is in the switch’s own list only where a statement names it', () => {
  const known = (vendor: 'cisco-nxos' | 'sonic') =>
    text(vendor, withTrunk({ mode: 'trunk', native: 40, allowed: [10] }))
  expect(known('cisco-nxos')).toMatch(/^vlan .*\b40\b/m)
  expect(known('sonic')).not.toContain('40 ')
  expect(networkOf(basic).topology.vlans.map(({ id }) => id)).not.toContain(40)
})
