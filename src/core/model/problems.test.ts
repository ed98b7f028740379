import { expect, test } from 'vitest'
import { TEMPLATES } from '../templates/index.ts'
import type { Design, Point } from './design.ts'
import { toId } from './ids.ts'
import { documentProblems, type Problem } from './problems.ts'
import type { Topology } from './topology.ts'

/** What is done to the basic pair, and the problems that must come of it. */
const CASES: readonly (readonly [name: string, change: (t: Topology) => Partial<Topology>, ...expected: Found[]])[] = [
  [
    'an id used twice',
    (t) => ({ flows: [...t.flows, { ...t.flows[2]!, id: toId('srv-1') }] }),
    ['duplicate-id', 'flows[7].id', /^The id srv-1 is used twice\.$/],
  ],
  [
    'two devices of one name',
    (t) => ({ devices: at(t.devices, 1, { name: 'leaf-a' }) }),
    ['duplicate-name', 'devices[1].name', /called leaf-a\.$/],
  ],
  [
    'a domain named as a device',
    (t) => ({ domains: at(t.domains, 0, { name: 'leaf-a' }) }),
    ['duplicate-name', 'domains[0].name', /called leaf-a\.$/],
  ],
  [
    'one MAC address twice',
    (t) => ({ devices: at(t.devices, 1, { mac: '00:00:5e:00:53:0a' }) }),
    ['duplicate-address', 'devices[1].mac', /leaf-a and leaf-b both have the MAC/],
  ],
  [
    'one IP address twice',
    (t) => ({ devices: at(t.devices, 4, { ipv4: '10.0.10.11' }) }),
    ['duplicate-address', 'devices[4].ipv4', /srv-1 and srv-2 both have the IP/],
  ],
  [
    'a VLAN defined twice',
    (t) => ({ vlans: [...t.vlans, { id: 10, name: 'x' }] }),
    ['duplicate-vlan', 'vlans[1].id', /VLAN 10 is defined twice/],
  ],
  [
    'a VLAN name used twice',
    (t) => ({ vlans: [...t.vlans, { id: 20, name: 'servers' }] }),
    ['duplicate-vlan', 'vlans[1].name', /both called servers/],
  ],
  [
    'a flow to itself',
    (t) => ({ flows: at(t.flows, 0, { to: toId('srv-1') }) }),
    ['flow-ends', 'flows[0]', /from srv-1 to itself/],
  ],
  [
    'a flow from a switch',
    (t) => ({ flows: at(t.flows, 0, { from: toId('leaf-a') }) }),
    ['flow-ends', 'flows[0].from', /leaf-a, which is no host/],
  ],
  [
    'a flow to nowhere',
    (t) => ({ flows: at(t.flows, 0, { to: toId('srv-9') }) }),
    ['flow-ends', 'flows[0].to', /srv-9 that does not exist/],
  ],
  [
    'a port on no device',
    (t) => ({ ports: at(t.ports, 12, { device: toId('leaf-z') }) }),
    ['unknown-device', 'ports[12].device', /on a device leaf-z that does not exist/],
    ['dangling-cable', 'links[6].ends[0]', /hangs loose/],
  ],
  [
    'a management port on a host',
    (t) => ({ ports: at(t.ports, 13, { kind: 'management' }) }),
    ['wrong-port', 'ports[13].kind', /orphan-a:eth0 is a management port/],
    ['wrong-use', 'links[6].use', /data cable/],
  ],
  [
    'a port without a cable',
    (t) => ({ links: t.links.slice(0, -1) }),
    ['port-without-cable', 'ports[18]', /plugged into leaf-b:mgmt0/],
    ['port-without-cable', 'ports[19]', /plugged into mgmt-1:port2/],
  ],
  [
    'a port name used twice',
    (t) => ({ ports: at(t.ports, 8, { name: 'Ethernet1/1' }) }),
    ['duplicate-port', 'ports[8]', /leaf-a has two ports Ethernet1\/1/],
  ],
  [
    'a port position used twice',
    (t) => ({ ports: at(t.ports, 8, { index: 1 }) }),
    ['duplicate-port', 'ports[8]', /at position 1/],
  ],
  [
    'a cable with one loose end',
    (t) => ({ links: at(t.links, 6, { ends: [t.links[6]!.ends[0], toId('lost')] }) }),
    [
      'dangling-cable',
      'links[6].ends[1]',
      /^The cable link-leaf-a-p3-orphan-a from leaf-a:Ethernet1\/3 hangs loose: there is no port lost\.$/,
    ],
    ['port-without-cable', 'ports[13]', /orphan-a:eth0/],
  ],
  [
    'two cables in one port',
    (t) => ({ links: at(t.links, 6, { ends: [t.links[7]!.ends[0], t.links[6]!.ends[1]] }) }),
    [
      'port-used-twice',
      'links[7].ends[0]',
      /^Two cables, link-leaf-a-p3-orphan-a and link-leaf-b-p3-orphan-b, are plugged into leaf-b:Ethernet1\/3\.$/,
    ],
    ['port-without-cable', 'ports[12]', /leaf-a:Ethernet1\/3/],
  ],
  [
    'a cable back to its device',
    (t) => ({ ports: at(t.ports, 13, { device: toId('leaf-a'), name: 'Ethernet1/9', index: 9 }) }),
    ['cable-to-itself', 'links[6]', /from leaf-a back to leaf-a/],
  ],
  [
    'a cable between hosts',
    (t) => ({ ports: at(t.ports, 12, { device: toId('srv-1'), name: 'eth9', index: 9 }) }),
    ['host-to-host', 'links[6]', /srv-1:eth9 and orphan-a:eth0/],
  ],
  [
    'a keepalive to a host',
    (t) => ({ links: at(t.links, 6, { use: 'keepalive' }) }),
    ['wrong-use', 'links[6].use', /keepalive cable .* ends at a host/],
  ],
  [
    'data through a management port',
    (t) => ({ links: at(t.links, 8, { use: 'data' }) }),
    ['wrong-use', 'links[8].use', /data cable .* management port/],
  ],
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
  [
    'a host as a peer',
    (t) => ({ domains: at(t.domains, 0, { peers: [toId('leaf-a'), toId('srv-1')], peerLink: null }) }),
    ['domain-peers', 'domains[0].peers[1]', /peer srv-1 that is no switch/],
    ['bond-without-ends', 'bonds[1].ends', /Both ends/],
    ['bond-members', 'bonds[1].members[1]', /does not connect/],
    ['bond-members', 'bonds[2].members[1]', /does not connect/],
  ],
  [
    'a peer twice',
    (t) => ({ domains: at(t.domains, 0, { peers: [toId('leaf-a'), toId('leaf-a')], peerLink: null }) }),
    ['domain-peers', 'domains[0].peers', /Both peers of domain leafs are leaf-a/],
    ['bond-members', 'bonds[1].members[1]', /does not connect/],
  ],
  [
    'a switch in two domains',
    (t) => ({ domains: [...t.domains, { ...t.domains[0]!, id: toId('d2'), name: 'd2', peerLink: null }] }),
    ['domain-peers', 'domains[1].peers[0]', /leaf-a is a peer of two domains, leafs and d2/],
    ['domain-peers', 'domains[1].peers[1]', /leaf-b/],
  ],
  [
    'peers of different platforms',
    (t) => ({ devices: at(t.devices, 1, { vendor: 'arista-eos' }) }),
    ['domain-platforms', 'domains[0].peers', /different platforms: leaf-a cisco-nxos, leaf-b arista-eos/],
  ],
  [
    'a stranger as preferred primary',
    (t) => ({ domains: at(t.domains, 0, { preferredPrimary: toId('srv-1') }) }),
    ['domain-peers', 'domains[0].preferredPrimary', /srv-1, is none of its peers/],
  ],
  [
    'a peer-link elsewhere',
    (t) => ({ domains: at(t.domains, 0, { peerLink: toId('bond-srv-1') }) }),
    ['domain-peer-link', 'domains[0].peerLink', /bond-srv-1, does not join its two peers/],
  ],
  [
    'a peer-link that is not there',
    (t) => ({ domains: at(t.domains, 0, { peerLink: toId('bond-9') }) }),
    ['domain-peer-link', 'domains[0].peerLink', /bond-9, does not exist/],
  ],
  [
    'one keepalive address for both',
    (t) => ({
      domains: at(t.domains, 0, { keepalive: { ...t.domains[0]!.keepalive, addresses: ['10.0.0.1', '10.0.0.1'] } }),
    }),
    [
      'domain-addresses',
      'domains[0].keepalive.addresses',
      /Both peers of domain leafs have the keepalive address 10\.0\.0\.1/,
    ],
  ],
]

