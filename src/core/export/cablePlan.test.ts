import fc from 'fast-check'
import { expect, test } from 'vitest'
import { networkOf } from '../model/network.ts'
import { basicPair } from '../templates/basicPair.ts'
import { TEMPLATES } from '../templates/index.ts'
import { cableCells, cablePlan, cablesCsv } from './cablePlan.ts'
import { csv } from './csv.ts'
import { exportFiles } from './exportFiles.ts'

const { topology } = basicPair.build()

test('every cable with both ends, speed, role and bundle, the pair first', () => {
  const conduits = topology.links.map((link) => (link.use === 'keepalive' ? { ...link, conduit: 'tray 2' } : link))
  const rows = cablePlan(networkOf({ ...topology, links: conduits })).map((row) => cableCells(row).join('|'))
  expect(rows).toEqual([
    'leaf-a||Ethernet1/1|srv-1||eth0|25|member|vPC 11 to bond0|',
    'leaf-a||Ethernet1/2|srv-2||eth0|25|member|vPC 12 to bond0|',
    'leaf-a||Ethernet1/3|orphan-a||eth0|25|orphan||',
    'leaf-a||Ethernet1/53|leaf-b||Ethernet1/53|100|peer-link|port-channel10|',
    'leaf-a||Ethernet1/54|leaf-b||Ethernet1/54|100|peer-link|port-channel10|',
    'leaf-a||mgmt0|mgmt-1||port1|1|keepalive||tray 2',
    'leaf-b||Ethernet1/1|srv-1||eth1|25|member|vPC 11 to bond0|',
    'leaf-b||Ethernet1/2|srv-2||eth1|25|member|vPC 12 to bond0|',
    'leaf-b||Ethernet1/3|orphan-b||eth0|25|orphan||',
    'leaf-b||mgmt0|mgmt-1||port2|1|keepalive||tray 2',
  ])
})

test.each(TEMPLATES)('no cable of $id is missing or there twice, and the file goes along', ({ build }) => {
  const design = build()
  expect(cablePlan(networkOf(design.topology))).toHaveLength(design.topology.links.length)
  const file = exportFiles(design.topology).find(({ path }) => path === 'cables.csv')
  expect(file?.text).toBe(cablesCsv(networkOf(design.topology)))
})

test('what a spreadsheet would take for a formula is text, and quotes are doubled', () => {
  const rows = ['=1+1', '+1', '-1', '@A1', '\t=1', ' =1', 'a,"b"', 'a\nb'].map((text) => [text])
  expect(csv(['x'], rows).split('\r\n')).toEqual([
    'x',
    `"'=1+1"`,
    `"'+1"`,
    `"'-1"`,
    `"'@A1"`,
    `"' =1"`,
    `"' =1"`,
    '"a,""b"""',
    'a b',
    '',
  ])
})

test('any label stays one cell that begins no formula', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (label) => {
      const devices = topology.devices.map((device) => ({ ...device, label }))
      const lines = cablesCsv(networkOf({ ...topology, devices })).split('\r\n')
      expect(lines).toHaveLength(topology.links.length + 2)
      for (const line of lines.slice(1, -1)) {
        const cells = cellsOf(line)
        expect(cells).toHaveLength(10)
        for (const cell of cells) expect(cell).not.toMatch(/^\s*[=+\-@]/)
      }
    }),
    { seed: 20_261_129, numRuns: 40 },
  )
})

/** A reader of RFC 4180 for one line. */
function cellsOf(line: string): readonly string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(([, quoted, plain]) =>
    (quoted ?? plain ?? '').replaceAll('""', '"'),
  )
}
