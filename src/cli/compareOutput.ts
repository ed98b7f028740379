import * as z from 'zod'
import { toMs } from './times.ts'
import type { Capacity, Case, CaseResult, Comparison, MeasuredOutage } from '../core/compare/types.ts'
import { OUTPUT_VERSION } from './output.ts'

const ms = z.number()
const count = z.int().nonnegative()

const capacity = z.strictObject({
  /** Of the cables towards hosts and access switches. */
  usableGbps: z.number(),
  totalGbps: z.number(),
  /** Cables that spanning tree blocks; cables that are lit and unused. */
  blocked: count,
  idle: count,
  servers: z.array(z.strictObject({ server: z.string(), cables: count, used: count, switches: count })),
})

const step = z.strictObject({
  type: z.enum(['fail', 'repair']),
  failure: z.string(),
  target: z.string(),
  options: z.record(z.string(), z.string()),
  atMs: ms,
})

const outage = z.strictObject({
  startMs: ms,
  /** Up to the end of the run while `open`. */
  durationMs: ms,
  detectMs: ms.nullable(),
  decideMs: ms.nullable(),
  restoreMs: ms.nullable(),
  reactionMs: ms.nullable(),
  trigger: z.string(),
  open: z.boolean(),
  assumed: z.boolean(),
})

const result = z.strictObject({
  subject: z.string(),
  /** Why the fault cannot be done to this subject; null when it was. Nothing is measured then. */
  refused: z.string().nullable(),
  /** What was done, with the cable that was chosen. */
  steps: z.array(step),
  /** Flow directions that lost something, all of them, and those still out at the end. */
  lost: count,
  directions: count,
  open: count,
  /** The longest outage that ended. */
  worstMs: ms.nullable(),
  /** An assumed value of the platform's profile decided one of the outages; which, in words. */
  assumed: z.boolean(),
  restsOn: z.array(z.string()),
  after: capacity.nullable(),
  domains: z.array(z.strictObject({ domain: z.string(), status: z.string(), step: z.int(), dualActive: z.boolean() })),
  flows: z.array(z.strictObject({ flow: z.string(), from: z.string(), to: z.string(), outages: z.array(outage) })),
  events: z.array(z.strictObject({ atMs: ms, kind: z.string(), text: z.string() })),
})

const comparison = z.strictObject({
  seed: count,
  probeMs: ms,
  /** `healthy`: without failures, at the rates drawn or of the first fault. */
  subjects: z.array(z.strictObject({ id: z.string(), title: z.string(), platform: z.string(), healthy: capacity })),
  faults: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      untilMs: ms,
      /** LACP rate of both ends of the bonds; null: as drawn. */
      rate: z.enum(['fast', 'slow']).nullable(),
      results: z.array(result),
    }),
  ),
})

/** What `compare --json` prints. Null: that comparison was not asked for. */
export const compareOutput = z.strictObject({
  version: z.literal(OUTPUT_VERSION),
  designs: comparison.nullable(),
  platforms: comparison.nullable(),
})

export type CompareOutput = z.infer<typeof compareOutput>

/** A finished comparison as JSON: milliseconds instead of microseconds. */
export function comparisonOutput(
  { subjects, faults, seed, probeUs }: Comparison,
  results: readonly CaseResult[],
): NonNullable<CompareOutput['designs']> {
  return {
    seed,
    probeMs: toMs(probeUs),
    subjects: subjects.flatMap(({ id, title, platform }) => {
      const first = results.find((one) => one.subject === id)
      return first === undefined ? [] : [{ id, title, platform, healthy: capacityOutput(first.healthy) }]
    }),
    faults: faults.map((fault) => ({
      id: fault.id,
      title: fault.title,
      untilMs: toMs(fault.until),
      rate: fault.rate ?? null,
      results: results.filter((one) => one.fault === fault.id).map((one) => resultOutput(one, fault)),
    })),
  }
}

function resultOutput(
  { subject, refused, measured }: CaseResult,
  { until }: Case['fault'],
): NonNullable<CompareOutput['designs']>['faults'][number]['results'][number] {
  const { directions = [] } = measured ?? {}
  return {
    subject,
    refused,
    steps: (measured?.steps ?? []).map(({ type, failure, target, options, at }) => ({
      type,
      failure,
      target,
      options: { ...options },
      atMs: toMs(at),
    })),
    lost: measured?.lost ?? 0,
    directions: directions.length,
    open: measured?.open ?? 0,
    worstMs: msOrNull(measured?.worstUs ?? null),
    assumed: directions.some(({ outages }) => outages.some(({ assumed }) => assumed)),
    restsOn: [...(measured?.restsOn ?? [])],
    after: measured && capacityOutput(measured.after),
    domains: [...(measured?.domains ?? [])],
    flows: directions.map(({ flow, from, to, outages }) => ({
      flow,
      from,
      to,
      outages: outages.map((one) => outageOutput(one, until)),
    })),
    events: (measured?.marks ?? []).map(({ at, kind, text }) => ({ atMs: toMs(at), kind, text })),
  }
}

function capacityOutput({ servers, ...rest }: Capacity): z.infer<typeof capacity> {
  return { ...rest, servers: [...servers] }
}

function outageOutput({ startAt, endAt, ...rest }: MeasuredOutage, until: number): z.infer<typeof outage> {
  return {
    startMs: toMs(startAt),
    durationMs: toMs((endAt ?? until) - startAt),
    detectMs: msOrNull(rest.detectUs),
    decideMs: msOrNull(rest.decideUs),
    restoreMs: msOrNull(rest.restoreUs),
    reactionMs: msOrNull(rest.reactionUs),
    trigger: rest.trigger,
    open: endAt === null,
    assumed: rest.assumed,
  }
}

function msOrNull(us: number | null): number | null {
  return us === null ? null : toMs(us)
}
