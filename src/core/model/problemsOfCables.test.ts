import { toId } from './ids.ts'
import { at, testCases } from './testing/problems.ts'

testCases([
  [
    'a port on no device',
    (t) => ({ ports: at(t.ports, 12, { device: toId('leaf-z') }) }),
    ['unknown-device', 'ports[12].device', /on a device leaf-z that does not exist/],
    ['dangling-cable', 'links[6].ends[0]', /hangs loose/],
  ],
  [
    'a management port on a host',
    (t) => ({ ports: at(t.ports, 13, { kind: 'management' }) }),
    ['wrong-port', 'ports[13].kind', /orphan-a:eth0 is a management port/],
    ['wrong-use', 'links[6].use', /data cable/],
  ],
  [
    'a port without a cable',
    (t) => ({ links: t.links.slice(0, -1) }),
    ['port-without-cable', 'ports[18]', /plugged into leaf-b:mgmt0/],
    ['port-without-cable', 'ports[19]', /plugged into mgmt-1:port2/],
  ],
  [
    'a port name used twice',
    (t) => ({ ports: at(t.ports, 8, { name: 'Ethernet1/1' }) }),
    ['duplicate-port', 'ports[8]', /leaf-a has two ports Ethernet1\/1/],
  ],
  [
    'a port position used twice',
    (t) => ({ ports: at(t.ports, 8, { index: 1 }) }),
    ['duplicate-port', 'ports[8]', /at position 1/],
  ],
  [
    'a cable with one loose end',
    (t) => ({ links: at(t.links, 6, { ends: [t.links[6]!.ends[0], toId('lost')] }) }),
    [
      'dangling-cable',
      'links[6].ends[1]',
      /^The cable link-leaf-a-p3-orphan-a from leaf-a:Ethernet1\/3 hangs loose: there is no port lost\.$/,
    ],
    ['port-without-cable', 'ports[13]', /orphan-a:eth0/],
  ],
  [
    'two cables in one port',
    (t) => ({ links: at(t.links, 6, { ends: [t.links[7]!.ends[0], t.links[6]!.ends[1]] }) }),
    [
      'port-used-twice',
      'links[7].ends[0]',
      /^Two cables, link-leaf-a-p3-orphan-a and link-leaf-b-p3-orphan-b, are plugged into leaf-b:Ethernet1\/3\.$/,
    ],
    ['port-without-cable', 'ports[12]', /leaf-a:Ethernet1\/3/],
  ],
  [
    'a cable back to its device',
    (t) => ({ ports: at(t.ports, 13, { device: toId('leaf-a'), name: 'Ethernet1/9', index: 9 }) }),
    ['cable-to-itself', 'links[6]', /from leaf-a back to leaf-a/],
  ],
  [
    'a cable between hosts',
    (t) => ({ ports: at(t.ports, 12, { device: toId('srv-1'), name: 'eth9', index: 9 }) }),
    ['host-to-host', 'links[6]', /srv-1:eth9 and orphan-a:eth0/],
  ],
  [
    'a keepalive to a host',
    (t) => ({ links: at(t.links, 6, { use: 'keepalive' }) }),
    ['wrong-use', 'links[6].use', /keepalive cable .* ends at a host/],
  ],
  [
    'data through a management port',
    (t) => ({ links: at(t.links, 8, { use: 'data' }) }),
    ['wrong-use', 'links[8].use', /data cable .* management port/],
  ],
])
