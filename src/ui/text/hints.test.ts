import { describe, expect, test } from 'vitest'
import { documentJsonSchema } from '../../core/model/jsonSchema.ts'
import { TEMPLATES } from '../../core/templates/index.ts'
import { hintsAt } from './hints.ts'
import { spotAt } from './spot.ts'
import { toYaml } from '../../core/text/yamlText.ts'

const SCHEMA = documentJsonSchema()
const DESIGN = TEMPLATES[0]?.build()

/** Labels of the hints where the text has a `|`. */
function hints(marked: string): readonly string[] {
  if (DESIGN === undefined) throw new Error('There is no template')
  const at = marked.indexOf('|')
  expect(at).toBeGreaterThanOrEqual(0)
  const text = marked.slice(0, at) + marked.slice(at + 1)
  return hintsAt(SCHEMA, spotAt(text, at), DESIGN).map(({ label }) => label)
}

const YAML = DESIGN === undefined ? '' : toYaml(DESIGN)
/** The example with something typed in place of a part. */
const typed = (part: string | RegExp, instead: string): string => {
  expect(YAML).toMatch(part)
  return YAML.replace(part, instead)
}

describe('fields', () => {
  test('of the file, the design and its topology', () => {
    expect(hints('|')).toEqual(['format', 'version', 'design'])
    expect(hints('format: mlag-studio\nde|')).toEqual(['version', 'design'])
    expect(hints('design:\n  ti|')).toContain('layout')
    expect(hints('design:\n  title: x\n  topology:\n    |')).toContain('devices')
  })

  test('of the kind of device that stands there, without those it has', () => {
    expect(hints(typed(/ {8}lacpSystemPriority: \d+/, '        l|'))).toEqual(['lacpSystemPriority'])
    const host = hints('design:\n  topology:\n    devices:\n      - kind: host\n        |')
    expect(host).toContain('ipv4')
    expect(host).not.toContain('vendor')
    expect(host).not.toContain('kind')
    expect(hints('design:\n  topology:\n    ports:\n      - { kind: front, id: a, |')).toEqual([
      'device',
      'name',
      'index',
    ])
  })

  test('inside of a bond’s end', () => {
    expect(hints(typed(', mode: active,', ', mo|,'))).toContain('mode')
  })
})

describe('values', () => {
  test('of a choice, yes and no', () => {
    expect(hints(typed('vendor: cisco-nxos', 'vendor: c|'))).toContain('arista-eos')
    expect(hints('design:\n  topology:\n    devices:\n      - kind: |')).toEqual([
      'switch',
      'host',
      'router',
      'management-switch',
    ])
    expect(hints(typed(/stp: \{ enabled: true/, 'stp: { enabled: |'))).toEqual(['true', 'false'])
    expect(hints(typed(/rate: (fast|slow)/, 'rate: |'))).toEqual(['fast', 'slow'])
  })

  test('ids of what is drawn, where an id is meant', () => {
    expect(hints(typed(/, device: leaf-a,/, ', device: |,'))).toContain('leaf-b')
    expect(hints(typed('preferredPrimary: leaf-a', 'preferredPrimary: |'))).toContain('leaf-b')
    expect(hints(typed(/peers: \[ leaf-a,/, 'peers: [ |,'))).toContain('leaf-a')
    expect(hints(typed('peerLink: ', 'peerLink: |'))).toContain('bond-peer-link')
    expect(hints(typed(/ends: \[ leaf-a-p1,/, 'ends: [ |,'))).toContain('leaf-b-p1')
    expect(hints('design:\n  layout:\n    |')).toContain('srv-1')
  })
})

test('a rule in words comes with a field', () => {
  if (DESIGN === undefined) throw new Error('There is no template')
  const text = 'design:\n  topology:\n    devices:\n      - kind: switch\n        '
  const found = hintsAt(SCHEMA, spotAt(text, text.length), DESIGN)
  expect(found.find(({ label }) => label === 'name')).toMatchObject({
    needed: true,
    info: expect.stringMatching(/^name may hold letters/),
  })
})