type Found = readonly [code: Problem['code'], path: string, text: RegExp]

test.each(CASES.map(([name, change, ...expected]) => ({ name, change, expected })))('$name', ({ change, expected }) => {
  const design = TEMPLATES[0]!.build()
  const found = documentProblems({ ...design, topology: { ...design.topology, ...change(design.topology) } })
  for (const [code, path, text] of expected) {
    expect(found).toContainEqual(
      expect.objectContaining({ code, path: `design.topology.${path}`, text: expect.stringMatching(text) }),
    )
  }
  expect(found.filter(({ code }) => expected.every(([wanted]) => wanted !== code))).toEqual([])
  for (const { wayOut, text } of found) expect(`${text} ${wayOut}`).toMatch(/\.$/)
})

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

test('every device has a place and every place a device', () => {
  const design = TEMPLATES[0]!.build()
  const { 'leaf-a': _, ...layout } = design.layout as Readonly<Record<string, Point>>
  expect(codes({ ...design, layout })).toEqual(['missing-position'])
  expect(codes({ ...design, layout: { ...design.layout, [toId<'device'>('constructor')]: { x: 0, y: 0 } } })).toEqual([
    'unknown-device',
  ])
})

test('the templates have no problems', () => {
  for (const template of TEMPLATES) expect(documentProblems(template.build())).toEqual([])
})

function codes(design: Design) {
  return documentProblems(design).map(({ code }) => code)
}

/** The list with fields of one item changed. */
function at<T>(list: readonly T[], index: number, changes: object): readonly T[] {
  return list.map((item, at) => (at === index ? { ...item, ...changes } : item))
}
