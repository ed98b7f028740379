import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { FORMATS } from '../testing/roundTrips.ts'
import { readConfig } from './grammar.ts'
import { GRAMMARS } from './grammars.ts'
import { file, section, seenIn, seenStatement, sourceText } from './seen.ts'

const PLATFORMS = [...new Map(GRAMMARS.map(({ vendor, statements }) => [vendor, statements]))]

describe.each(PLATFORMS)('%s', (vendor, statements) => {
  test('every statement names a section of a document or a file of a public repository', () => {
    expect(statements.length).toBeGreaterThan(20)
    for (const { source } of statements) {
      expect(sourceText(source)).toMatch(
        'repository' in source ? /^[\w.-]+\/[\w.-]+, \S.*\S$/ : /^[A-Z]\S.{8,}, \S.{3,}$/,
      )
    }
    expect(new Set(statements.map(({ pattern }) => pattern)).size).toBe(statements.length)
  })

  test('every line of the reviewed files is one of them', () => {
    const folder = `src/core/vendors/${vendor}/golden`
    const comments = FORMATS.filter((format) => format.vendor === vendor)
    let lines = 0
    const unread = readdirSync(folder).flatMap((name) => {
      const { comment } = comments.find(({ format }) => name.endsWith(format.fileName('').replace(/^\w+/, ''))) ?? {}
      if (comment === undefined || name.startsWith('console')) return []
      const { read, unread } = bestReading(vendor, readFileSync(`${folder}/${name}`, 'utf8'))
      lines += read
      return unread.map(({ text }) => `${name}: ${text}`)
    })
    expect(unread).toEqual([])
    expect(lines).toBeGreaterThan(500)
  })

  test('what is not on the list is not read, whatever form it has', () => {
    for (const grammar of GRAMMARS.filter((one) => one.vendor === vendor)) {
      const name = readdirSync(`src/core/vendors/${vendor}/golden`).find((one) => one.startsWith('two-plain-lags.sw-1'))
      const text = readFileSync(`src/core/vendors/${vendor}/golden/${name}`, 'utf8')
      expect(readConfig({ ...grammar, statements: [] }, text).read).toBe(0)
    }
  })
})

test('a pattern has placeholders, choices and what may be left out', () => {
  const where = section('A guide', 'A chapter')
  const list = [
    ...seenIn(
      where,
      'vlan <number>',
      'vlan <number> / name <name>',
      '[no] shutdown',
      'ip route <prefix> <address> [<number>]',
    ),
    ...seenIn(file('owner/name', 'a.cfg'), 'port / [undo] mode (a|b) [vrf <name>] [by <text>]', 'a.b|c=<name>'),
  ]
  const found = (line: string) => seenStatement(list, line)?.pattern ?? null
  expect(found('vlan 10')).toBe('vlan <number>')
  expect(found('vlan ten')).toBeNull()
  expect(found('vlan 10 / name x')).toBe('vlan <number> / name <name>')
  expect(found('vlan 10 name x')).toBeNull()
  expect(found('shutdown')).toBe('[no] shutdown')
  expect(found('no shutdown')).toBe('[no] shutdown')
  expect(found('no no shutdown')).toBeNull()
  expect(found('ip route 0.0.0.0/0 192.0.2.1')).toMatch(/^ip route/)
  expect(found('ip route 0.0.0.0/0 192.0.2.1 5')).toMatch(/^ip route/)
  expect(found('port / mode a')).toMatch(/^port/)
  expect(found('port / undo mode b vrf x by y z')).toMatch(/^port/)
  expect(found('port / mode c')).toBeNull()
  expect(found('a.b|c=1')).toBe('a.b|c=<name>')
  expect(found('aXb|c=1')).toBeNull()
  expect(sourceText(where)).toBe('A guide, A chapter')
})

/** By the format of the platform that knows most of it. */
function bestReading(vendor: string, text: string) {
  const readings = GRAMMARS.filter((grammar) => grammar.vendor === vendor).map((grammar) => readConfig(grammar, text))
  return readings.reduce((best, one) => (one.unread.length < best.unread.length ? one : best))
}
