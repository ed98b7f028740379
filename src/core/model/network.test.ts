import { describe, expect, test } from 'vitest'
import { TEMPLATES } from '../templates/index.ts'
import { toId } from './ids.ts'
import { accessVlanOf, carries, mtuOf, need, type Network, networkOf, portLabel, vlansOf } from './network.ts'
import type { Topology } from './topology.ts'

describe('basic-pair', () => {
  const net = template('basic-pair')

  test('finds things by id and by name', () => {
    expect(net.deviceNamed.get('leaf-a')?.id).toBe('leaf-a')
    expect(net.domainNamed.get('leafs')?.id).toBe('domain-leafs')
    expect(net.portNamed.get('srv-1:eth1')?.id).toBe('srv-1-p2')
    expect(portLabel(net, need(net.ports, toId<'port'>('leaf-b-m1')))).toBe('leaf-b:mgmt0')
    expect(() => need(net.devices, toId<'device'>('nowhere'))).toThrow('nowhere')
  })

  test('knows what is at the other end of a cable', () => {
    expect(net.neighbour.get(toId('srv-1-p1'))?.id).toBe('leaf-a-p1')
    expect(net.neighbour.get(toId('leaf-a-p1'))?.id).toBe('srv-1-p1')
    expect(net.linkAt.get(toId('srv-1-p1'))).toBe(net.linkAt.get(toId('leaf-a-p1')))
  })

  test('lists the ports of a device, front ports first', () => {
    const names = net.portsOf.get(toId('leaf-a'))?.map(({ name }) => name)
    expect(names).toEqual(['Ethernet1/1', 'Ethernet1/2', 'Ethernet1/3', 'Ethernet1/53', 'Ethernet1/54', 'mgmt0'])
  })

  test('sees a bond as each of its devices has it', () => {
    expect(lags(net, 'leaf-a')).toEqual([
      ['bond-peer-link', 'peer-link', 10, ['Ethernet1/53', 'Ethernet1/54']],
      ['bond-srv-1', 'mlag', 11, ['Ethernet1/1']],
      ['bond-srv-2', 'mlag', 12, ['Ethernet1/2']],
    ])
    expect(lags(net, 'srv-1')).toEqual([['bond-srv-1', 'host', 0, ['eth0', 'eth1']]])
    expect(net.lagAt.get(toId('leaf-b-p2'))?.bond.id).toBe('bond-srv-2')
    expect(net.lagAt.get(toId('leaf-b-p3'))).toBeUndefined()
  })

  test('tells peers, orphans and the way of the keepalive', () => {
    expect(net.peerOf.get(toId('leaf-b'))?.name).toBe('leaf-a')
    expect(net.peerOf.get(toId('srv-1'))).toBeUndefined()
    expect(net.domainOf.get(toId('leaf-b'))?.name).toBe('leafs')
    expect(net.orphansOf.get(toId('domain-leafs'))?.map(({ id }) => id)).toEqual([
      'link-leaf-a-p3-orphan-a',
      'link-leaf-b-p3-orphan-b',
    ])
    expect(net.keepalivePathsOf.get(toId('domain-leafs'))).toEqual([['link-leaf-a-m1-mgmt-1', 'link-leaf-b-m1-mgmt-1']])
  })

  test('takes VLANs and MTU of a member cable from its bond', () => {
    const changed = networkOf({
      ...net.topology,
      bonds: net.topology.bonds.map((bond) => ({ ...bond, mtu: 9000, vlans: { mode: 'access', vlan: 7 } })),
    })
    const [member, orphan] = ['link-leaf-a-p1-srv-1', 'link-leaf-a-p3-orphan-a'].map((id) =>
      need(changed.links, toId<'link'>(id)),
    )
    expect([mtuOf(changed, member!), mtuOf(changed, orphan!)]).toEqual([9000, 1500])
    expect(vlansOf(changed, member!)).toEqual({ mode: 'access', vlan: 7 })
    expect([accessVlanOf(changed, toId('srv-1')), accessVlanOf(changed, toId('orphan-a'))]).toEqual([7, 10])
    expect(accessVlanOf(networkOf({ ...net.topology, ports: [], links: [] }), toId('srv-1'))).toBeNull()
  })
})

