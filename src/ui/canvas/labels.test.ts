import { expect, test } from 'vitest'
import { toId } from '../../core/model/ids.ts'
import { networkOf } from '../../core/model/network.ts'
import { basicPair } from '../../core/templates/basicPair.ts'
import { bondTitle, cableEnds, cableRole, deviceLine, domainTitle, shortPort } from './labels.ts'
import { stopsOf } from './stops.ts'

const net = networkOf(basicPair.build().topology)

test('the number of a port is what tells it from its neighbours', () => {
  expect(['Ethernet1/48', 'et-0/0/1', '10GE1/0/1', 'mgmt0', 'eth0', 'Ethernet7'].map(shortPort)).toEqual([
    '1/48',
    '0/0/1',
    '1/0/1',
    'mgmt0',
    'eth0',
    '7',
  ])
})

test('cables are named by their ends and by what they are for', () => {
  const said = net.topology.links.map((link) => `${cableEnds(net, link)}, ${cableRole(net, link)}`)
  expect(said).toContain('leaf-a Ethernet1/1 to srv-1 eth0, member of vPC 11')
  expect(said).toContain('leaf-a Ethernet1/53 to leaf-b Ethernet1/53, member of peer-link Po10')
  expect(said).toContain('leaf-a Ethernet1/3 to orphan-a eth0, orphan')
  expect(said.filter((name) => name.endsWith(', keepalive'))).toHaveLength(2)
})

test('bonds, pairs and devices use the words of their platform', () => {
  expect(net.topology.bonds.map((bond) => bondTitle(net, bond))).toEqual(['Po10 peer-link', 'vPC 11', 'vPC 12'])
  expect(net.topology.domains.map((domain) => domainTitle(net, domain))).toEqual(['vPC domain 10'])
  const lines = net.topology.devices.map((device) => deviceLine(net, device))
  expect(lines).toEqual([
    'NX-OS · priority 8192',
    'NX-OS · priority 16384',
    'management',
    'bond0',
    'bond0',
    'orphan · eth0',
    'orphan · eth0',
  ])
})

test('arrow keys walk each port of a device with its cable, then its bonds', () => {
  const stops = stopsOf(net, toId<'device'>('srv-1'))
  expect(stops.map(({ kind }) => kind)).toEqual(['port', 'link', 'port', 'link', 'bond'])
  expect(stopsOf(net, net.topology.domains[0]?.id ?? '').map(({ kind }) => kind)).toEqual(['bond', 'bond', 'bond'])
})
