import { toId } from './ids.ts'
import { at, testCases } from './testing/problems.ts'

testCases([
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
    'peers of a platform that forms no pair',
    (t) => ({ devices: t.devices.map((d) => (d.kind === 'switch' ? { ...d, vendor: 'cisco-ios-xe' } : d)) }),
    ['domain-platforms', 'domains[0].peers', /leaf-a and leaf-b, run cisco-ios-xe, which forms no pair/],
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
])
