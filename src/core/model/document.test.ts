import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { TEMPLATES } from '../templates/index.ts'
import { plainLacp } from '../templates/plainLacp.ts'
import type { Design } from './design.ts'
import { describeProblem, designProblems, loadDocument, MAX_DOCUMENT_TEXT, saveDocument } from './document.ts'
import { toId } from './ids.ts'

const STORED_V2 = readFileSync(new URL('./stored/v2.mlag.json', import.meta.url), 'utf8')
const STORED_V1 = readFileSync(new URL('./stored/v1.mlag.json', import.meta.url), 'utf8')

describe('a sound design', () => {
  test.each(TEMPLATES.map((template) => [template.id, template] as const))(
    '%s comes back as it was saved',
    (_, template) => {
      const design = template.build()
      expect(loadDocument(saveDocument(design))).toEqual({ ok: true, design })
      expect(designProblems(design)).toEqual([])
    },
  )

  test('comes back with what was done to it', () => {
    const design = { ...TEMPLATES[0]!.build(), ...KEPT }
    expect(loadDocument(saveDocument(design))).toEqual({ ok: true, design })
    expect(designProblems(design)).toEqual([])
  })

  test('may keep a scenario whose targets are gone: that is told when it is played', () => {
    const design = { ...TEMPLATES[0]!.build(), ...KEPT, topology: plainLacp.build().topology }
    expect(designProblems({ ...design, layout: plainLacp.build().layout })).toEqual([])
  })

  test('gives the same text whatever the order of its fields', () => {
    const design = TEMPLATES[0]!.build()
    expect(saveDocument(turnedRound(design) as typeof design)).toBe(saveDocument(design))
  })
})

describe('a file that is no design is refused with what it is', () => {
  test.each([
    ['not-json', 'hostname leaf-a\n!', /not JSON/],
    ['not-json', '', /not JSON/],
    ['not-json', '{"format": "mlag-studio",}', /not JSON/],
    ['truncated', STORED_V1.slice(0, 5000), /cut off/],
    ['other-kind', '{"nodes": [], "edges": []}', /does not say what it is/],
    ['other-kind', '{"format": "excalidraw"}', /its format is "excalidraw"/],
    ['other-kind', 'null', /does not say what it is/],
    ['other-kind', '[1, 2]', /does not say what it is/],
    [
      'newer-version',
      JSON.stringify({ format: 'mlag-studio', version: 99, design: {} }),
      /version 99.*up to version 4/,
    ],
    ['bad-value', JSON.stringify({ format: 'mlag-studio', version: '1' }), /version of the file/],
    ['bad-value', JSON.stringify({ format: 'mlag-studio', version: 1 }), /design is missing/],
    ['bad-value', STORED_V1.replace('"version"', '"extra": 1, "version"'), /field "extra"/],
    ['too-large', ' '.repeat(MAX_DOCUMENT_TEXT + 1), /at most 4000000/],
  ] as const)('%s (%#)', (code, text, words) => {
    const loaded = loadDocument(text)
    expect(loaded).toMatchObject({ ok: false, problem: { code, text: expect.stringMatching(words) } })
  })
})

