import type { SimTime } from '../model/runView.ts'
import type { Scenario, TimedCommand } from '../model/scenario.ts'
import type { Topology } from '../model/topology.ts'

/** A pair is upgraded one peer after the other: what is asked for is the least time in between. */
export interface UpgradeRequest {
  readonly topology: Topology
  /** Name of the pair, and of its peer that reloads first; the other one follows. */
  readonly pair: string
  readonly first: string
  /** Options of both reloads, seconds. */
  readonly gapS: number
  readonly bootS: number
  /** The longest outage that is accepted, for flows that lose no more than that however long one waits. */
  readonly limitUs: number
  readonly seed: number
  readonly probeUs: number
}

/** A rolling upgrade with one wait, as the engine ran it. */
export interface Tried {
  /** From the beginning of the first reload to that of the second. */
  readonly waitUs: number
  readonly safe: boolean
  /** The flow direction that loses most more than with the longest wait, or most of all when none does. */
  readonly worst: FlowCost | null
}

/** The longest outage of a flow direction in a run. */
export interface FlowCost {
  readonly from: string
  readonly to: string
  readonly lengthUs: number
  readonly open: boolean
}

export interface LeastWait {
  readonly pair: string
  readonly first: string
  readonly second: string
  readonly request: Omit<UpgradeRequest, 'topology'>
  /** From the beginning of the first reload to that of the second. */
  readonly waitUs: number
  /** What of it is left when the first peer is powered on again. */
  readonly afterBootUs: number
  /** The search ends when it is known to so much. */
  readonly resolutionUs: number
  /** What happened in the first reload at or next to that instant: what is worth waiting for. */
  readonly waitsFor: { readonly sinceUs: SimTime; readonly text: string } | null
  /** With the least wait; with the longest one that was found too short, null when none is. */
  readonly least: Tried
  readonly sooner: Tried | null
  /** Waiting until nothing is pending any more. */
  readonly longest: Tried
  /** Flow directions that lose more than the limit however long one waits. */
  readonly anyway: readonly FlowCost[]
  /** Runs of the engine, in their order. */
  readonly tried: readonly Tried[]
}

export type UpgradeResult =
  | { readonly ok: true; readonly found: LeastWait }
  | { readonly ok: false; readonly problem: string }

/** When the first reload begins in every run. */
export const UPGRADE_START_US = 2_000_000

/** The options with which a search begins. */
export const UPGRADE_STANDARD = { gapS: 2, bootS: 60, limitUs: 1_000_000, seed: 1, probeUs: 20_000 } as const

/** Pairs that can be upgraded in turn, with the peer that goes first: the one that is not the preferred primary. */
export function upgradablePairs({
  domains,
  devices,
}: Topology): readonly { readonly pair: string; readonly peers: readonly [first: string, second: string] }[] {
  const name = new Map(devices.map((device) => [device.id, device.name]))
  return domains.flatMap(({ name: pair, peers, preferredPrimary }) => {
    const secondary = peers.find((peer) => peer !== preferredPrimary)
    const [first, second] = [name.get(secondary ?? peers[1]), name.get(preferredPrimary)]
    return first === undefined || second === undefined ? [] : [{ pair, peers: [first, second] as const }]
  })
}

/** One reload of an upgrade. */
export function reloadOf(
  { gapS, bootS }: Pick<UpgradeRequest, 'gapS' | 'bootS'>,
  device: string,
): TimedCommand['command'] & { readonly type: 'fail' } {
  return {
    type: 'fail',
    failure: 'device-reload',
    target: device,
    options: { gap: String(gapS), boot: String(bootS) },
  }
}

/** The upgrade with its least wait, to be played and kept. It ends when the second peer has had as long as the first. */
export function upgradeScenario({ pair, first, second, request, waitUs, longest }: LeastWait): Scenario {
  const again = UPGRADE_START_US + waitUs
  return {
    name: `Rolling upgrade of ${pair}`,
    start: 'settled',
    steps: [
      { at: UPGRADE_START_US, command: reloadOf(request, first) },
      { at: again, command: reloadOf(request, second) },
    ],
    until: again + longest.waitUs,
  }
}
