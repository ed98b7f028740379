import { toId, type PortId } from '../../../core/model/ids.ts'
import {
  DEFAULT_SPANNING_TREE,
  spanningTreeTowards,
  type Bond,
  type Device,
  type Link,
  type Port,
  type Topology,
} from '../../../core/model/topology.ts'

/** Two peers, two bonded servers, a third one on one cable and a management switch. */
export function pairTopology(): Topology {
  const links = [
    cable('leaf-a:1', 'srv-1:1'),
    cable('leaf-b:1', 'srv-1:2'),
    cable('leaf-a:2', 'srv-2:1'),
    cable('leaf-b:2', 'srv-2:2'),
    cable('leaf-a:3', 'srv-3:1'),
    cable('leaf-a:53', 'leaf-b:53'),
    cable('leaf-a:54', 'leaf-b:54'),
    cable('leaf-a:mgmt0', 'mgmt-1:1', 'keepalive'),
    cable('leaf-b:mgmt0', 'mgmt-1:2', 'keepalive'),
  ]
  return {
    devices: [sw('leaf-a'), sw('leaf-b'), host('srv-1'), host('srv-2'), host('srv-3'), management('mgmt-1')],
    ports: links.flatMap(({ ends }) => ends.map(portOf)),
    links,
    bonds: [
      bond('bond-1', links.slice(0, 2), [{ domain: toId('dom') }, { device: toId('srv-1') }]),
      bond('bond-2', links.slice(2, 4), [{ domain: toId('dom') }, { device: toId('srv-2') }]),
      bond('bond-pl', links.slice(5, 7), [{ device: toId('leaf-a') }, { device: toId('leaf-b') }]),
    ],
    domains: [
      {
        id: toId('dom'),
        name: 'pair',
        label: '',
        number: 10,
        peers: [toId('leaf-a'), toId('leaf-b')],
        preferredPrimary: toId('leaf-a'),
        systemMac: '02:00:5e:00:00:0a',
        peerLink: toId('bond-pl'),
        gateways: [],
        keepalive: { addresses: ['10.0.0.1', '10.0.0.2'], prefixLength: 30, vrf: 'management' },
        peering: { addresses: ['10.0.1.1', '10.0.1.2'], prefixLength: 30, vlan: 4094 },
        settings: { numbers: {}, switches: {}, choices: {} },
      },
    ],
    vlans: [],
    flows: [],
  }
}

/** A switch and a second one with so many cables between them. */
export function bundle(cables: number): Topology {
  const links = Array.from({ length: cables }, (_, i) => cable(`sw:${i + 1}`, `other:${i + 1}`))
  return {
    devices: [sw('sw'), sw('other')],
    ports: links.flatMap(({ ends }) => ends.map(portOf)),
    links,
    bonds: [],
    domains: [],
    vlans: [],
    flows: [],
  }
}

function sw(id: string): Device {
  return {
    kind: 'switch',
    id: toId(id),
    name: id,
    label: '',
    mac: '',
    vendor: 'cisco-nxos',
    lacpSystemPriority: 1,
    stp: DEFAULT_SPANNING_TREE,
  }
}

function host(id: string): Device {
  return { kind: 'host', id: toId(id), name: id, label: '', mac: '', ipv4: '' }
}

function management(id: string): Device {
  return { kind: 'management-switch', id: toId(id), name: id, label: '', mac: '' }
}

function cable(from: string, to: string, use: Link['use'] = 'data'): Link {
  return {
    id: toId(`${from}--${to}`),
    ends: [toId(from), toId(to)],
    delayUs: 1,
    speedGbps: 10,
    use,
    vlans: { mode: 'access', vlan: 1 },
    mtu: 1500,
    suspendWithMembers: false,
    stp: [spanningTreeTowards('switch'), spanningTreeTowards('switch')],
  }
}

function portOf(id: PortId): Port {
  const [device = '', name = ''] = id.split(':')
  return { id, device: toId(device), name, kind: name === 'mgmt0' ? 'management' : 'front', index: Number(name) || 1 }
}

/** A bond of two ends, whatever it is made of. */
export function bond(
  id: string,
  members: readonly Link[],
  ends: readonly [Bond['ends'][0]['at'], Bond['ends'][0]['at']],
): Bond {
  const [a, b] = ends
  const end = { channel: 1, mode: 'active', rate: 'fast', stp: spanningTreeTowards('switch') } as const
  return {
    id: toId(id),
    members: members.map((link) => link.id),
    ends: [
      { at: a, ...end },
      { at: b, ...end },
    ],
    vlans: { mode: 'access', vlan: 1 },
    mtu: 1500,
  }
}
