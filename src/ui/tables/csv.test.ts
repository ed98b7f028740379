import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Design } from '../../core/model/design.ts'
import { applyEdits } from '../../core/model/edits.ts'
import { networkOf } from '../../core/model/network.ts'
import { template } from '../../core/model/testing/editing.ts'
import { NAMINGS } from '../../core/vendors/platforms.ts'
import { csvOf, editsFromCsv } from './csv.ts'
import type { TableId } from './table.ts'
import { TABLES } from './tables.ts'

describe.each(TABLES)('CSV of $id', (table) => {
  test('read back as it was written changes nothing', () => {
    expect(read(table.id, design, saved(table.id, design))).toEqual({ ok: true, edits: [], changed: 0, added: 0 })
  })

  test('any text is read or refused in words', () => {
    const heads = table.columns.map(({ head }) => head).join(',')
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.boolean(), (text, headed) => {
        const result = read(table.id, design, headed ? `${heads}\n${text}` : text)
        const said = result.ok ? [] : result.sentences
        expect(said.filter((sentence) => !/^\S/.test(sentence))).toEqual([])
      }),
      { seed: 20_261_129, numRuns: 60 },
    )
  })
})

test('values are changed, in words that the cells use', () => {
  const text = saved('bonds', design).replace(/^(vPC 11,.*?),fast,fast,10,/m, '$1,fast,slow,"trunk 10,20 native 10",')
  const drawn = applied('bonds', design, text)
  const bond = drawn.topology.bonds.find(({ ends }) => ends.some(({ channel }) => channel === 11))
  expect(bond?.ends.map(({ rate }) => rate)).toEqual(['fast', 'slow'])
  expect(bond?.vlans).toEqual({ mode: 'trunk', native: 10, allowed: [10, 20] })
})

test('lines of things that are not there add them, with all that is given', () => {
  const drawn = applied(
    'devices',
    design,
    'Name,Kind,Platform,Label,Address\nacc-1,switch,EOS,row 3,\ndb-1,server,,,10.0.10.200\noob,management switch\n',
  )
  const added = drawn.topology.devices.slice(design.topology.devices.length)
  expect(added).toMatchObject([
    { kind: 'switch', name: 'acc-1', vendor: 'arista-eos', label: 'row 3' },
    { kind: 'host', name: 'db-1', ipv4: '10.0.10.200' },
    { kind: 'management-switch', name: 'oob' },
  ])
  const cabled = applied('cables', drawn, 'A,B\nacc-1 Ethernet7,leaf-a Ethernet1/20\nacc-1,leaf-b\n')
  expect(saved('cables', cabled)).toMatch(/acc-1 Ethernet7,leaf-a Ethernet1\/20/)
  expect(applied('vlans', cabled, 'VLAN,Name\n30,storage\n').topology.vlans).toContainEqual({ id: 30, name: 'storage' })
  expect(applied('flows', cabled, 'From,To,From port\nsrv-1,db-1,\n').topology.flows).toHaveLength(
    design.topology.flows.length + 1,
  )
})

test('what cannot be taken is named by its line, and nothing is taken', () => {
  expect(read('bonds', design, 'Bond,A,B\nvPC 99,x,y\n')).toEqual({
    ok: false,
    sentences: ['Line 2: vPC 99, x, y is not in the design.'],
  })
  expect(sentencesOf('devices', 'Name,Kind\nnew-1,toaster\n')).toMatch(/Line 2: new-1 .*Kind: switch, server/)
  expect(sentencesOf('devices', 'Name,Platform\nleaf-a,IOS\n')).toMatch(/Line 2, Platform must be one of: NX-OS/)
  expect(sentencesOf('cables', 'A,B\nleaf-a Ethernet9/9,leaf-b\n')).toMatch(/leaf-a has no such port/)
  expect(sentencesOf('cables', 'A,B,VLANs\nleaf-a Ethernet1/3,orphan-a eth0,all\n')).toMatch(/VLANs must be a VLAN/)
  expect(sentencesOf('devices', 'Name\nleaf-a\nleaf-a\n')).toBe('Line 3 is about the same as line 2.')
  expect(sentencesOf('devices', 'what is this')).toMatch(/no table of devices: its first line has no column Name/)
})

test('more devices than a design holds are refused in words', () => {
  const lines = Array.from({ length: 2_000 }, (_, at) => `h${at},server`)
  const result = read('devices', design, `Name,Kind\n${lines.join('\n')}\n`)
  expect(result.ok && applyEdits(design, result.edits, { namings: NAMINGS })).toEqual({
    ok: false,
    message: 'A design holds at most 500 devices.',
  })
})

test('what a spreadsheet would compute is marked as text and read back as it was', () => {
  const [first] = design.topology.devices
  const labelled: Design = {
    ...design,
    topology: {
      ...design.topology,
      devices: design.topology.devices.map((device) => (device === first ? { ...device, label: '=1+1' } : device)),
    },
  }
  const text = saved('devices', labelled)
  expect(text).toContain(`,"'=1+1",`)
  expect(read('devices', labelled, text)).toMatchObject({ ok: true, edits: [] })
})

const design = template('basic-pair')

function tableOf(id: TableId) {
  const table = TABLES.find((one) => one.id === id)
  if (table === undefined) throw new Error(id)
  return table
}

function saved(id: TableId, of: Design): string {
  const table = tableOf(id)
  return csvOf(table, table.rows(networkOf(of.topology)), (row, column) => row.cells[column]?.text ?? '')
}

function read(id: TableId, of: Design, text: string) {
  return editsFromCsv(tableOf(id), of, networkOf(of.topology), text)
}

function sentencesOf(id: TableId, text: string): string {
  const result = read(id, design, text)
  return result.ok ? 'taken' : result.sentences.join('\n')
}

function applied(id: TableId, of: Design, text: string): Design {
  const result = read(id, of, text)
  if (!result.ok) throw new Error(result.sentences.join('\n'))
  const drawn = applyEdits(of, result.edits, { namings: NAMINGS })
  if (!drawn.ok) throw new Error(drawn.message)
  return drawn.design
}
