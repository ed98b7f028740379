import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { exportFiles } from '../core/export/exportFiles.ts'
import { lint } from '../core/lint/lint.ts'
import { basicPair } from '../core/templates/basicPair.ts'
import { PROFILES } from '../core/vendors/index.ts'
import { answerTo } from './designAnswer.ts'

const design = basicPair.build()
const { topology } = design
const options = { platform: 'arista-eos', hosts: 'networkd' } as const

test('the worker finds what the rules find', () => {
  const answer = answerTo({ type: 'check', design })
  expect(answer).toEqual({ type: 'checked', report: lint(design, PROFILES) })
  expect(structuredClone(answer)).toEqual(answer)
})

test('its files are those of the command line, one by one and as a zip', () => {
  const files = exportFiles(topology, options)
  expect(answerTo({ type: 'export', topology, options })).toEqual({ type: 'exported', files })
  const zipped = answerTo({ type: 'zip', topology, options })
  if (zipped.type !== 'zipped') throw new Error(zipped.type)
  const entries = Object.entries(unzipSync(zipped.archive)).map(([path, octets]) => ({ path, text: strFromU8(octets) }))
  expect(entries.toSorted(byPath)).toEqual(files.toSorted(byPath))
})

function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : 1
}
