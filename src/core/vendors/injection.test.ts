import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Topology } from '../model/topology.ts'
import { pairWithUplinks } from '../templates/pairWithUplinks.ts'
import { GRAMMARS } from './importing/grammars.ts'
import { readConfig } from './importing/grammar.ts'
import { FORMATS, textsOf, type Written } from './testing/roundTrips.ts'

const plain = pairWithUplinks.build().topology

/** Quotes, line ends, comment signs, backslashes, letters of any script, 300 characters. */
const nasty = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', minLength: 300, maxLength: 300 }),
  fc
    .array(
      fc.constantFrom(
        '"',
        "'",
        '`',
        '\r\n',
        '\u2028',
        '\u0085',
        '!',
        '#',
        '\\',
        '\\"; ',
        '{',
        '}',
        ';',
        '/*',
        '$(x)',
        '|',
        '?',
        '服务器',
        'Zürich',
        '\u202e',
        '\nno feature vpc\n',
        '\nset system root-authentication\n',
        '", "x": "',
        ' mode=balance-rr',
        '\n/system reset-configuration\n',
        '\nsudo config reload -y\n',
      ),
      { minLength: 1, maxLength: 40 },
    )
    .map((pieces) => pieces.join('')),
)

describe.each(FORMATS)('$name', (written) => {
  const [before, ...others] = lines(written, plain)

  test('free text of any kind leaves every line a statement of the platform, and adds none', () => {
    fc.assert(
      fc.property(nasty, nasty, (label, word) => {
        for (const drawn of [labelled(label), renamed(label, word)]) {
          const after = lines(written, drawn)
          expect(after.map((file) => file.length)).toEqual([before, ...others].map((file) => file?.length))
          expect(after.flatMap((file) => unread(written, file.join('\n')))).toEqual([])
          expect(after.flat().filter((line) => /[^\x20-\x7e]/.test(line))).toEqual([])
        }
      }),
      { seed: 20_261_129, numRuns: 40, endOnFailure: true },
    )
  })
})

function labelled(label: string): Topology {
  return {
    ...plain,
    devices: plain.devices.map((device) => ({ ...device, label })),
    domains: plain.domains.map((domain) => ({ ...domain, label })),
  }
}

/** Names that the document check would refuse as well. */
function renamed(label: string, word: string): Topology {
  return {
    ...plain,
    devices: plain.devices.map((device) => ({ ...device, label, name: device.name + word })),
    domains: plain.domains.map((domain) => ({
      ...domain,
      label,
      name: domain.name + word,
      keepalive: { ...domain.keepalive, vrf: `v${word}` },
    })),
    vlans: plain.vlans.map((vlan) => ({ ...vlan, name: vlan.name + word })),
  }
}

function lines(written: Written, drawn: Topology): readonly (readonly string[])[] {
  return textsOf(written, drawn).map(({ text }) => text.split('\n'))
}

/** By the platform's own list of statements. */
function unread({ vendor }: Written, text: string) {
  const readings = GRAMMARS.filter((grammar) => grammar.vendor === vendor).map((grammar) => readConfig(grammar, text))
  return readings.reduce((best, one) => (one.read > best.read ? one : best)).unread
}