test('a bond between two pairs is an MLAG bond on all four peers', () => {
  const net = template('back-to-back')
  for (const name of ['spine-1', 'spine-2', 'leaf-a', 'leaf-b']) {
    expect(lags(net, name).filter(([bond]) => bond === 'bond-pairs')).toEqual([
      ['bond-pairs', 'mlag', 20, expect.toSatisfy((ports) => ports.length === 2)],
    ])
  }
  expect(net.keepalivePathsOf.get(toId('domain-leafs'))).toEqual([['link-leaf-a-m1-leaf-b']])
})

test('a host bond to two switches that are no pair is one lag on the host and a plain one on each switch', () => {
  const net = template('two-plain-lags')
  expect(lags(net, 'srv-1')).toEqual([['bond-srv-1-sw-1', 'host', 0, ['eth0', 'eth1']]])
  expect(lags(net, 'sw-2')).toEqual([
    ['bond-srv-1-sw-2', 'plain', 11, ['Ethernet1/1']],
    ['bond-srv-2-sw-2', 'plain', 12, ['Ethernet1/2']],
    ['bond-access-sw-2', 'plain', 20, ['Ethernet1/49', 'Ethernet1/50']],
    ['bond-sw-1-sw-2', 'plain', 10, ['Ethernet1/53', 'Ethernet1/54']],
  ])
})

test('a peer without a cable to an MLAG bond still has its port-channel', () => {
  const { topology } = template('basic-pair')
  const bonds = topology.bonds.map((bond) =>
    bond.id === 'bond-srv-1' ? { ...bond, members: bond.members.slice(0, 1) } : bond,
  )
  expect(lags(networkOf({ ...topology, bonds }), 'leaf-b')[1]).toEqual(['bond-srv-1', 'mlag', 11, []])
})

test('a keepalive can have several ways, and none through a switch that is no management switch', () => {
  const { topology } = template('back-to-back')
  const extra = networkOf({
    ...topology,
    ports: [
      ...topology.ports,
      port('spine-1', 'x1'),
      port('leaf-a', 'x2'),
      port('spine-2', 'x3'),
      port('spine-1', 'x4'),
      port('leaf-a', 'x5'),
      port('spine-2', 'x6'),
    ],
    links: [...topology.links, keepalive('x1', 'x3'), keepalive('x4', 'x2'), keepalive('x5', 'x6')],
  })
  expect(extra.keepalivePathsOf.get(toId('domain-spines'))).toEqual([
    ['k-x1-x3'],
    ['link-spine-1-m1-mgmt-1', 'link-spine-2-m1-mgmt-1'],
  ])
})

test('references that lead nowhere are left out', () => {
  const { topology } = template('basic-pair')
  const broken: Topology = {
    ...topology,
    devices: topology.devices.filter(({ id }) => id !== 'leaf-b'),
    ports: topology.ports.filter(({ id }) => id !== 'srv-1-p1'),
  }
  const net = networkOf(broken)
  expect(net.links.has(toId('link-leaf-a-p1-srv-1'))).toBe(false)
  expect(net.peerOf.get(toId('leaf-a'))).toBeUndefined()
  expect(lags(net, 'srv-1')).toEqual([['bond-srv-1', 'host', 0, []]])
})

test('a trunk carries what it allows, its native VLAN as well only then', () => {
  const trunk = { mode: 'trunk', native: 1, allowed: [10, 20] } as const
  expect([1, 10, 20, 30].map((vlan) => carries(trunk, vlan))).toEqual([false, true, true, false])
  expect([10, 20].map((vlan) => carries({ mode: 'access', vlan: 10 }, vlan))).toEqual([true, false])
})

function template(name: string): Network {
  return networkOf(need(new Map(TEMPLATES.map((template) => [template.id, template])), name).build().topology)
}

function lags(net: Network, device: string) {
  return need(net.lagsOf, toId<'device'>(device)).map(
    ({ bond, role, channel, ports }) => [bond.id as string, role, channel, ports.map(({ name }) => name)] as const,
  )
}

function port(device: string, id: string) {
  return { id: toId<'port'>(id), device: toId<'device'>(device), name: id, kind: 'front', index: 40 } as const
}

function keepalive(a: string, b: string) {
  return {
    ...template('basic-pair').topology.links[8]!,
    id: toId<'link'>(`k-${a}-${b}`),
    ends: [toId<'port'>(a), toId<'port'>(b)] as const,
  }
}
