import { measure } from '../compare/measure.ts'
import type { CaseResult } from '../compare/types.ts'
import { lint } from '../lint/lint.ts'
import type { Design } from '../model/design.ts'
import { networkOf } from '../model/network.ts'
import type { Profiles } from '../model/profile.ts'
import type { VendorId } from '../model/topology.ts'
import { loadConsole } from '../vendors/show/loaders.ts'
import type { Console } from '../vendors/show/console.ts'
import type { Part } from './parts.ts'
import { runbook } from './runbook.ts'
import { settledView } from './settledView.ts'
import { runbookTests } from './testParts.ts'

/** How far it is: runs of the engine that are done, of all. */
export type Progress = (done: number, total: number) => void

/** Runs every failover test of a design on the engine and writes its runbook; null for a design without a pair. */
export async function makeRunbook(
  design: Design,
  profiles: Profiles,
  progress: Progress = () => {},
): Promise<readonly Part[] | null> {
  const net = networkOf(design.topology)
  const tests = runbookTests(net, profiles)
  if (net.topology.domains.length === 0) return null
  const consoles: Partial<Record<VendorId, Console>> = {}
  for (const device of net.topology.devices) {
    if (device.kind !== 'switch' || consoles[device.vendor] !== undefined) continue
    const console = await loadConsole(device)
    if (console !== null) consoles[device.vendor] = console
  }
  progress(0, tests.length)
  const { settled, view } = settledView(design.topology, profiles)
  const results: CaseResult[] = []
  for (const { run } of tests) {
    results.push(measure(run, profiles))
    progress(results.length, tests.length)
  }
  const { findings } = lint(design, profiles)
  return runbook({ title: design.title, net, profiles, consoles, findings, settled, view, results })
}
