import fc from 'fast-check'
import { expect, test } from 'vitest'
import { networkOf } from '../model/network.ts'
import { basicPair } from '../templates/basicPair.ts'
import { EXPORTERS } from './exporters.ts'
import { foldsOf } from './folds.ts'
import { redrawnOn, VENDORS } from './platforms.ts'

test('a mode folds with all that is typed in it, levels in braces fold one in the other', () => {
  expect(foldsOf(['hostname a', '', 'vpc domain 1', '  role priority 1', '  delay restore 30', '', 'end'])).toEqual([
    { head: 2, last: 4 },
  ])
  expect(foldsOf(['protocols {', '    iccp {', '        peer;', '    }', '}'])).toEqual([
    { head: 0, last: 3 },
    { head: 1, last: 2 },
  ])
})

test('without indentation the lines between two empty ones fold behind the first', () => {
  expect(foldsOf(['# a', '', 'set x', 'set y', 'set z', '', 'set q'])).toEqual([{ head: 2, last: 4 }])
})

test.each(VENDORS)('a file of %s has sections', (vendor) => {
  const net = networkOf(redrawnOn(basicPair.build().topology, vendor))
  const { render, variants = [] } = EXPORTERS[vendor]
  for (const write of [render, ...variants.map((variant) => variant.render)]) {
    const texts = write(net, net.topology.domains[0]!.peers[0]).lines.map(({ text }) => text)
    expect(foldsOf(texts).length).toBeGreaterThan(2)
  }
})

test('sections of any text nest', () => {
  const texts = fc.array(fc.constantFrom('', '!', 'a', ' b', '  c', '# d', '    e'))
  fc.assert(
    fc.property(texts, (lines) => {
      const folds = foldsOf(lines)
      for (const { head, last } of folds) {
        expect(last).toBeGreaterThan(head)
        expect(last).toBeLessThan(lines.length)
        expect(folds.filter((other) => other.head > head && other.head <= last && other.last > last)).toEqual([])
      }
    }),
    { seed: 20_261_129 },
  )
})
