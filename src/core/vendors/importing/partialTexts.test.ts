import { describe, expect, test } from 'vitest'
import { lint } from '../../lint/lint.ts'
import { networkOf } from '../../model/network.ts'
import { PROFILES } from '../index.ts'
import { imported } from './testing/imported.ts'

/** As of a Catalyst that is used as a plain switch; a few of its statements are those of other platforms too. */
const CATALYST = `
Building configuration...
version 17.6
service timestamps log datetime msec
hostname acc-07
vrf definition Mgmt-vrf
 !
 address-family ipv4
 exit-address-family
!
spanning-tree mode rapid-pvst
spanning-tree portfast bpduguard default
spanning-tree extend system-id
vlan 20
 name users
system mtu 9100
interface Port-channel3
 description uplink to the pair
 switchport mode trunk
 switchport trunk allowed vlan 20
interface GigabitEthernet0/0
 vrf forwarding Mgmt-vrf
 ip address 10.1.1.7 255.255.255.0
interface GigabitEthernet1/0/1
 description printer
 switchport access vlan 20
 switchport mode access
 switchport voice vlan 30
 spanning-tree portfast
interface TenGigabitEthernet1/1/1
 switchport mode trunk
 channel-group 3 mode active
interface TenGigabitEthernet1/1/2
 switchport mode trunk
 channel-group 3 mode active
end
`

test('a Catalyst is told from platforms that share its statements, and what they do not share is listed', () => {
  const { design, files } = imported([{ name: 'acc-07.txt', text: CATALYST }])
  expect(files[0]?.platform).toBe('cisco-ios-xe')
  expect(files[0]?.unread.map(({ text }) => text)).toEqual([
    'Building configuration...',
    'service timestamps log datetime msec',
    'switchport voice vlan 30',
  ])
  const { links, bonds, ports } = design.topology
  expect(bonds).toMatchObject([{ members: { length: 2 }, mtu: 9_100 }])
  const printer = ports.find(({ name }) => name === 'GigabitEthernet1/0/1')!
  expect(links.find(({ ends }) => ends[0] === printer.id)?.stp[0]).toEqual({ edge: true, guard: 'bpdu' })
  expect(ports.map(({ name }) => name)).not.toContain('GigabitEthernet0/0')
})

const SHORT = `
hostname one
interface NAME
 switchport mode access
 switchport access vlan 7
`

test.each([
  ['Ethernet1', 'arista-eos'],
  ['Ethernet1/1', 'cisco-nxos'],
  ['GigabitEthernet1/0/1', 'cisco-ios-xe'],
  ['ethernet1/1/1', 'dell-os10'],
])('of a text that several platforms share, %s tells that it is of %s', (name, platform) => {
  expect(imported([{ name: 'a', text: SHORT.replace('NAME', name) }]).files[0]?.platform).toBe(platform)
})

test('the VLAN of the peers of a pair is drawn as any other while the other peer is missing', () => {
  const text = `
hostname lone
vlan 10,4094
mlag configuration
   domain-id d
   local-interface Vlan4094
   peer-address 10.0.0.2
   peer-link Port-Channel1
interface Vlan4094
   ip address 10.0.0.1/31
interface Port-Channel1
   switchport mode trunk
   switchport trunk allowed vlan 10,4094
interface Ethernet1
   channel-group 1 mode active
no spanning-tree vlan-id 4093-4094
`
  const { design, files, notes } = imported([{ name: 'lone.cfg', text }])
  expect(design.topology.vlans.map(({ id }) => id)).toEqual([10, 4_094])
  expect(files[0]?.unread).toEqual([])
  expect(notes).toContainEqual(expect.stringContaining('The peer of lone is not among the texts'))
})

test('a router address in VLAN 1 is drawn, and so is the VLAN', () => {
  const peer = (own: number, other: number) => `
hostname core-${own}
vrf keepalive
interface vlan 1
    ip address 10.9.0.${own}/24
    active-gateway ip mac 12:00:00:00:6b:00
    active-gateway ip 10.9.0.1
interface lag 256
    no shutdown
    no routing
    vlan trunk native 1
    vlan trunk allowed all
    lacp mode active
interface 1/1/30
    no shutdown
    vrf attach keepalive
    ip address 192.168.255.${own}/24
interface 1/1/31
    no shutdown
    lag 256
vsx
    inter-switch-link lag 256
    role ${own === 2 ? 'primary' : 'secondary'}
    keepalive peer 192.168.255.${other} source 192.168.255.${own} vrf keepalive
`
  const { design } = imported([
    { name: 'core-2', text: peer(2, 3) },
    { name: 'core-3', text: peer(3, 2) },
  ])
  expect(design.topology.domains[0]?.gateways).toMatchObject([{ vlan: 1, address: '10.9.0.1' }])
  expect(design.topology.vlans.map(({ id }) => id)).toContain(1)
})

