import { toId } from './ids.ts'
import { at, testCases } from './testing/problems.ts'

testCases([
  [
    'an id used twice',
    (t) => ({ flows: [...t.flows, { ...t.flows[2]!, id: toId('srv-1') }] }),
    ['duplicate-id', 'flows[7].id', /^The id srv-1 is used twice\.$/],
  ],
  [
    'two devices of one name',
    (t) => ({ devices: at(t.devices, 1, { name: 'leaf-a' }) }),
    ['duplicate-name', 'devices[1].name', /called leaf-a\.$/],
  ],
  [
    'a domain named as a device',
    (t) => ({ domains: at(t.domains, 0, { name: 'leaf-a' }) }),
    ['duplicate-name', 'domains[0].name', /called leaf-a\.$/],
  ],
  [
    'one MAC address twice',
    (t) => ({ devices: at(t.devices, 1, { mac: '00:00:5e:00:53:0a' }) }),
    ['duplicate-address', 'devices[1].mac', /leaf-a and leaf-b both have the MAC/],
  ],
  [
    'one IP address twice',
    (t) => ({ devices: at(t.devices, 4, { ipv4: '10.0.10.11' }) }),
    ['duplicate-address', 'devices[4].ipv4', /srv-1 and srv-2 both have the IP/],
  ],
  [
    'a VLAN defined twice',
    (t) => ({ vlans: [...t.vlans, { id: 10, name: 'x' }] }),
    ['duplicate-vlan', 'vlans[1].id', /VLAN 10 is defined twice/],
  ],
  [
    'a VLAN name used twice',
    (t) => ({ vlans: [...t.vlans, { id: 20, name: 'servers' }] }),
    ['duplicate-vlan', 'vlans[1].name', /both called servers/],
  ],
  [
    'a flow to itself',
    (t) => ({ flows: at(t.flows, 0, { to: toId('srv-1') }) }),
    ['flow-ends', 'flows[0]', /from srv-1 to itself/],
  ],
  [
    'a flow from a switch',
    (t) => ({ flows: at(t.flows, 0, { from: toId('leaf-a') }) }),
    ['flow-ends', 'flows[0].from', /leaf-a, which sends and takes no probes/],
  ],
  [
    'a flow to nowhere',
    (t) => ({ flows: at(t.flows, 0, { to: toId('srv-9') }) }),
    ['flow-ends', 'flows[0].to', /srv-9 that does not exist/],
  ],
])