describe('a value out of its range is refused with where it stands and what it may be', () => {
  test.each([
    [
      ['topology', 'devices', 0, 'name'],
      'leaf"a',
      'Device leaf-a: the name may hold letters, digits, dot, hyphen and underscore, 1 to 63 of them; it is "leaf\\"a".',
    ],
    [['topology', 'devices', 0, 'name'], 'leaf\nno shutdown', /the name may hold .* it is "leaf\\nno shutdown"/],
    [['topology', 'devices', 0, 'name'], '<img src=x onerror=alert(1)>', /the name may hold/],
    [['topology', 'devices', 0, 'name'], 'x'.repeat(64), /1 to 63/],
    [['topology', 'devices', 0, 'label'], 'two\nlines', /the label must be one line/],
    [['topology', 'devices', 0, 'mac'], '01:00:5e:00:00:01', /the MAC address must be a unicast MAC address/],
    [['topology', 'devices', 0, 'vendor'], 'huawei-vrp99', /vendor must be one of/],
    [['topology', 'devices', 0, 'kind'], 'toaster', /kind/],
    [
      ['topology', 'devices', 3, 'ipv4'],
      '10.0.10.256',
      'Device srv-1: the IP address must be an IPv4 host address such as 10.0.10.11; it is "10.0.10.256".',
    ],
    [['topology', 'ports', 0, 'name'], 'Ethernet1/1\nshutdown', /interface name/],
    [
      ['topology', 'links', 2, 'mtu'],
      65_536,
      /^Cable link-leaf-a-p1-srv-1: the MTU must be a whole number from 576 to 9216; it is 65536\.$/,
    ],
    [
      ['topology', 'links', 2, 'vlans'],
      { mode: 'access', vlan: 4095 },
      /the VLAN must be a whole number from 1 to 4094; it is 4095/,
    ],
    [['topology', 'links', 2, 'delayUs'], 0, /the delay in microseconds must be/],
    [['topology', 'links', 2, 'ends'], ['leaf-a-p1'], /an end|the cable|ends/i],
    [['topology', 'links', 2, 'colour'], 'red', /a field "colour" that has no meaning there/],
    [['topology', 'bonds', 0, 'ends', 0, 'at'], {}, /where the bond ends has none of the known forms/],
    [['topology', 'bonds', 0, 'members'], 'all', /members has the wrong type; it is "all"/],
    [['topology', 'domains', 0, 'number'], 1.5, /^Domain leafs: the domain number must be a whole number/],
    [
      ['topology', 'domains', 0, 'settings', 'numbers'],
      { 'no-such-number': 1 },
      'Domain leafs: it has a field "no-such-number" that has no meaning there.',
    ],
    [['topology', 'domains', 0, 'keepalive', 'vrf'], 'a b', /the VRF may hold/],
    [['topology', 'vlans', 0, 'name'], 'srv; reload', /^VLAN servers|VLAN number 1: the name/],
    [['topology', 'flows', 0, 'ports', 0], 70_000, /from 1 to 65535; it is 70000/],
    [['scenarios', 0, 'name'], ' split brain', /^Scenario number 1: the name must be one line of 1 to 80/],
    [['scenarios', 0, 'steps', 0, 'at'], -1, /the time must be a whole number from 0/],
    [['scenarios', 0, 'steps', 0, 'command', 'type'], 'explode', /./],
    [['scenarios', 0, 'until'], 1.5, /whole number/],
    [['bookmarks', 0, 'at'], '31.4', /the time/],
    [['notes', 0, 'text'], 'a\u202eb', /^Note number 1|^Note note-1: the text may have at most 2000/],
    [['notes', 0, 'width'], 1, /the width must be a size/],
    [['drawing', 'colour'], 'red', /a field "colour"/],
    [['title'], '\u202egnp.exe', /the title must be one line/],
    [['layout', 'leaf-a', 'x'], null, /must be a position/],
  ] as const)('%j = %j', (path, value, words) => {
    const loaded = loadDocument(JSON.stringify(stored(path, value)))
    if (loaded.ok) throw new Error('This file must be refused')
    expect(loaded.problem.code).toBe('bad-value')
    expect(loaded.problem.path.startsWith(`design.${path[0]}`)).toBe(true)
    expect(loaded.problem.text).toMatch(words)
    expect(describeProblem(loaded.problem)).toHaveLength(3)
  })
})

