import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { networkOf } from '../../model/network.ts'
import type { BondEnd, Topology } from '../../model/topology.ts'
import { settledView } from '../../runbook/settledView.ts'
import { TEMPLATES } from '../../templates/index.ts'
import { twoPlainLags } from '../../templates/twoPlainLags.ts'
import { renderText } from '../exporter.ts'
import { PROFILES } from '../index.ts'
import { redrawnOn } from '../platforms.ts'
import { plainOn, plainSwitches } from '../testing/below.ts'
import { ciscoIosXeExporter } from './exporter.ts'

/** Templates with a switch that is no peer; those switches on IOS XE, the pairs as drawn. */
const BELOW = TEMPLATES.map(({ id, build }) => {
  const { topology } = build()
  return { id, topology: plainOn('cisco-ios-xe', topology), plain: plainSwitches(topology) }
}).filter(({ plain }) => plain.length > 0)

describe.each(BELOW)('the switches of $id that are no peers', ({ id, topology, plain }) => {
  test('are written as reviewed', async () => {
    for (const device of plain) {
      const { lines } = ciscoIosXeExporter.render(networkOf(topology), device.id)
      await expect(renderText(lines)).toMatchFileSnapshot(`golden/${id}.${ciscoIosXeExporter.fileName(device.name)}`)
    }
  })
})

describe.each(BELOW.filter(({ topology }) => topology.domains.length > 0))(
  'the switches below the pairs of $id',
  ({ topology, plain }) => {
    test('bundle every cable of their port-channels in the simulation', () => {
      const { settled, view } = settledView(topology, PROFILES)
      expect(settled).toBe(true)
      const own = view.lags.filter(({ device }) => plain.some((one) => one.id === device))
      expect(own.length).toBeGreaterThan(0)
      for (const { members, distributing } of own) expect(distributing).toHaveLength(members.length)
    })
  },
)

test('options of a port-channel are written, those that IOS XE lacks are notes', () => {
  const set: Partial<BondEnd> = {
    lacp: { minLinks: 2, maxBundle: 4, fallback: 'individual', independent: true },
    mode: 'passive',
    rate: 'slow',
  }
  const text = written(set)
  expect(text).toContain(' port-channel min-links 2\n lacp max-bundle 4\n no port-channel standalone-disable\n')
  expect(text).toMatch(/ channel-group 21 mode passive\n/)
  expect(text).toContain('! Note: IOS XE has no statement for independent collecting and distributing')
  expect(written({ mode: 'static' })).toMatch(/ channel-group 21 mode on\n/)
  expect(written({ rate: 'fast' })).toContain(' lacp rate fast\n channel-group 21 mode active\n')
  expect(written({})).toContain('! Note: MTU 9216 is more than IOS XE takes; 9198 is written.')
})

test('a pair of such switches is named, and no statement of a pair is made up', () => {
  const { topology } = TEMPLATES[0]!.build()
  const net = networkOf(redrawnOn(topology, 'cisco-ios-xe'))
  const { lines, notes } = ciscoIosXeExporter.render(net, topology.domains[0]!.peers[0])
  expect(notes.map(({ text }) => text).join()).toContain('IOS XE forms no pair')
  expect(renderText(lines)).not.toMatch(/^ *(vpc|mlag|domain|peer)/m)
})

test('no label adds a line or changes one that is not a description or a comment', () => {
  const plain = linesOf(topology)
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.boolean(), (label, nasty) => {
      const used = nasty ? `${label}\r\nreload\u2028 !" ' ? $(x) | no vlan 1\\ # \u0085` : label
      const devices = topology.devices.map((device) => ({ ...device, label: used }))
      const lines = linesOf({ ...topology, devices })
      expect(lines).toHaveLength(plain.length)
      const changed = lines.filter((line, at) => line !== plain[at])
      expect(changed.filter((line) => !/^(!| description) [A-Za-z0-9 ._,:()/+=@-]{1,250}$/.test(line))).toEqual([])
    }),
    { seed: 20_261_131, numRuns: 60 },
  )
})

const topology = redrawnOn(twoPlainLags.build().topology, 'cisco-ios-xe')
const access = topology.devices.find(({ name }) => name === 'access')!

function linesOf(drawn: Topology): readonly string[] {
  return renderText(ciscoIosXeExporter.render(networkOf(drawn), access.id).lines).split('\n')
}

/** The file of the access switch with its ends of bonds changed. */
function written(set: Partial<BondEnd>): string {
  const bonds = topology.bonds.map((bond) => {
    const [a, b] = bond.ends
    const change = (end: BondEnd): BondEnd =>
      'device' in end.at && end.at.device === access.id ? { ...end, ...set } : end
    return { ...bond, ends: [change(a), change(b)] as const }
  })
  return linesOf({ ...topology, bonds }).join('\n')
}
