// The complete list of test vectors, by number. A test proves a vector by naming it at the start of its title.

/** [letter, what they are about, count, what is special about some of them] */
const FAMILIES = [
  ['W', 'Codec and malformed frames', 18],
  ['RX', 'Receive machine', 34],
  ['PT', 'Periodic transmission', 10],
  ['TX', 'Transmission', 8],
  ['MX', 'Mux machine', 17],
  ['SL', 'Selection', 15],
  ['CH', 'Churn detection', 7],
  ['MK', 'Marker protocol', 8],
  ['SY', 'Two systems', 9],
  ['ML', 'Pairs of systems that act as one', 10],
  ['DR', 'Distributed relay (DRNI)', 3],
]

/** Vectors of several cases, each with a letter. */
const CASES = new Map([
  ['RX25', ['a', 'b', 'c', 'd', 'e', 'f']],
  ['RX26', ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i']],
])

/** What is not there, and why. A vector that a test names may not be listed here. */
export const NOT_IMPLEMENTED = new Map([
  ['DR1', 'DRNI (802.1AX-2014 clause 9, 802.1AX-2020 clause 9) is not implemented; vendors’ pairs do not speak it'],
  ['DR2', 'As DR1'],
  ['DR3', 'As DR1'],
])

/** Every family with the ids of its vectors. */
export const VECTORS = FAMILIES.map(([letter, about, count]) => ({
  about,
  ids: Array.from({ length: count }, (_, n) => `${letter}${n + 1}`),
}))

/** Tests by vector id. Each test is { file, title, passed }; RX25a counts for RX25. */
export function byVector(tests) {
  const found = new Map()
  for (const test of tests) {
    const [named] = test.title.split(':')
    for (const [, id] of named.matchAll(/\b([A-Z]{1,2}\d+)[a-i]?\b/g)) {
      found.set(id, [...(found.get(id) ?? []), test])
    }
  }
  return found
}

/** What is wrong with the list or with the tests, as sentences. */
export function vectorProblems(tests) {
  const found = byVector(tests)
  const known = new Set(VECTORS.flatMap(({ ids }) => ids))
  const titles = tests.map(({ title }) => title)
  return [
    ...[...found.keys()].filter((id) => !known.has(id)).map((id) => `A test names ${id}, which is no vector.`),
    ...[...known]
      .filter((id) => !found.has(id) && !NOT_IMPLEMENTED.has(id))
      .map((id) => `No test names ${id}, and it is not listed as not implemented.`),
    ...[...NOT_IMPLEMENTED.keys()]
      .filter((id) => found.has(id))
      .map((id) => `${id} is listed as not implemented, but a test names it.`),
    ...[...CASES].flatMap(([id, letters]) =>
      letters
        .filter((letter) => !titles.some((title) => title.startsWith(`${id}${letter}:`)))
        .map((letter) => `No test names ${id}${letter}.`),
    ),
  ]
}

/** The section of the page. */
export function vectorSection(tests) {
  const found = byVector(tests)
  const all = VECTORS.flatMap(({ ids }) => ids)
  const passing = all.filter((id) => found.get(id)?.every(({ passed }) => passed))
  const lines = [
    '## Test vectors',
    '',
    `${all.length} vectors, ${passing.length} pass, ${all.length - passing.length - NOT_IMPLEMENTED.size} fail, ` +
      `${NOT_IMPLEMENTED.size} are not implemented. A test carries the number of its vector in its title.`,
  ]
  for (const { about, ids } of VECTORS) {
    lines.push('', `### ${about}`, '', '| | result | what | test |', '|---|---|---|---|')
    for (const id of ids) lines.push(vectorRow(id, found.get(id) ?? []))
  }
  return lines.join('\n')
}

function vectorRow(id, tests) {
  const reason = NOT_IMPLEMENTED.get(id)
  if (reason !== undefined) return `| ${id} | not implemented | ${reason} | |`
  const result = tests.every(({ passed }) => passed) ? 'passes' : '**fails**'
  const [{ title }] = tests
  const what = title.slice(title.indexOf(':') + 1).trim()
  const more = tests.length > 1 ? ` (and ${tests.length - 1} more)` : ''
  const files = [...new Set(tests.map(({ file }) => file))].map((file) => `\`${file.split('/').at(-1)}\``)
  return `| ${id} | ${result} | ${escaped(what)}${more} | ${files.join(', ')} |`
}

/** Text that a table cell shows as it is. */
export function escaped(text) {
  return text.replaceAll('|', '\\|').replaceAll('<', '&lt;')
}
