import type { Capture, CaptureInterface, CaptureScope } from '../model/capture.ts'
import { capturedFrames, type Captured, type CaptureTap } from './capture.ts'
import { encodeFrame, portMac } from './frameOctets.ts'
import type { Plan } from './plan.ts'
import type { Simulator } from './state.ts'

/** Cables of a scope, for a tap; null: all. */
export function linksIn(plan: Plan, scope: CaptureScope): ReadonlySet<number> | null {
  if (scope === 'everywhere') return null
  if ('link' in scope) return new Set(plan.links.filter(({ id }) => id === scope.link).map(({ index }) => index))
  const device = plan.devices.find(({ id }) => id === scope.device)
  return new Set(device?.ports.map((port) => plan.ports[port]?.link ?? -1))
}

/** What a tap heard, ready for a file: an interface for each cable end in its reach, every frame at its sender's. */
export function captureFile(sim: Simulator, tap: CaptureTap): Capture {
  const { plan, zero } = sim
  const ports = plan.ports.filter(({ link }) => tap.links?.has(link) ?? true)
  const interfaceOf = new Map(ports.map(({ index }, at) => [index, at]))
  const frames = capturedFrames(tap)
  return {
    comment: commentOf(sim, tap),
    interfaces: ports.map(({ index }) => interfaceAt(plan, index)),
    packets: frames.map((one) => ({
      at: one.at,
      from: interfaceOf.get(plan.links[one.link]?.ports[one.fromEnd] ?? -1) ?? 0,
      octets: encodeFrame(plan, one.link, one.fromEnd, one.frame, zero),
      comment: fateText(plan, one),
    })),
  }
}

/** What became of a frame, in words; null: it was delivered. */
export function fateText(plan: Plan, { link, fromEnd, fate }: Captured): string | null {
  switch (fate.is) {
    case 'delivered':
      return null
    case 'under-way':
      return 'under way at the end of the capture'
    case 'lost':
      return `lost: ${fate.reason}`
    case 'discarded':
      return `discarded by ${deviceName(plan, plan.links[link]?.ports[fromEnd === 0 ? 1 : 0] ?? -1)}: ${fate.reason}`
  }
}

/** `leaf-a Ethernet1/1`. */
export function portText(plan: Plan, port: number): string {
  return `${deviceName(plan, port)} ${plan.ports[port]?.name ?? ''}`
}

function interfaceAt(plan: Plan, port: number): CaptureInterface {
  const { far, link } = plan.ports[port] ?? { far: -1, link: -1 }
  return {
    name: portText(plan, port),
    description: `to ${portText(plan, far)}`,
    mac: portMac(plan, port),
    speedGbps: plan.topology.links[link]?.speedGbps ?? 1,
  }
}

function commentOf({ now, zero, probeUs }: Simulator, { probes, seen, limit, keep }: CaptureTap): string {
  return [
    `Simulated by MLAG Studio up to ${((now - zero) / 1_000_000).toFixed(6)} s.`,
    'Time zero of the simulation is 1970-01-01 00:00:00 UTC; every frame is at the port that sent it.',
    probes ? `Probes every ${probeUs / 1_000} ms.` : 'Without probes.',
    ...(seen > limit ? [`The ${keep} ${limit} of ${seen} frames.`] : []),
  ].join(' ')
}

function deviceName(plan: Plan, port: number): string {
  return plan.devices[plan.ports[port]?.device ?? -1]?.name ?? ''
}
