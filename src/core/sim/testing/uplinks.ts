import type { DomainSettings, VendorId } from '../../model/topology.ts'
import { heldPorts } from './outcome.ts'
import { fail, lengthS, outages, repair, start, towards, until, withSettings } from './scenario.ts'

/** What is seen when the first peer loses its uplinks at 5 s, and when they are back at 30 s. */
export interface UplinkLoss {
  /** Ports that MLAG control holds at 29 s. */
  readonly held: readonly string[]
  /** The longest outage up from the bonded server and between servers at 29 s, in seconds; infinite while it lasts. */
  readonly up: number
  readonly between: number
  readonly upstream: string | null
  /** When everything is forwarded again, members included. */
  readonly backWithinS: number
}

/** Plays the loss of all uplinks of a peer on a platform, with what its domain sets. */
export function uplinkLoss(platform: VendorId, switches: DomainSettings['switches']): UplinkLoss {
  const sim = start({
    template: 'pair-with-uplinks',
    platform,
    probeUs: 10_000,
    change: (topology) => withSettings(topology, { numbers: {}, switches, choices: {} }),
  })
  fail(sim, 'uplinks-lost', 'leaf-a', 5)
  repair(sim, 'uplinks-lost', 'leaf-a', 30)
  const view = until(sim, 29)
  const longest = (from: string, to: string) => Math.max(0, ...outages(towards(sim, view, from, to)).map(lengthS))
  const lost = { held: heldPorts(view), up: longest('srv-1', 'core-1'), between: longest('srv-1', 'srv-2') }
  const upstream = view.devices.find(({ device }) => device === 'leaf-a')?.upstream ?? null
  const waits = [31, 35, 65, 275, 335].find((second) => {
    const later = until(sim, second)
    const open = outages(later.directions).some(({ endAt }) => endAt === null)
    return !open && later.ports.every(({ state }) => state === 'forwarding')
  })
  return { ...lost, upstream, backWithinS: (waits ?? Number.POSITIVE_INFINITY) - 30 }
}
