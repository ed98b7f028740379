import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { networkOf } from '../model/network.ts'
import type { Topology, VendorId } from '../model/topology.ts'
import { TEMPLATES } from '../templates/index.ts'
import { basicPair } from '../templates/basicPair.ts'
import { comparePeers, type CompareRow } from './compare.ts'
import type { ConfigLine } from './exporter.ts'
import { EXPORTERS } from './exporters.ts'
import { redrawnOn, VENDORS } from './platforms.ts'

describe.each(VENDORS)('%s', (vendor) => {
  test.each(TEMPLATES)('peers of $id differ only where they have to', ({ build }) => {
    for (const rows of pairsOf(build().topology, vendor)) {
      expect(rows.filter(({ kind }) => kind === 'mismatch' || kind === 'missing')).toEqual([])
    }
  })

  test('rows hold both configurations whole, in order', () => {
    const [a, b] = peerLines(basicPair.build().topology, vendor)
    const rows = comparePeers(a, b)
    expect(rows.flatMap(({ left }) => left?.line ?? [])).toEqual(a)
    expect(rows.flatMap(({ right }) => right?.line ?? [])).toEqual(b)
  })
})

test('what differs by design is told apart, token by token', () => {
  const rows = comparePeers(...peerLines(basicPair.build().topology, 'cisco-nxos'))
  expect(shown(rows, 'by-design')).toEqual([
    ['! [leaf-a,] Cisco NX-OS', '! [leaf-b,] Cisco NX-OS'],
    ['hostname [leaf-a]', 'hostname [leaf-b]'],
    ['  role priority [8192]', '  role priority [16384]'],
    [
      '  peer-keepalive destination [192.168.0.12] source [192.168.0.11] vrf management interval 1000 timeout 5 hold-timeout 3',
      '  peer-keepalive destination [192.168.0.11] source [192.168.0.12] vrf management interval 1000 timeout 5 hold-timeout 3',
    ],
    ['  description peer-keepalive: mgmt-1 [port1]', '  description peer-keepalive: mgmt-1 [port2]'],
    ['  ip address [192.168.0.11/24]', '  ip address [192.168.0.12/24]'],
    ['  description vPC peer-link: [leaf-b]', '  description vPC peer-link: [leaf-a]'],
    ['  description [leaf-b] Ethernet1/53', '  description [leaf-a] Ethernet1/53'],
    ['  description [leaf-b] Ethernet1/54', '  description [leaf-a] Ethernet1/54'],
    ['  description srv-1 [eth0]', '  description srv-1 [eth1]'],
    ['  description srv-2 [eth0]', '  description srv-2 [eth1]'],
    ['  description [orphan-a] eth0', '  description [orphan-b] eth0'],
  ])
})

test('a timer, a VLAN or a member that differs is a mismatch', () => {
  const a = config('vpc domain 10', '  delay restore 30', '', 'vlan 1,10', '', 'interface port-channel11', '  vpc 11')
  const b = config('vpc domain 10', '  delay restore 60', '', 'vlan 1,20', '', 'interface port-channel11', '  vpc 12')
  const rows = comparePeers(a, b)
  expect(shown(rows, 'mismatch')).toEqual([
    ['  delay restore [30]', '  delay restore [60]'],
    ['vlan [1,10]', 'vlan [1,20]'],
    ['  vpc [11]', '  vpc [12]'],
  ])
  expect(shown(rows, 'by-design')).toEqual([])
})

test('different timers in the keepalive line are a mismatch, its addresses are not', () => {
  const line = (addresses: string, timeout: number) =>
    config('vpc domain 1', `  peer-keepalive ${addresses} vrf management timeout ${timeout}`)
  const rows = comparePeers(line('destination 1 source 2', 5), line('destination 2 source 1', 6))
  expect(rows.map(({ kind }) => kind)).toEqual(['same', 'mismatch'])
})

test('what one peer lacks is missing, an orphan is not', () => {
  const a = config('feature lacp', 'feature vpc', 'interface Ethernet1/3', '  switchport access vlan 30')
  const b = config('feature lacp')
  expect(comparePeers(a, b).map(({ kind }) => kind)).toEqual(['same', 'missing', 'by-design', 'by-design'])
  expect(comparePeers(b, a).map(({ kind }) => kind)).toEqual(['same', 'missing', 'by-design', 'by-design'])
})

test('members are held against members of the same bond, whatever their number', () => {
  const a = config(
    'interface Ethernet1/1',
    '  channel-group 11 mode active',
    'interface Ethernet1/2',
    '  channel-group 12',
  )
  const b = config(
    'interface Ethernet1/7',
    '  channel-group 11 mode active',
    'interface Ethernet1/8',
    '  channel-group 13',
  )
  expect(comparePeers(a, b).map(({ kind }) => kind)).toEqual(['by-design', 'same', 'by-design', 'mismatch'])
})

test('no two texts lose a line', () => {
  const lines = fc.array(fc.constantFrom('', '!', 'a b', ' a c', ' d', '! x', 'interface Ethernet1', ' ip address 1/2'))
  fc.assert(
    fc.property(lines, lines, (a, b) => {
      const rows = comparePeers(config(...a), config(...b))
      expect(rows.flatMap(({ left }) => left?.line.text ?? [])).toEqual(a)
      expect(rows.flatMap(({ right }) => right?.line.text ?? [])).toEqual(b)
    }),
    { seed: 20_261_124 },
  )
})

function config(...texts: string[]): readonly ConfigLine[] {
  return texts.map((text) => ({ text, from: null }))
}

function peerLines(topology: Topology, vendor: VendorId, domain = 0): [readonly ConfigLine[], readonly ConfigLine[]] {
  const net = networkOf(redrawnOn(topology, vendor))
  const [a, b] = net.topology.domains[domain]!.peers
  return [EXPORTERS[vendor].render(net, a).lines, EXPORTERS[vendor].render(net, b).lines]
}

function pairsOf(topology: Topology, vendor: VendorId): (readonly CompareRow[])[] {
  return topology.domains.map((_, at) => comparePeers(...peerLines(topology, vendor, at)))
}

/** Rows of a kind as text, differing parts in brackets. */
function shown(rows: readonly CompareRow[], kind: CompareRow['kind']): (readonly [string, string])[] {
  const text = (cell: CompareRow['left']) =>
    (cell?.parts ?? []).map(({ text, differs }) => (differs ? `[${text}]` : text)).join('')
  return rows.filter((row) => row.kind === kind).map(({ left, right }) => [text(left), text(right)] as const)
}
