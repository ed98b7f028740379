import { describe, expect, test } from 'vitest'
import { toId } from '../model/ids.ts'
import { networkOf } from '../model/network.ts'
import type { LacpOptions, VendorId } from '../model/topology.ts'
import { basicPair } from '../templates/basicPair.ts'
import { plainLacp } from '../templates/plainLacp.ts'
import { renderText, withPlatform } from './exporter.ts'
import { EXPORTERS } from './exporters.ts'

/** Every form in which a platform's configuration of a switch is written, one after the other, as lines without indent. */
function lines(vendor: VendorId, device: string, lacp: LacpOptions, template = basicPair): readonly string[] {
  const topology = withPlatform(template.build().topology, vendor)
  const bonds = topology.bonds.map((bond) =>
    bond.id === 'bond-srv-1' ? { ...bond, ends: [{ ...bond.ends[0], lacp }, bond.ends[1]] as const } : bond,
  )
  const exporter = EXPORTERS[vendor]
  const net = networkOf({ ...topology, bonds })
  return [exporter, ...(exporter.variants ?? [])].flatMap(({ render }) =>
    renderText(render(net, toId(device)).lines)
      .split('\n')
      .map((line) => line.trim()),
  )
}

const LIMITS = { minLinks: 2, maxBundle: 3 }

describe('limits of the number of members', () => {
  const cases: readonly (readonly [VendorId, readonly string[]])[] = [
    ['cisco-nxos', ['lacp min-links 2', 'lacp max-bundle 3']],
    ['arista-eos', ['port-channel min-links 2']],
    ['juniper-junos', ['minimum-links 2;', 'set interfaces ae11 aggregated-ether-options minimum-links 2']],
    ['huawei-vrp8', ['least active-linknumber 2', 'max active-linknumber 3']],
    ['sonic', ['sudo config portchannel add PortChannel11 --min-links 2 --fast-rate true']],
  ]
  test.each(cases)('%s', (vendor, expected) => {
    const written = lines(vendor, 'leaf-a', LIMITS)
    for (const line of expected) expect(written).toContain(line)
  })

  test('are said to be missing where the platform has none', () => {
    const [note] = lines('arista-eos', 'leaf-a', LIMITS).filter((line) => line.includes('greatest number'))
    expect(note).toBe('! Note: EOS has no statement for a greatest number of members, set on Port-Channel11.')
  })

  test('are written on plain aggregations of Comware only', () => {
    const statement = 'link-aggregation selected-port minimum 2'
    expect(lines('h3c-comware', 'sw-1', LIMITS, plainLacp)).toContain(statement)
    const ofPair = lines('h3c-comware', 'leaf-a', LIMITS)
    expect(ofPair).not.toContain(statement)
    expect(ofPair.join()).toContain('ignores limits of the number of members')
  })
})

test('a least number of members is written for Cumulus where there is a line for it, and a note where not', () => {
  const written = lines('nvidia-cumulus', 'leaf-a', { minLinks: 2 })
  expect(written).toContain('bond-min-links 2')
  const note = '# Note: NVUE has no least number of members: bond-min-links 2 of bond11 needs a snippet.'
  expect(written.filter((line) => line === note)).toHaveLength(2)
})

describe('members without a partner', () => {
  test('run as individual ports on NX-OS, set while the port-channel is shut', () => {
    const written = lines('cisco-nxos', 'leaf-a', { fallback: 'individual' })
    const at = written.indexOf('no lacp suspend-individual')
    expect(written.slice(at - 1, at + 3)).toEqual(['shutdown', 'no lacp suspend-individual', 'vpc 11', 'no shutdown'])
  })

  test.each([
    ['arista-eos', 'interface Ethernet1/1', ['switchport access vlan 10', 'spanning-tree portfast']],
    ['cisco-nxos', 'interface Ethernet1/1', ['switchport access vlan 10', 'spanning-tree port type edge']],
  ] as const)('stand alone on %s as their own lines say, which are those of the port-channel', (vendor, head, own) => {
    const memberLines = (lacp: LacpOptions) => {
      const written = lines(vendor, 'leaf-a', lacp)
      const from = written.indexOf(head)
      return written.slice(from, written.indexOf(vendor === 'arista-eos' ? '!' : '', from))
    }
    expect(memberLines({ fallback: 'individual' })).toEqual(expect.arrayContaining([...own]))
    expect(memberLines({})).not.toContain(own[1])
  })

  test('fall back after a time on EOS', () => {
    const written = lines('arista-eos', 'leaf-a', { fallback: 'static', fallbackAfterS: 30 })
    expect(written).toContain('port-channel lacp fallback static')
    expect(written).toContain('port-channel lacp fallback timeout 30')
    expect(lines('arista-eos', 'leaf-a', { fallback: 'individual' })).toContain('port-channel lacp fallback timeout 90')
  })

  test('fall back at the preferred peer of EOS first, by its LACP port priority', () => {
    expect(lines('arista-eos', 'leaf-a', { fallback: 'static' })).toContain('lacp port-priority 8192')
    expect(lines('arista-eos', 'leaf-b', { fallback: 'static' }).join()).not.toContain('port-priority')
    expect(lines('arista-eos', 'leaf-a', { fallback: 'individual' }).join()).not.toContain('port-priority')
  })

  test('are forced up on one peer of Junos', () => {
    const statement = 'set interfaces ae11 aggregated-ether-options lacp force-up'
    expect(lines('juniper-junos', 'leaf-a', { fallback: 'static' })).toContain(statement)
    expect(lines('juniper-junos', 'leaf-b', { fallback: 'static' })).not.toContain(statement)
  })

  test('fall back on SONiC, in commands and tables', () => {
    const written = lines('sonic', 'leaf-a', { fallback: 'static' })
    expect(written).toContain(
      'sudo config portchannel add PortChannel11 --min-links 1 --fallback true --fast-rate true',
    )
    expect(written.join()).toContain('"fallback": "true"')
  })

  test.each([
    ['cisco-nxos', 'static'],
    ['huawei-vrp8', 'individual'],
    ['h3c-comware', 'static'],
  ] as const)('stay out, and a note says so, on %s that has no %s fallback', (vendor, fallback) => {
    expect(lines(vendor, 'leaf-a', { fallback }).join()).toContain(`no ${fallback} LACP fallback`)
  })
})
