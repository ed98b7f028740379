import type { DriftKind } from './course.ts'
import type { Simulator } from './state.ts'

/** What was configured otherwise on one device, as text; undefined: it is as drawn. */
export function drifted(
  sim: Simulator,
  device: number,
  what: DriftKind,
  scope: 'domain' | number = 'domain',
): string | undefined {
  const drifts = sim.devices[device]?.drifts ?? []
  return drifts.length === 0 ? undefined : drifts.find((one) => one.what === what && one.scope === scope)?.value
}
