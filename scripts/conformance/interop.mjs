// Versions of programs that are not ours, and what the tests against them say.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT, runTool } from '../install.mjs'
import { STACKS } from './text.mjs'
import { escaped } from './vectors.mjs'

const PROGRAMS = [
  ['Open vSwitch', 'ovs-vswitchd', /(\d+\.\d+\.\d+)/],
  ['tshark', 'tshark', /(\d+\.\d+\.\d+)/],
]

/** Tests of a vitest run with these arguments: { file, group, title, passed }; null when it wrote no report. */
export function testsOf(args) {
  const folder = mkdtempSync(join(tmpdir(), 'conformance-'))
  const report = join(folder, 'report.json')
  runTool('vitest/vitest.mjs', ['run', ...args, '--reporter=json', `--outputFile=${report}`, '--silent'])
  const tests = existsSync(report) ? readTests(report) : null
  rmSync(folder, { recursive: true, force: true })
  return tests
}

/** The same from a report that exists. */
export function readTests(report) {
  const { testResults } = JSON.parse(readFileSync(report, 'utf8'))
  return testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'passed' || status === 'failed')
      .map(({ title, ancestorTitles, status }) => ({
        file: name.slice(ROOT.length + 1),
        group: ancestorTitles.join(', '),
        title,
        passed: status === 'passed',
      })),
  )
}

/** Results against Open vSwitch and tshark, null where one of them is missing. */
export function interopResults() {
  const versions = PROGRAMS.map(([name, program, pattern]) => [name, versionOf(program, pattern)])
  const missing = versions.filter(([, version]) => version === null).map(([name]) => name)
  if (missing.length > 0) {
    console.warn(`${missing.join(', ')} not installed: the results against them stay as they are in the page.`)
    return null
  }
  const names = versions.map(([name, version]) => `${name} ${version}`).join(' and ')
  return results(`\`npm run test:interop\`, with ${names}, as Debian ships them:`, [
    'e2e/interop/vitest.config.ts',
    '--exclude=e2e/interop/hosts/**',
  ])
}

/** Results against the bonding driver of Linux in a virtual machine, which `npm run interop:linux` has prepared. */
export function linuxResults() {
  const packages = readFileSync(join(ROOT, '.cache', 'linux', 'version'), 'utf8').trim()
  return results(
    `\`npm run interop:linux\`, with the bonding driver of \`${packages}\` in QEMU; not part of continuous integration:`,
    ['e2e/interop/linux/vitest.config.ts'],
  )
}

function results(what, [config, ...others]) {
  const tests = testsOf(['-c', config, ...others])
  if (tests === null) throw new Error(`The tests of ${config} did not run.`)
  const rows = [...new Set(tests.map(({ file }) => file))].flatMap((file) =>
    fileRows(tests.filter((test) => test.file === file)),
  )
  return [what, '', '| suite | result | case |', '|---|---|---|', ...rows].join('\n')
}

/** What other stacks do differently. */
export function stackSection() {
  return [
    'What those stacks do differently from the standard, as measured:',
    '',
    '| stack | topic | behaviour |',
    '|---|---|---|',
    ...STACKS.map((cells) => `| ${cells.join(' | ')} |`),
  ].join('\n')
}

/** A row for each case; where the same cases are tried on many subjects, a row for each case with their number. */
function fileRows(tests) {
  const groups = [...new Set(tests.map(({ group }) => group))]
  if (groups.length === 1) return suiteRows(groups[0], tests)
  return [...new Set(tests.map(({ title }) => title))].map((title) => {
    const tried = tests.filter((test) => test.title === title)
    const failed = tried.filter(({ passed }) => !passed).map(({ group }) => group.replaceAll("'", ''))
    const result = failed.length === 0 ? `${tried.length} pass` : `**${failed.length} of ${tried.length} fail**`
    return `| captures read by tshark | ${result} | ${escaped([title, ...failed].join('; '))} |`
  })
}

/** A suite of many small cases has one row for all that end alike. */
function suiteRows(group, tests) {
  const row = (result, titles) => `| ${group} | ${result} | ${titles.map(escaped).join('; ')} |`
  const of = (passed) => tests.filter((test) => test.passed === passed).map(({ title }) => title.replaceAll("'", ''))
  if (tests.length <= MANY) return tests.map(({ title, passed }) => row(passed ? 'passes' : '**fails**', [title]))
  const [good, bad] = [of(true), of(false)]
  return [
    ...(good.length > 0 ? [row(`${good.length} pass`, good)] : []),
    ...(bad.length > 0 ? [row(`**${bad.length} fail**`, bad)] : []),
  ]
}

const MANY = 20

function versionOf(program, pattern) {
  const { stdout } = spawnSync(program, ['--version'], {
    encoding: 'utf8',
    env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/sbin` },
  })
  return pattern.exec(stdout ?? '')?.[1] ?? null
}
