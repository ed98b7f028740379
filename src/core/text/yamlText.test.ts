import { describe, expect, test } from 'vitest'
import { loadDocument, saveDocument } from '../model/document.ts'
import type { Design } from '../model/design.ts'
import { TEMPLATES } from '../templates/index.ts'
import { readYaml, toYaml } from './yamlText.ts'

test.each(TEMPLATES.map((template) => [template.id, template.build()] as const))(
  '%s is the same design after YAML',
  (_id, design) => {
    const read = readYaml(toYaml(design))
    expect(read.ok && saveDocument(read.design)).toBe(saveDocument(design))
  },
)

test('YAML is short and says one thing a line', () => {
  const lines = toYaml(pair()).split('\n')
  expect(lines.slice(0, 4)).toEqual([
    'format: mlag-studio',
    expect.stringMatching(/^version: \d+$/),
    'design:',
    '  title: Leaf pair',
  ])
  expect(lines).toContainEqual(
    expect.stringMatching(/^ {6}- \{ kind: front, id: leaf-a-p1, name: Ethernet1\/1, device: leaf-a, index: 1 \}$/),
  )
  expect(lines).toContain('    - kind: switch'.padStart(20))
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThan(140)
})

test('the JSON of a file can be put in', () => {
  const json = saveDocument(pair())
  const read = readYaml(json)
  expect(read.ok && saveDocument(read.design)).toBe(json)
  expect(loadDocument(json).ok).toBe(true)
})

describe('what is wrong stands at its line', () => {
  const good = toYaml(pair())
  test.each([
    ['a bracket that stays open', good.replace(' index: 1 }', ' index: 1'), /kind: front, id: srv-1-p1/, /not closed/],
    ['a tab', good.replace('  title: Leaf', '\ttitle: Leaf'), /title: Leaf/, /spaces, not with tabs/],
    [
      'a field twice',
      good.replace('  title: Leaf pair', '  title: Leaf pair\n  title: Other'),
      /title: Other/,
      /twice/,
    ],
    [
      'a speed that is no number',
      good.replace('speedGbps: 25', 'speedGbps: fast'),
      /speedGbps: fast/,
      /speed .*it is "fast"/,
    ],
    [
      'a platform that is none',
      good.replace('vendor: cisco-nxos', 'vendor: cisco'),
      /vendor: cisco$/,
      /must be one of cisco-nxos/,
    ],
    [
      'a field that is none',
      good.replace('lacpSystemPriority', 'lacpPriority'),
      /lacpPriority/,
      /a field "lacpPriority"/,
    ],
    [
      'an end that is no port',
      good.replace('- leaf-a-p1\n', '- leaf-x-p1\n').replace('[ leaf-a-p1,', '[ leaf-x-p1,'),
      /leaf-x-p1/,
      /leaf-x-p1/,
    ],
    ['a device without a place', good.replace(/\n {4}srv-1: \{[^\n]*/, ''), /layout:/, /srv-1 has no position/],
  ])('%s', (_what, text, line, words) => {
    expect(text).not.toBe(good)
    const read = readYaml(text)
    if (read.ok) throw new Error('This text must be refused')
    const [first] = read.problems.filter((problem) => words.test(problem.text))
    expect(read.problems.map((problem) => problem.text).join('\n')).toMatch(words)
    expect(text.split('\n')[(first?.line ?? 0) - 1]).toMatch(line)
    expect(first?.to).toBeGreaterThan(first?.from ?? 0)
  })

  test('a text of another kind, one that grows from aliases, and 2000 devices', () => {
    expect(problemsOf('- 1\n- 2\n')).toMatch(/what it is/)
    const bomb = [
      'a0: &a0 [x, x, x, x, x, x, x, x, x]',
      ...[1, 2, 3, 4, 5, 6, 7].map(
        (n) =>
          `a${n}: &a${n} [${Array(9)
            .fill(`*a${n - 1}`)
            .join(', ')}]`,
      ),
    ]
    expect(problemsOf(bomb.join('\n'))).toMatch(/./)
    const hosts = Array.from(
      { length: 2000 },
      (_, at) =>
        `      - { kind: host, id: h${at}, name: h${at}, label: "", mac: "02:00:00:00:0a:0b", ipv4: 10.0.0.1 }`,
    )
    const many = good.replace('    devices:\n', `    devices:\n${hosts.join('\n')}\n`)
    expect(problemsOf(many)).toMatch(/devices may hold at most 500; it is a list of 200\d/)
  })
})

function problemsOf(text: string): string {
  const read = readYaml(text)
  return read.ok ? '' : read.problems.map((problem) => problem.text).join('\n')
}

function pair(): Design {
  const [template] = TEMPLATES
  if (template === undefined) throw new Error('There is no template')
  return template.build()
}