describe('whatever the text, reading it does not throw and a refusal says why', () => {
  test('cut off anywhere', () => {
    fc.assert(
      fc.property(fc.nat(STORED_V1.trimEnd().length - 1), (end) => {
        expect(refusal(STORED_V1.slice(0, end))).toMatch(SENTENCE)
      }),
      SEEDED,
    )
  })

  test('any JSON', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 5 }), (text) => {
        expect(refusal(text)).toMatch(SENTENCE)
      }),
      SEEDED,
    )
    fc.assert(
      fc.property(fc.jsonValue(), (design) => {
        expect(refusal(JSON.stringify({ format: 'mlag-studio', version: 2, design }))).toMatch(SENTENCE)
      }),
      SEEDED,
    )
  })

  test('any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (text) => {
        expect(refusal(text)).toMatch(SENTENCE)
      }),
      SEEDED,
    )
  })

  test('nested deeper than a stack', () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`
    expect(refusal(deep)).toMatch(SENTENCE)
    expect(refusal(`{"format":"mlag-studio","version":1,"design":{"title":${deep}}}`)).toMatch(SENTENCE)
    expect(refusal(`${'{"a":'.repeat(200_000)}1`)).toMatch(SENTENCE)
  })

  test('a sound file with one value exchanged for another', () => {
    const paths = leafPaths(JSON.parse(STORED_V2))
    const value = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom(...leafValues(JSON.parse(STORED_V2))))
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(paths.length - 1), value), { minLength: 1, maxLength: 4 }), (changes) => {
        const file = JSON.parse(STORED_V2)
        for (const [at, value] of changes) put(file, paths[at]!, value)
        const loaded = loadDocument(JSON.stringify(file))
        expect(loaded.ok ? loadDocument(saveDocument(loaded.design)) : loaded).toEqual(loaded)
        expect(loaded.ok ? [] : loaded.problems.filter(({ text }) => !SENTENCE.test(text))).toEqual([])
      }),
      { ...SEEDED, numRuns: 500 },
    )
  })

  test('names that objects inherit', () => {
    for (const name of ['__proto__', 'constructor', 'toString']) {
      expect(refusal(STORED_V1.replaceAll('"leaf-a":', `"${name}":`))).toMatch(SENTENCE)
      expect(refusal(STORED_V1.replace('"mtu"', `"${name}"`))).toMatch(SENTENCE)
    }
  })
})

/** A scenario and its bookmark as a design keeps them. */
const KEPT: Pick<Design, 'scenarios' | 'bookmarks' | 'notes' | 'drawing'> = {
  notes: [{ id: toId('note-1'), text: 'two\nlines', at: { x: 0, y: 0 }, width: 160, height: 64 }],
  drawing: { bends: { [toId<'link'>('link-leaf-a-p1-srv-1')]: { x: 8, y: 8 } } },
  scenarios: [
    {
      name: 'split brain',
      start: 'settled',
      steps: [
        {
          at: 2_000_000,
          command: { type: 'fail', failure: 'link-silent', target: 'srv-1:eth0', options: { dir: 'to' } },
        },
        { at: 2_000_000, command: { type: 'fail', failure: 'keepalive-down', target: 'leafs', options: {} } },
        { at: 9_000_000, command: { type: 'repair', failure: 'keepalive-down', target: 'leafs' } },
        { at: 31_400_000, command: { type: 'repair-all' } },
      ],
      until: 60_000_000,
    },
  ],
  bookmarks: [
    { name: 'both primary', scenario: 'split brain', at: 31_400_000 },
    { name: 'healthy', scenario: null, at: 0 },
  ],
}
const SENTENCE = /\S.*\.$/s
const SEEDED = { seed: 20_261_124, numRuns: 300 } as const
type Path = readonly (string | number)[]

/** Why a text is not taken, or that it is. */
function refusal(text: string): string {
  const loaded = loadDocument(text)
  return loaded.ok ? 'taken' : loaded.problem.text
}

function stored(path: Path, value: unknown): unknown {
  const file = JSON.parse(STORED_V1)
  Object.assign(file.design, JSON.parse(JSON.stringify(KEPT)))
  put(file, ['design', ...path], value)
  return file
}

function put(file: unknown, path: Path, value: unknown): void {
  const parent = path
    .slice(0, -1)
    .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], file)
  if (typeof parent === 'object' && parent !== null) Reflect.set(parent, path.at(-1)!, value)
}

function leafPaths(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path]
  const keys = Array.isArray(value) ? value.map((_, at) => at) : Object.keys(value)
  return [path, ...keys.flatMap((key) => leafPaths(Reflect.get(value, key), [...path, key]))].filter(
    (path) => path.length > 0,
  )
}

function leafValues(file: unknown): readonly (string | number | boolean)[] {
  return leafPaths(file)
    .map((path) => path.reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], file))
    .filter((value) => typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
}

/** The same value with the fields of every object in the opposite order. */
function turnedRound(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turnedRound)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, item]) => [key, turnedRound(item)]),
  )
}
