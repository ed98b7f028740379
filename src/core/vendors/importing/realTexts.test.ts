import { describe, expect, test } from 'vitest'
import { networkOf } from '../../model/network.ts'
import { importConfigs } from './importConfigs.ts'
import { imported } from './testing/imported.ts'

/** As an engineer copies it from a terminal: prompt, banner, services, ports that nobody uses, free descriptions. */
const NEXUS_A = `
dc1-agg-01# show running-config

!Command: show running-config
version 9.3(8) Bios:version 07.68
hostname dc1-agg-01
feature vpc
feature lacp
feature tacacs+
banner motd #
vlan 666 interface Ethernet1/1
authorized staff only #
ntp server 10.1.1.1 use-vrf management
vlan 1,20-22,30
vlan 20
  name web
vlan 30
  name db
vrf context VPC-KA
vpc domain 77
  peer-switch
  role priority 1000
  peer-keepalive destination 10.99.0.2 source 10.99.0.1 vrf VPC-KA
  delay restore 150
  peer-gateway
  auto-recovery reload-delay 360
interface Vlan20
  no shutdown
  ip address 10.20.0.2/24
  hsrp 20
    priority 110
    ip 10.20.0.1
interface port-channel1
  description PEERLINK
  switchport mode trunk
  spanning-tree port type network
  vpc peer-link
interface port-channel101
  description ESX cluster node 1
  switchport mode trunk
  switchport trunk native vlan 20
  switchport trunk allowed vlan 20-22,30
  spanning-tree port type edge trunk
  mtu 9216
  vpc 101
interface Ethernet1/1
  description esx01 vmnic0
  switchport mode trunk
  switchport trunk native vlan 20
  switchport trunk allowed vlan 20-22,30
  channel-group 101 mode active
interface Ethernet1/2
interface Ethernet1/3
  description spare
  shutdown
interface Ethernet1/4
  description backup server in room 3
  switchport access vlan 30
  spanning-tree port type edge
interface Ethernet1/47
  no switchport
  vrf member VPC-KA
  ip address 10.99.0.1/30
  no shutdown
interface Ethernet1/48
  no switchport
  ip address 10.0.0.1/31
interface Ethernet1/49
  switchport mode trunk
  channel-group 1 mode active
interface Ethernet1/50
  switchport mode trunk
  channel-group 1 mode active
line vty
  exec-timeout 30
`

const NEXUS_B = NEXUS_A.replaceAll('dc1-agg-01', 'dc1-agg-02')
  .replace('role priority 1000', 'role priority 2000')
  .replace('destination 10.99.0.2 source 10.99.0.1', 'destination 10.99.0.1 source 10.99.0.2')
  .replace('ip address 10.99.0.1/30', 'ip address 10.99.0.2/30')
  .replace('ip address 10.20.0.2/24', 'ip address 10.20.0.3/24')
  .replace('esx01 vmnic0', 'esx01 vmnic1')
  .replace('delay restore 150', 'delay restore 120')
  .replace(/interface Ethernet1\/4\n(  .*\n)*/, '')

describe('running configurations as they are copied from a pair of Nexus switches', () => {
  const { design, files, notes } = imported([
    { name: 'dc1-agg-01.txt', text: NEXUS_A },
    { name: 'dc1-agg-02.txt', text: NEXUS_B },
  ])
  const { topology } = design
  const net = networkOf(topology)

  test('the pair, its peer-link and its keepalive are drawn', () => {
    const [domain] = topology.domains
    expect(domain).toMatchObject({
      number: 77,
      gateways: [{ vlan: 20, address: '10.20.0.1', addresses: ['10.20.0.2', '10.20.0.3'] }],
      keepalive: { addresses: ['10.99.0.1', '10.99.0.2'], prefixLength: 30, vrf: 'VPC-KA' },
      settings: {
        numbers: { 'member-restore-ms': 150_000, 'solo-start-ms': 360_000 },
        switches: { 'solo-start': true, 'peer-gateway': true },
      },
    })
    const peerLink = topology.bonds.find(({ id }) => id === domain?.peerLink)
    expect(peerLink).toMatchObject({
      members: { length: 2 },
      vlans: { mode: 'trunk', native: 1, allowed: [1, 20, 21, 22, 30] },
    })
    expect(net.keepalivePathsOf.get(domain!.id)).toHaveLength(1)
    expect(net.devices.get(domain!.preferredPrimary)?.name).toBe('dc1-agg-01')
  })

  test('what hangs below is drawn under the names of its descriptions', () => {
    expect(topology.devices.filter(({ kind }) => kind === 'host')).toMatchObject([
      { name: 'esx01', label: '' },
      { name: 'backup-server-in-room-3', label: 'backup server in room 3' },
    ])
    expect(topology.bonds.find(({ ends }) => ends.some(({ channel }) => channel === 101))).toMatchObject({
      members: { length: 2 },
      vlans: { mode: 'trunk', native: 20, allowed: [20, 21, 22, 30] },
      mtu: 9216,
    })
    expect(topology.ports.map(({ name }) => name)).not.toContain('Ethernet1/3')
  })

  test('every line that a design has no place for is listed with its number', () => {
    const lines = NEXUS_A.split('\n')
    const [first] = files
    expect(first?.unread.map(({ text }) => text)).toEqual([
      'dc1-agg-01# show running-config',
      'feature tacacs+',
      'banner motd #',
      'vlan 666 interface Ethernet1/1',
      'authorized staff only #',
      'ntp server 10.1.1.1 use-vrf management',
      'peer-switch',
      'line vty',
      'exec-timeout 30',
    ])
    for (const { line, text } of first?.unread ?? []) expect(lines[line - 1]?.trim()).toBe(text)
  })

  test('where the peers differ, a note says so', () => {
    expect(notes).toContainEqual(expect.stringMatching(/150 s on dc1-agg-01 and 120 s on dc1-agg-02/))
  })
})

test('a text that lost its indentation says the same', () => {
  const flat = (text: string) => text.replace(/^ +/gm, '')
  const both = [NEXUS_A, NEXUS_B].map((text, at) => ({ name: `${at}`, text }))
  const { design } = imported(both.map(({ name, text }) => ({ name, text: flat(text) })))
  expect(design).toEqual(imported(both).design)
})

test('one peer alone is drawn as a switch, and a note says what is missing', () => {
  const { design, notes } = imported([{ name: 'a', text: NEXUS_A }])
  expect(design.topology.domains).toEqual([])
  expect(notes).toContainEqual(expect.stringContaining('The peer of dc1-agg-01 is not among the texts'))
})

test.each([
  ['nothing', '', 'There is no text.'],
  ['no configuration', 'To whom it may concern', 'has no interfaces'],
  ['too long a text', 'x'.repeat(2_000_001), 'has 2000001 characters'],
])('%s is refused with a way out', (_, text, why) => {
  const result = importConfigs([{ name: 'notes.txt', text }])
  expect(result).toMatchObject({
    ok: false,
    text: expect.stringContaining(why),
    wayOut: expect.stringMatching(/^Paste/),
  })
})

test('one text twice is no pair', () => {
  const result = importConfigs([
    { name: 'a.txt', text: NEXUS_A },
    { name: 'b.txt', text: `${NEXUS_A}\n` },
  ])
  expect(result).toMatchObject({
    ok: false,
    text: 'a.txt and b.txt are the same text.',
    wayOut: expect.stringMatching(/^Paste/),
  })
})
