// `npm test`: installs on the first run, then static checks, unit tests, production build, browser tests.
// Every stage runs even if an earlier one failed; the last line counts everything. Node built-ins only.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { NO_BROWSER, provideBrowser } from './browser.mjs'
import { checkNode, ensureInstalled, ROOT, runTool } from './install.mjs'

const REPORTS = join(ROOT, '.cache', 'reports')
const UNIT_REPORT = join(REPORTS, 'unit.json')
const E2E_REPORT = join(REPORTS, 'e2e.json')

checkNode()
ensureInstalled()
rmSync(REPORTS, { recursive: true, force: true })
mkdirSync(REPORTS, { recursive: true })

const stages = []
const check = (name, script, args) => stage(name, () => oneCheck(runTool(script, args)))
check('types', 'typescript/bin/tsc', ['-p', '.'])
check('types of the core, without DOM', 'typescript/bin/tsc', ['-p', 'src/core'])
check('lint', 'oxlint/bin/oxlint', [])
check('import rules', '../scripts/checkRules.mjs', [])
check('format', 'oxfmt/bin/oxfmt', ['--check', '.'])
stage('unit tests', () => {
  const code = runTool('vitest/vitest.mjs', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${UNIT_REPORT}`,
  ])
  const report = readReport(UNIT_REPORT)
  return report === null ? failedRun() : counted(code, report.numPassedTests, report.numFailedTests)
})
check('conformance page', '../scripts/conformance.mjs', ['--check', '--report', UNIT_REPORT])
check('fidelity page', '../scripts/fidelity.mjs', ['--check', '--report', UNIT_REPORT])
const built = check('build', 'vite/bin/vite.js', ['build', '--logLevel', 'warn'])
stage('browser tests', () => {
  if (built.failed > 0) return failedRun('There is no page to test, since the build failed.')
  const browser = provideBrowser()
  if (browser === null) return failedRun(NO_BROWSER)
  const code = runTool('@playwright/test/cli.js', ['test', '-c', 'e2e'], {
    CHROMIUM_PATH: browser,
    MLAG_STUDIO_E2E_REPORT: E2E_REPORT,
  })
  const report = readReport(E2E_REPORT)
  return report === null
    ? failedRun()
    : {
        ...counted(code, report.stats.expected + report.stats.flaky, report.stats.unexpected + report.stats.skipped),
        again: report.stats.flaky,
      }
})

const sum = (key) => stages.reduce((total, one) => total + one[key], 0)
console.log(`\n${stages.map(summary).join('\n')}\n${summary({ name: 'all', seconds: sum('seconds'), ...totals() })}`)
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`)
process.exitCode = sum('failed') > 0 ? 1 : 0

function stage(name, run) {
  console.log(`\n── ${name}`)
  const started = performance.now()
  const counts = run()
  const done = { name, seconds: (performance.now() - started) / 1000, ...counts }
  stages.push(done)
  return done
}

function oneCheck(code) {
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

/** A run can fail although every test passed: an error outside a test, or a file that does not load. */
function counted(code, passed, failed) {
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed }
}

function failedRun(sentence) {
  if (sentence !== undefined) console.error(sentence)
  return { passed: 0, failed: 1 }
}

function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
}

function totals() {
  return { passed: sum('passed'), failed: sum('failed') }
}

/** `again`: how many passed only at the second attempt, which continuous integration grants a browser test. */
function summary({ name, seconds, passed, failed, again = 0 }) {
  const second = again > 0 ? `, ${again} of them at the second attempt` : ''
  const result = `${failed > 0 ? `${failed} FAILED, ` : ''}${passed} passed${second}`
  return `${name.padEnd(32)} ${seconds.toFixed(1).padStart(6)} s   ${result}`
}
