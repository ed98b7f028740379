import * as z from 'zod'
import type { FlowCost, LeastWait, Tried } from '../core/upgrade/upgrade.ts'
import { OUTPUT_VERSION } from './output.ts'
import { toMs } from './times.ts'

const ms = z.number()
const count = z.int().nonnegative()

const cost = z.strictObject({
  from: z.string(),
  to: z.string(),
  /** Its longest outage. */
  longestMs: ms,
  open: z.boolean(),
})

const tried = z.strictObject({ waitMs: ms, safe: z.boolean(), worst: cost.nullable() })

/** What `upgrade --json` prints. Waits count from the beginning of the first reload to that of the second. */
export const upgradeOutput = z.strictObject({
  version: z.literal(OUTPUT_VERSION),
  pair: z.string(),
  first: z.string(),
  second: z.string(),
  gapMs: ms,
  bootMs: ms,
  limitMs: ms,
  seed: count,
  probeMs: ms,
  waitMs: ms,
  /** What of it is left when the first peer is powered on again; negative when it is not yet. */
  afterBootMs: ms,
  resolutionMs: ms,
  waitsFor: z.strictObject({ sinceMs: ms, text: z.string() }).nullable(),
  least: tried,
  /** The longest wait that is too short; null when none is. */
  sooner: tried.nullable(),
  /** Until nothing is pending any more. */
  longest: tried,
  /** Flow directions that lose more than the limit however long one waits. */
  anyway: z.array(cost),
  tried: z.array(tried),
})

export type UpgradeOutput = z.infer<typeof upgradeOutput>

export function upgradeReport(found: LeastWait): UpgradeOutput {
  const { pair, first, second, request, waitsFor } = found
  return {
    version: OUTPUT_VERSION,
    pair,
    first,
    second,
    gapMs: request.gapS * 1_000,
    bootMs: request.bootS * 1_000,
    limitMs: toMs(request.limitUs),
    seed: request.seed,
    probeMs: toMs(request.probeUs),
    waitMs: toMs(found.waitUs),
    afterBootMs: toMs(found.afterBootUs),
    resolutionMs: toMs(found.resolutionUs),
    waitsFor: waitsFor && { sinceMs: toMs(waitsFor.sinceUs), text: waitsFor.text },
    least: triedOutput(found.least),
    sooner: found.sooner && triedOutput(found.sooner),
    longest: triedOutput(found.longest),
    anyway: found.anyway.map(costOutput),
    tried: found.tried.map(triedOutput),
  }
}

function triedOutput({ waitUs, safe, worst }: Tried): UpgradeOutput['least'] {
  return { waitMs: toMs(waitUs), safe, worst: worst && costOutput(worst) }
}

function costOutput({ from, to, lengthUs, open }: FlowCost): UpgradeOutput['anyway'][number] {
  return { from, to, longestMs: toMs(lengthUs), open }
}
