import { expect, test } from 'vitest'
import { basicPair } from '../templates/basicPair.ts'
import { plainLacp } from '../templates/plainLacp.ts'
import type { Topology } from '../model/topology.ts'
import { exportFiles, type ExportOptions } from './exportFiles.ts'

test('one file a switch, pairs first, a folder a server, and a README', () => {
  expect(exportFiles(basic).map(({ path }) => path)).toEqual([
    'leaf-a.cfg',
    'leaf-b.cfg',
    'srv-1/etc/netplan/60-mlag-studio.yaml',
    'srv-2/etc/netplan/60-mlag-studio.yaml',
    'orphan-a/etc/netplan/60-mlag-studio.yaml',
    'orphan-b/etc/netplan/60-mlag-studio.yaml',
    'cables.csv',
    'README.txt',
  ])
  expect(switchesAndReadme(plainLacp.build().topology)).toEqual(['sw-1.cfg', 'README.txt'])
})

test('servers another way', () => {
  const files = exportFiles(basic, { hosts: 'networkd' })
  expect(files.map(({ path }) => path)).toContain('srv-2/etc/systemd/network/25-bond0.netdev')
  expect(readmeOf(files)).toContain('Servers, for systemd-networkd\n')
})

test('a server that cannot be written is named in the README, with the way out', () => {
  const ports = basic.ports.map((port) => (port.device === 'srv-1' ? { ...port, name: `eth0/${port.index}` } : port))
  const files = exportFiles({ ...basic, ports })
  expect(files.filter(({ path }) => path.startsWith('srv-1/'))).toEqual([])
  expect(readmeOf(files)).toContain('Not exported\n  srv-1: eth0/1 is no interface name of Linux.')
})

test('the preferred primary comes first', () => {
  const domains = basic.domains.map((domain) => ({ ...domain, preferredPrimary: domain.peers[1] }))
  expect(exportFiles({ ...basic, domains })[0]?.path).toBe('leaf-b.cfg')
})

test('the README says what is in the files and what is not', () => {
  expect(readmeOf(exportFiles(basic))).toBe(`Configurations written by MLAG Studio

Files, in the order in which to paste them
  leaf-a.cfg | Cisco NX-OS | leafs, preferred primary
  leaf-b.cfg | Cisco NX-OS | leafs, other peer

Before you paste
  The files hold what is drawn and nothing else: no users, no routing protocol, no services.
  They are meant for ports that carry no configuration yet; they remove nothing.
  Lines that start with ! are comments.
  Cisco NX-OS: Paste in configuration mode: configure terminal.
  Paste both peers of a pair before the switches below it; a pair forms once both are configured.

Cables
  cables.csv has every cable with both ends, speed, role, bundle and conduit.

Servers, for Netplan
  srv-1/: LACP bond of eth0 and eth1, active, rate fast
  srv-2/: LACP bond of eth0 and eth1, active, rate slow
  orphan-a/: no bond
  orphan-b/: no bond
  A folder holds what goes below / of its server. To put it to use:
  netplan apply; files must be readable by root only (chmod 600).
  Addresses are drawn without a prefix length; the one written takes in all servers of the VLAN.

Not exported: management switches (mgmt-1); they only bridge.
`)
})

test('the README names the lines that wait for a secret', () => {
  const files = exportFiles(basic, { platform: 'huawei-vrp8' })
  const [, number = '', text = ''] =
    /Secrets to put in yourself.*\n {2}leaf-a\.cfg, line (\d+): (.*)/.exec(readmeOf(files)) ?? []
  expect(files[0]?.text.split('\n')[Number(number) - 1]?.trim()).toBe(text)
  expect(text).toContain('password')
  expect(readmeOf(exportFiles(basic))).not.toContain('Secrets')
})

test('another platform for all of them', () => {
  const files = exportFiles(basic, { platform: 'arista-eos' })
  expect(files[0]?.text).toContain('\nmlag configuration\n')
  expect(readmeOf(files)).toContain('What a platform cannot take as drawn\n  leaf-a.cfg: ')
})

test('a platform with two formats: a file for each, what only the second cannot say stands by it', () => {
  const files = exportFiles(basic, { platform: 'sonic' })
  expect(switchesAndReadme(basic, { platform: 'sonic' })).toEqual([
    'leaf-a.sh',
    'leaf-a.config_db.json',
    'leaf-b.sh',
    'leaf-b.config_db.json',
    'README.txt',
  ])
  const readme = readmeOf(files)
  expect(readme).toContain('  leaf-a.sh | SONiC (community) | config commands | leafs, preferred primary\n')
  expect(readme).toContain('Lines that start with # are comments.\n')
  expect(readme).toContain('Use one of the files of a switch: that for its release, or for how it is configured.\n')
  expect(readme.match(/leaf-a.config_db.json: .*/g)).toEqual([
    expect.stringContaining('PORT holds the lanes'),
    expect.stringContaining('address 192.168.0.11 of eth0 is not in it'),
  ])
})

test('names that differ only in case, or that would leave the folder, get files of their own', () => {
  const names = ['Leaf', 'leaf', '../../x']
  const devices = basic.devices.map((device, at) => ({ ...device, name: names[at] ?? device.name }))
  expect(switchesAndReadme({ ...basic, devices })).toEqual(['Leaf.cfg', 'leaf-2.cfg', 'README.txt'])
  const alike = basic.devices.map((device) => ({ ...device, name: device.name.replace('orphan-a', 'SRV-1') }))
  expect(exportFiles({ ...basic, devices: alike }).map(({ path }) => path)).toContain(
    'SRV-1-2/etc/netplan/60-mlag-studio.yaml',
  )
  const climbing = basic.devices.map((device) => ({ ...device, name: `../${device.name}` }))
  expect(switchesAndReadme({ ...basic, devices: climbing })).toEqual(['-leaf-a.cfg', '-leaf-b.cfg', 'README.txt'])
  const all = exportFiles({ ...basic, devices: climbing }).map(({ path }) => path)
  expect(all).toContain('-srv-1/etc/netplan/60-mlag-studio.yaml')
})

const basic = basicPair.build().topology

function readmeOf(files: ReturnType<typeof exportFiles>): string {
  return files.at(-1)?.text ?? ''
}

function switchesAndReadme(topology: Topology, options?: ExportOptions): readonly string[] {
  return exportFiles(topology, options).flatMap(({ path }) =>
    path.includes('/') || path === 'cables.csv' ? [] : [path],
  )
}
