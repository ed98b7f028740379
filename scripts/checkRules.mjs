// Proves that the import rules of .oxlintrc.json bite: lints one forbidden and one allowed line for each arrow.
// Run by `npm run lint`; see docs/architecture.md, "Who may import whom".
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** [file, line, rule that must report it or null when the line is allowed] */
const CASES = [
  ['src/core/model/a.ts', "export * from '../sim/simulator.ts'", 'no-restricted-imports'],
  ['src/core/model/b.ts', "export { create } from 'zustand'", 'no-restricted-imports'],
  ['src/core/model/c.ts', "export { object } from 'zod/mini'", null],
  ['src/core/model/d.ts', 'export const now = () => Date.now()', 'no-restricted-globals'],
  ['src/core/model/e.ts', 'export const dice = () => Math.random()', 'no-restricted-properties'],
  ['src/core/model/f.ts', 'export const later = (f) => setTimeout(f, 1)', 'no-restricted-globals'],
  ['src/core/protocol/lacp/a.ts', "export * from '../../sim/simulator.ts'", 'no-restricted-imports'],
  ['src/core/protocol/lacp/b.ts', "export * from '../../vendors/index.ts'", 'no-restricted-imports'],
  ['src/core/protocol/lacp/c.ts', "export type { Profile } from '../../model/profile.ts'", null],
  ['src/core/protocol/lacp/d.ts', "export { applyEdit } from '../../model/edits.ts'", 'no-restricted-imports'],
  ['src/core/protocol/lacp/e.ts', "export * from '../machine.ts'", null],
  ['src/core/sim/a.ts', "export * from '../../worker/messages.ts'", 'no-restricted-imports'],
  ['src/core/sim/b.ts', "export * from '../templates/index.ts'", 'no-restricted-imports'],
  ['src/core/sim/c.ts', "export * from '../vendors/arista-eos/exporter.ts'", 'no-restricted-imports'],
  ['src/core/sim/d.ts', "export * from '../protocol/lacp/receive.ts'", null],
  ['src/core/sim/failures/a.ts', "export * from '../../lint/engine.ts'", 'no-restricted-imports'],
  ['src/core/sim/failures/b.ts', "export * from '../simulator.ts'", null],
  ['src/core/vendors/a.ts', "export * from '../sim/simulator.ts'", 'no-restricted-imports'],
  ['src/core/vendors/arista-eos/a.ts', "export * from '../../templates/index.ts'", 'no-restricted-imports'],
  ['src/core/vendors/arista-eos/b.ts', "export * from '../lines.ts'", null],
  ['src/core/templates/a.ts', "export * from '../vendors/index.ts'", 'no-restricted-imports'],
  ['src/core/templates/b.ts', "export * from '../model/topology.ts'", null],
  ['src/core/templates/c.ts', "export * from '../vendors/platforms.ts'", null],
  ['src/core/templates/d.ts', "export * from '../sim/simulator.ts'", 'no-restricted-imports'],
  ['src/core/hosts/a.ts', "export * from '../protocol/lacp/pdu.ts'", 'no-restricted-imports'],
  ['src/core/hosts/b.ts', "export * from '../sim/simulator.ts'", 'no-restricted-imports'],
  ['src/core/hosts/c.ts', "export * from '../vendors/text.ts'", null],
  ['src/core/hosts/d.ts', "export * from '../protocol/host/bonding.ts'", null],
  ['src/core/export/a.ts', "export * from '../sim/simulator.ts'", 'no-restricted-imports'],
  ['src/core/export/b.ts', "export * from '../hosts/index.ts'", null],
  ['src/core/vendors/generic/c.ts', "export * from '../../export/exportFiles.ts'", 'no-restricted-imports'],
  ['src/core/lint/rules/a.ts', "export * from '../../sim/simulator.ts'", 'no-restricted-imports'],
  ['src/core/lint/rules/b.ts', "export * from '../../vendors/index.ts'", null],
  ['src/core/runbook/a.ts', "export * from '../protocol/lacp/pdu.ts'", 'no-restricted-imports'],
  ['src/core/runbook/b.ts', "export * from '../sim/settle.ts'", null],
  ['src/core/labs/a.ts', "export * from '../sim/simulator.ts'", 'no-restricted-imports'],
  ['src/core/labs/b.ts', "export * from '../hosts/netplan.ts'", null],
  ['src/core/labs/c.ts', "export * from '../export/exportFiles.ts'", 'no-restricted-imports'],
  ['src/core/labs/d.ts', "export { Document } from 'yaml'", null],
  ['src/core/labs/e.ts', "export { parse } from 'papaparse'", 'no-restricted-imports'],
  ['src/core/capture/a.ts', "export * from '../sim/simulator.ts'", 'no-restricted-imports'],
  ['src/core/capture/b.ts', "export * from '../protocol/lacp/pdu.ts'", null],
  ['src/core/compare/a.ts', "export * from '../protocol/lacp/pdu.ts'", 'no-restricted-imports'],
  ['src/core/compare/b.ts', "export * from '../sim/simulator.ts'", null],
  ['src/core/upgrade/a.ts', "export * from '../vendors/index.ts'", 'no-restricted-imports'],
  ['src/core/upgrade/b.ts', "export * from '../sim/simulator.ts'", null],
  ['src/core/scenarios/a.ts', "export * from '../sim/simulator.ts'", 'no-restricted-imports'],
  ['src/core/scenarios/b.ts', "export * from '../sim/failures/index.ts'", null],
  ['src/core/scenarios/ready/a.ts', "export * from '../../templates/index.ts'", 'no-restricted-imports'],
  ['src/core/report/a.ts', "export * from '../sim/simulator.ts'", 'no-restricted-imports'],
  ['src/core/report/b.ts', "export * from '../scenarios/words.ts'", null],
  ['src/core/text/a.ts', "export * from '../sim/simulator.ts'", 'no-restricted-imports'],
  ['src/core/text/b.ts', "export * from '../model/document.ts'", null],
  ['src/core/text/c.ts', "export { parse } from 'papaparse'", 'no-restricted-imports'],
  ['src/core/text/d.ts', "export { parseDocument } from 'yaml'", null],
  ['src/core/fidelity/a.ts', "export * from '../sim/simulator.ts'", 'no-restricted-imports'],
  ['src/core/fidelity/b.ts', "export * from '../sim/platforms/row.ts'", null],
  ['src/worker/a.ts', "export * from '../state/runtimeStore.ts'", 'no-restricted-imports'],
  ['src/worker/b.ts', "export * from '../core/sim/simulator.ts'", null],
  ['src/cli/a.ts', "export * from '../worker/messages.ts'", 'no-restricted-imports'],
  ['src/cli/b.ts', "export * from '../core/sim/simulator.ts'", null],
  ['src/state/a.ts', "export * from '../ui/App.tsx'", 'no-restricted-imports'],
  ['src/state/b.ts', "export * from '../worker/sim.worker.ts'", 'no-restricted-imports'],
  ['src/state/c.ts', "export { load } from '../worker/simClient.ts'", null],
  ['src/state/d.ts', "export { runUntil } from '../core/sim/simulator.ts'", 'no-restricted-imports'],
  ['src/ui/a.ts', "export * from '../worker/simClient.ts'", 'no-restricted-imports'],
  ['src/ui/canvas/a.ts', "export * from '../../worker/messages.ts'", 'no-restricted-imports'],
  ['src/ui/canvas/b.ts', "export { runUntil } from '../../core/sim/simulator.ts'", 'no-restricted-imports'],
  ['src/ui/dialogs/a.ts', "export { measure } from '../../core/compare/measure.ts'", 'no-restricted-imports'],
  ['src/ui/scenarios/a.ts', "export { leastWait } from '../../core/upgrade/search.ts'", 'no-restricted-imports'],
  ['src/ui/plans/a.ts', "export { settledView } from '../../core/runbook/settledView.ts'", 'no-restricted-imports'],
  ['src/ui/canvas/d.ts', "export { lazy } from 'react'", 'no-restricted-imports'],
  ['src/ui/canvas/c.ts', "export { FAILURES } from '../../core/sim/failures/index.ts'", null],
]

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
// Outside the project, whose .gitignore would hide the files from the linter.
const folder = mkdtempSync(join(tmpdir(), 'mlag-studio-rules-'))
for (const [file, line] of CASES) {
  mkdirSync(dirname(join(folder, file)), { recursive: true })
  writeFileSync(join(folder, file), `${line}\n`)
}
// Types are not needed for these rules, and without them this takes a fraction of a second.
const config = readFileSync(join(root, '.oxlintrc.json'), 'utf8').replace('"typeAware": true', '"typeAware": false')
writeFileSync(join(folder, '.oxlintrc.json'), config)

const oxlint = spawnSync(
  process.execPath,
  [join(root, 'node_modules/oxlint/bin/oxlint'), '-c', '.oxlintrc.json', '--format=json', 'src'],
  { cwd: folder, encoding: 'utf8' },
)
rmSync(folder, { recursive: true, force: true })
const reported = JSON.parse(oxlint.stdout).diagnostics
const wrong = CASES.filter(([file, , rule]) => {
  const here = reported.filter((one) => one.filename.replaceAll('\\', '/') === file)
  return rule === null ? here.length > 0 : !here.some((one) => one.code.includes(rule))
})
for (const [file, line, rule] of wrong) {
  console.error(`${file}: ${line}\n  expected ${rule ?? 'no finding'}`)
}
console.log(`import rules: ${CASES.length - wrong.length} of ${CASES.length} cases as expected`)
process.exitCode = wrong.length > 0 ? 1 : 0