/** As of a leaf in a routed fabric: loopbacks with words on them, a trunk for whatever may come, no heartbeat. */
const fabricLeaf = (own: number, other: number) => `
hostname leaf${own}
spanning-tree mode mstp
vlan 20
vlan 4094
   trunk group MLAG
interface Port-Channel3
   description MLAG_PEER
   switchport mode trunk
   switchport trunk allowed vlan 2-4094
   switchport trunk group MLAG
interface Port-Channel5
   description HOST_rack_5
   switchport access vlan 20
   mlag 5
interface Ethernet3
   channel-group 3 mode active
interface Ethernet4
   channel-group 3 mode active
interface Ethernet5
   channel-group 5 mode active
interface Ethernet6.100
   description tenant
interface Loopback0
   description EVPN_Overlay_Peering
   ip address 192.168.255.${own}/32
interface Vxlan1
   description VTEP
interface Vlan20
   ip address 10.20.0.${own + 1}/24
   ip virtual-router address 10.20.0.1
interface Vlan4094
   ip address 192.168.0.${own}/30
ip virtual-router mac-address 00:dc:00:00:00:0a
mlag configuration
   domain-id RACK1
   local-interface Vlan4094
   peer-address 192.168.0.${other}
   peer-link Port-Channel3
`

describe('two leaves of a fabric', () => {
  const { design, notes } = imported([
    { name: 'leaf1', text: fabricLeaf(1, 2) },
    { name: 'leaf2', text: fabricLeaf(2, 1) },
  ])
  const { topology } = design

  test('nothing hangs on a loopback, a tunnel or a part of a port', () => {
    expect(topology.devices.map(({ name }) => name)).toEqual(['leaf1', 'leaf2', 'HOST-rack-5'])
  })

  test('of a trunk that allows everything the VLANs are drawn that the switches have', () => {
    expect(topology.vlans.map(({ id }) => id)).toEqual([20])
    const peerLink = topology.bonds.find(({ id }) => id === topology.domains[0]?.peerLink)
    expect(peerLink?.vlans).toEqual({ mode: 'trunk', native: 1, allowed: [20] })
    expect(notes).toContain(
      'Trunks of leaf1 allow VLANs that it does not have (Port-Channel3); those it has are drawn.',
    )
  })

  test('no finding is about an address that the import made up', () => {
    expect(topology.domains[0]?.gateways).toMatchObject([{ vlan: 20, address: '10.20.0.1' }])
    expect(topology.devices[2]).toMatchObject({ ipv4: '10.20.0.11' })
    const { findings } = lint(design, PROFILES)
    expect(findings.flatMap(({ severity, rule }) => (severity === 'error' ? [rule] : []))).toEqual([
      'keepalive/present',
    ])
  })
})

test('a keepalive between management ports that get their addresses from elsewhere is drawn between them', () => {
  const peer = (own: number, other: number) => `
hostname n9k-${own}
feature vpc
vpc domain 12
  peer-keepalive destination 10.255.4.${other} source 10.255.4.${own}
interface port-channel1
  switchport mode trunk
  vpc peer-link
interface Ethernet1/1
  channel-group 1 mode active
interface mgmt0
  ip address dhcp
  vrf member management
`
  const { design, notes } = imported([
    { name: 'a', text: peer(184, 185) },
    { name: 'b', text: peer(185, 184) },
  ])
  const [domain] = design.topology.domains
  expect(domain?.keepalive.addresses).toEqual(['10.255.4.184', '10.255.4.185'])
  expect(networkOf(design.topology).keepalivePathsOf.get(domain!.id)).toHaveLength(1)
  expect(notes).toContainEqual(expect.stringContaining('they are taken for those of mgmt0'))
})

test('the bridge of Cumulus Linux may be called bridge, and makes a trunk of the peer-link', () => {
  const peer = (own: number, other: number) => `
auto all
iface eth0 inet dhcp
  vrf mgmt
iface peerlink
  bond-slaves swp3 swp4
iface peerlink.4094
  clagd-peer-ip linklocal
  clagd-backup-ip 10.0.0.1${other} vrf mgmt
  clagd-sys-mac 44:38:39:ff:40:94
iface bond01
  bond-slaves swp5
  bridge-access 13
  clag-id 1
iface bridge
  bridge-vlan-aware yes
  bridge-ports bond01 peerlink vni13
  bridge-vids 13 24
iface vni13
  bridge-access 13
iface vlan13
  address 172.16.1.1${own}/24
`
  const { design, files } = imported([
    { name: 'leaf01', text: peer(1, 2) },
    { name: 'leaf02', text: peer(2, 1) },
  ])
  expect(files.flatMap(({ unread }) => unread)).toEqual([])
  const { bonds, domains, devices } = design.topology
  expect(bonds.find(({ id }) => id === domains[0]?.peerLink)?.vlans).toEqual({
    mode: 'trunk',
    native: 1,
    allowed: [1, 13, 24],
  })
  expect(devices.map(({ name }) => name)).toEqual(['leaf01', 'leaf02', 'mgmt-1', 'unknown-1'])
})

test('peers with many cables stand far enough apart for the cables between them', () => {
  const peer = (own: number) => `
hostname wide-${own}
feature vpc
vpc domain 3
  peer-keepalive destination 10.0.0.${3 - own} source 10.0.0.${own}
interface port-channel1
  switchport mode trunk
  vpc peer-link
interface Ethernet1/50
  channel-group 1 mode active
${Array.from({ length: 12 }, (_, at) => `interface port-channel${at + 10}\n  vpc ${at + 10}\ninterface Ethernet1/${at + 1}\n  channel-group ${at + 10} mode active`).join('\n')}
`
  const { design } = imported([
    { name: 'a', text: peer(1) },
    { name: 'b', text: peer(2) },
  ])
  const [a, b] = design.topology.domains[0]!.peers.map((id) => design.layout[id]!.x)
  // A face with twelve ports on its lower edge is 240 + 8 * 48 wide.
  expect(b! - a! - 624).toBeGreaterThanOrEqual(120)
})
