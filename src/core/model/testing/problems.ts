import { expect, test } from 'vitest'
import type { Design } from '../design.ts'
import { documentProblems, type Problem } from '../problems.ts'
import type { Topology } from '../topology.ts'
import { template } from './editing.ts'

/** What is done to the basic pair, and the problems that must come of it. */
export type Case = readonly [name: string, change: (t: Topology) => Partial<Topology>, ...expected: Found[]]
type Found = readonly [code: Problem['code'], path: string, text: RegExp]

/** One test for each case: its problems are found, others are not, and each has a way out. */
export function testCases(cases: readonly Case[]): void {
  test.each(cases.map(([name, change, ...expected]) => ({ name, change, expected })))(
    '$name',
    ({ change, expected }) => {
      const design = template('basic-pair')
      const found = documentProblems({ ...design, topology: { ...design.topology, ...change(design.topology) } })
      for (const [code, path, text] of expected) {
        expect(found).toContainEqual(
          expect.objectContaining({ code, path: `design.topology.${path}`, text: expect.stringMatching(text) }),
        )
      }
      expect(found.filter(({ code }) => expected.every(([wanted]) => wanted !== code))).toEqual([])
      for (const { wayOut, text } of found) expect(`${text} ${wayOut}`).toMatch(/\.$/)
    },
  )
}

export function codes(design: Design) {
  return documentProblems(design).map(({ code }) => code)
}

/** The list with fields of one item changed. */
export function at<T>(list: readonly T[], index: number, changes: object): readonly T[] {
  return list.map((item, at) => (at === index ? { ...item, ...changes } : item))
}
