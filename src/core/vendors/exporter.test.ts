import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { NUMBER_KEYS } from '../model/profileKeys.ts'
import { renderText } from './exporter.ts'
import { EXPORTERS } from './exporters.ts'
import { PROFILES } from './index.ts'
import { numberWords } from './valueWords.ts'
import { VENDORS } from './platforms.ts'
import { basic, everyFormat, rendered, settings, text } from './testing/exported.ts'

describe.each(VENDORS)('%s', (vendor) => {
  test('leaves the keepalive out where none is drawn, and says so', () => {
    const links = basic.links.filter(({ use }) => use !== 'keepalive')
    const { lines, notes } = rendered(vendor, { ...basic, links })
    expect(renderText(lines)).not.toMatch(/\n *(peer-keepalive|peer-address heartbeat)/)
    expect(notes.map(({ text }) => text)).toContainEqual(expect.stringContaining('No keepalive cable is drawn'))
  })

  test('a value that the platform cannot take is left at the default, and said so in the file', () => {
    const key = NUMBER_KEYS.find((one) => PROFILES[vendor].numbers[one]?.editable)!
    const { lines, notes } = rendered(vendor, settings(basic, { numbers: { [key]: -1 }, switches: {}, choices: {} }))
    const { label } = PROFILES[vendor].numbers[key]!
    expect(
      notes.filter(({ text }) => text.startsWith(`${label} ${numberWords(key, -1)} is not possible`)),
    ).toHaveLength(1)
    const { comment } = EXPORTERS[vendor]
    expect(lines.filter(({ text }) => text.startsWith(`${comment} Note: `))).toHaveLength(notes.length)
  })

  test('every line of a port, a bond and the domain leads back to what was drawn', () => {
    const { lines } = rendered(vendor, basic)
    const drawn = new Set<string | null>([...basic.links, ...basic.bonds, ...basic.domains].map(({ id }) => id))
    const inBlocks = lines.filter(({ text }) => OF_DRAWN.test(text))
    expect(inBlocks.length).toBeGreaterThan(8)
    for (const { from } of inBlocks) expect(drawn).toContain(from)
  })

  test('no label adds a line or changes one that is not a description or a comment', () => {
    const plain = everyFormat(vendor, basic)
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.boolean(), (label, nasty) => {
        const used = nasty ? `${label}\r\nreload\u2028 !" ' ? $(x) | no feature vpc\u0085` : label
        const labelled = {
          ...basic,
          devices: basic.devices.map((device) => ({ ...device, label: used })),
          domains: basic.domains.map((domain) => ({ ...domain, label: used })),
        }
        const lines = everyFormat(vendor, labelled)
        const changed = lines.filter((line, at) => line !== plain[at])
        expect(lines).toHaveLength(plain.length)
        expect(changed.filter((line) => !FREE_TEXT_LINE.test(line))).toEqual([])
      }),
      { seed: 20_261_124, numRuns: 100 },
    )
  })

  test('a name that the document check would refuse adds no line either', () => {
    const devices = basic.devices.map((device) => ({ ...device, name: `${device.name}\nno feature vpc` }))
    const vlans = basic.vlans.map((vlan) => ({ ...vlan, name: 'x\nreload' }))
    expect(everyFormat(vendor, { ...basic, devices, vlans })).toHaveLength(everyFormat(vendor, basic).length)
  })
})

test('another platform keeps the drawn ports and says when it has no such names', () => {
  const ports = basic.ports.map((port) => ({ ...port, name: port.name.replace('Ethernet1/', 'Ethernet') }))
  const { lines, notes } = rendered('cisco-nxos', { ...basic, ports })
  expect(lines.map(({ text }) => text)).toContain('interface Ethernet53')
  expect(notes[0]?.text).toBe(
    'Not port names of NX-OS, kept as drawn: Ethernet53, Ethernet54, Ethernet1, Ethernet2, Ethernet3.',
  )
})

test('the management port is the platform’s own', () => {
  expect(text('arista-eos', basic)).toContain('\ninterface Management1\n')
})

/** Heads of what is drawn: ports, bonds, the domain. */
const OF_DRAWN =
  /^(interface (?!vlan\d)|vlt-domain|vpc domain|mlag configuration|set interfaces|set protocols iccp|set multi-chassis|sudo config (portchannel|mclag)|nv set (interface|mlag)|# (MLAG|peer port|DRNI|LAG|port\d)|add (mlag-id|mode|name|bridge=\S+ interface)=?)/
/** Free text stands in comments and descriptions, of these characters only. */
const FREE_TEXT = '[A-Za-z0-9 ._,:()/+=@-]{1,250}'
const FREE_TEXT_LINE = new RegExp(
  [
    `^[!#] ${FREE_TEXT}$`,
    `^ +description "?${FREE_TEXT}"?;?$`,
    `^nv set interface \\S+ description '${FREE_TEXT}'$`,
    `^ +description: '${FREE_TEXT}'$`,
    `^ +alias ${FREE_TEXT}$`,
    `^set interfaces \\S+ description "${FREE_TEXT}"$`,
    `^    "[^"]+": \\{[a-z0-9_:", ]*"description": "${FREE_TEXT}"[a-z0-9_:", ]*\\},?$`,
  ].join('|'),
)
