import { expect, test } from 'vitest'
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
