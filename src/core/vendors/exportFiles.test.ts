import { expect, test } from 'vitest'
import { basicPair } from '../templates/basicPair.ts'
import { plainLacp } from '../templates/plainLacp.ts'
import { exportFiles } from './exportFiles.ts'

test('one file a switch, pairs first, and a README', () => {
  expect(exportFiles(basic).map(({ path }) => path)).toEqual(['leaf-a.cfg', 'leaf-b.cfg', 'README.txt'])
  expect(exportFiles(plainLacp.build().topology).map(({ path }) => path)).toEqual(['sw-1.cfg', 'README.txt'])
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
  The files hold what is drawn and nothing else: no users, no routing, no services.
  They are meant for ports that carry no configuration yet; they remove nothing.
  Lines that start with ! are comments.
  Paste both peers of a pair before the switches below it; a pair forms once both are configured.

Not exported: hosts. Set them up as drawn:
  srv-1: LACP bond of eth0 and eth1, active, rate fast
  srv-2: LACP bond of eth0 and eth1, active, rate slow
  orphan-a: no bond
  orphan-b: no bond

Not exported: management switches (mgmt-1); they only bridge.
`)
})

test('another platform for all of them', () => {
  const files = exportFiles(basic, 'arista-eos')
  expect(files[0]?.text).toContain('\nmlag configuration\n')
  expect(readmeOf(files)).toContain('What a platform cannot take as drawn\n  leaf-a.cfg: ')
})

test('a platform with two formats: a file for each, what only the second cannot say stands by it', () => {
  const files = exportFiles(basic, 'sonic')
  expect(files.map(({ path }) => path)).toEqual([
    'leaf-a.sh',
    'leaf-a.config_db.json',
    'leaf-b.sh',
    'leaf-b.config_db.json',
    'README.txt',
  ])
  const readme = readmeOf(files)
  expect(readme).toContain('  leaf-a.sh | SONiC (community) | config commands | leafs, preferred primary\n')
  expect(readme).toContain('Lines that start with # are comments.\n')
  expect(readme).toContain('Use one of the files of a switch; they say the same.\n')
  expect(readme.match(/leaf-a.config_db.json: .*/g)).toEqual([
    expect.stringContaining('PORT holds the lanes'),
    expect.stringContaining('address 192.168.0.11 of eth0 is not in it'),
  ])
})

test('names that differ only in case, or that would leave the folder, get files of their own', () => {
  const names = ['Leaf', 'leaf', '../../x']
  const devices = basic.devices.map((device, at) => ({ ...device, name: names[at] ?? device.name }))
  const paths = exportFiles({ ...basic, devices }).map(({ path }) => path)
  expect(paths).toEqual(['Leaf.cfg', 'leaf-2.cfg', 'README.txt'])
  const climbing = basic.devices.map((device) => ({ ...device, name: `../${device.name}` }))
  expect(exportFiles({ ...basic, devices: climbing }).map(({ path }) => path)).toEqual([
    '-leaf-a.cfg',
    '-leaf-b.cfg',
    'README.txt',
  ])
})

const basic = basicPair.build().topology

function readmeOf(files: ReturnType<typeof exportFiles>): string {
  return files.at(-1)?.text ?? ''
}
