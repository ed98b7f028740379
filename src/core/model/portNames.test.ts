import { expect, test } from 'vitest'
import { toId } from './ids.ts'
import { freePort, lagName, portCount, portName } from './portNames.ts'
import type { PortNaming } from './profile.ts'
import { DEFAULT_SPANNING_TREE, type Port, type SwitchDevice, type Topology } from './topology.ts'

const NEXUS: PortNaming = { frontPrefix: 'Ethernet1/', management: 'mgmt0', frontCount: 6, firstPeerLinkPort: 5 }

test('ports are named by the platform, hosts count from eth0', () => {
  expect(portName(NEXUS, 'front', 1)).toBe('Ethernet1/1')
  expect(portName(NEXUS, 'management', 1)).toBe('mgmt0')
  expect(portName('host', 'front', 1)).toBe('eth0')
  expect(portName('management-switch', 'front', 3)).toBe('port3')
  const fromZero = { ...NEXUS, frontPrefix: 'Ethernet', frontFirst: 0, frontStep: 4 }
  expect([1, 2, 3].map((index) => portName(fromZero, 'front', index))).toEqual(['Ethernet0', 'Ethernet4', 'Ethernet8'])
})

test('link aggregations are named by the platform, hosts count from bond0', () => {
  expect(lagName({ channel: 'port-channel' }, 11)).toBe('port-channel11')
  expect(lagName({ channel: 'Port-Channel' }, 11)).toBe('Port-Channel11')
  expect(lagName('host', 0)).toBe('bond0')
})

test('only switches have a management port, and one', () => {
  expect(portCount(NEXUS, 'management')).toBe(1)
  expect([portCount('host', 'management'), portCount('management-switch', 'management')]).toEqual([0, 0])
})

test('members take ports from the first up, peer-links from theirs, and either the rest when its own are gone', () => {
  expect(free([], 'front')).toBe('Ethernet1/1')
  expect(free([1, 3], 'front')).toBe('Ethernet1/2')
  expect(free([1, 2, 3, 4], 'front')).toBe('Ethernet1/5')
  expect(free([1], 'peer-link')).toBe('Ethernet1/5')
  expect(free([1, 5, 6], 'peer-link')).toBe('Ethernet1/2')
  expect(free([1, 2, 3, 4, 5, 6], 'peer-link')).toBeUndefined()
  expect(free([1], 'management')).toBe('mgmt0')
})

const LEAF: SwitchDevice = {
  kind: 'switch',
  id: toId('leaf'),
  name: 'leaf',
  label: '',
  mac: '00:00:5e:00:53:01',
  vendor: 'cisco-nxos',
  lacpSystemPriority: 32_768,
  stp: DEFAULT_SPANNING_TREE,
}

/** Name of the free port when front ports of these positions are taken. */
function free(taken: readonly number[], wish: 'front' | 'peer-link' | 'management'): string | undefined {
  const ports = taken.map((index): Port => ({
    id: toId(`p${index}`),
    device: LEAF.id,
    name: `p${index}`,
    kind: 'front',
    index,
  }))
  const topology: Topology = { devices: [LEAF], ports, links: [], bonds: [], domains: [], vlans: [], flows: [] }
  return freePort(topology, LEAF, NEXUS, wish)?.name
}
