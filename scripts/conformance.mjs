// `npm run docs:conformance` writes docs/conformance.md. With `--check` it only compares, and only what rests on the
// unit tests: give it `--report`, the JSON report of a run that has just been made, or it runs those tests itself. Results
// against other stacks are measured anew where these are installed, those of Linux only with `--linux` (ten minutes).
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { importTypeScript } from './bundle.mjs'
import { hostResults } from './conformance/hosts.mjs'
import { interopResults, linuxResults, readTests, stackSection, testsOf } from './conformance/interop.mjs'
import { DEVIATIONS, HOST_JUDGES, INTRODUCTION, OTHER_STACKS } from './conformance/text.mjs'
import { escaped, vectorProblems, vectorSection } from './conformance/vectors.mjs'
import { ROOT } from './install.mjs'

const PAGE = join(ROOT, 'docs', 'conformance.md')
const LACP = 'src/core/protocol/lacp'
/** Behaviour of pairs and platforms that the vectors ask for. */
const PAIRS = ['src/core/sim/fallback.test.ts', 'src/core/sim/pairVectors.test.ts']
const FAMILIES = [`${LACP}/families.test.ts`, `${LACP}/familiesAtRunTime.test.ts`]

const { values } = parseArgs({
  options: { check: { type: 'boolean' }, report: { type: 'string' }, linux: { type: 'boolean' } },
})
const old = existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : ''
const tests = lacpTests()
if (tests.length === 0) fail(['The tests of LACP did not run.'])
const problems = vectorProblems(tests)
if (problems.length > 0) fail(problems)

const { STANDARDS } = await importTypeScript('scripts/conformance/machines.ts')
const page = [
  INTRODUCTION,
  machineSection(),
  deviationSection(),
  OTHER_STACKS,
  kept('interop', values.check ? null : interopResults()),
  kept('linux', values.linux ? linuxResults() : null),
  stackSection(),
  HOST_JUDGES,
  kept('hosts', values.check ? null : hostResults()),
  familySection(),
  vectorSection(tests),
].join('\n\n')

if (!values.check) {
  writeFileSync(PAGE, `${page}\n`)
  console.log(`docs/conformance.md: ${tests.length} tests of LACP`)
} else if (page !== old.trimEnd()) {
  fail(['docs/conformance.md is out of date: npm run docs:conformance'])
} else {
  console.log('docs/conformance.md says what the tests say')
}

function lacpTests() {
  const found = values.report === undefined ? testsOf([LACP, ...PAIRS]) : readTests(values.report)
  return (found ?? []).filter(({ file }) => file.startsWith(LACP) || PAIRS.includes(file))
}

function machineSection() {
  return [
    '## Where each clause is',
    '',
    'A machine is a table with one row for each arrow of its figure.',
    ...STANDARDS.flatMap(({ name, parts }) => [
      '',
      `### ${name}`,
      '',
      '| clause | what | where | arrows | tests |',
      '|---|---|---|---|---|',
      ...parts.map(
        ({ clause, what, file, arrows, tests: proofs }) =>
          `| ${clause} | ${what} | ${linkTo(file)} | ${arrows ?? ''} | ${proofs.map(linkTo).join(', ')} |`,
      ),
    ]),
  ].join('\n')
}

function linkTo(file) {
  if (!existsSync(join(ROOT, file))) fail([`The page names ${file}, which does not exist.`])
  return `[\`${file.split('/').at(-1)}\`](../${file})`
}

function familySection() {
  return [
    '## Scenario families',
    '',
    'The ten families of the public simulation by the editor of the standard, with the end states the standard asks for.',
    '',
    '| family | result | scenario |',
    '|---|---|---|',
    ...tests
      .filter(({ file }) => FAMILIES.includes(file))
      .map(({ group, title, passed }) => `| ${group} | ${passed ? 'passes' : '**fails**'} | ${escaped(title)} |`),
  ].join('\n')
}

function deviationSection() {
  return [
    '## Known deviations and choices',
    '',
    '| topic | what is done | why |',
    '|---|---|---|',
    ...DEVIATIONS.map((cells) => `| ${cells.join(' | ')} |`),
  ].join('\n')
}

/** A part that rests on programs which may be missing here: what was measured now, else what the page says. */
function kept(name, measured) {
  const [start, end] = [`<!-- ${name} -->`, `<!-- end of ${name} -->`]
  const from = old.indexOf(start)
  const text = measured ?? (from < 0 ? '' : old.slice(from + start.length, old.indexOf(end)).trim())
  return `${start}\n\n${text}\n\n${end}`
}

function fail(sentences) {
  for (const sentence of sentences) console.error(sentence)
  process.exit(1)
}
