import type { ValueKey } from '../model/profileKeys.ts'
import type { EventKind, StateWord } from '../model/runView.ts'
import type { Simulator } from './state.ts'

/** Where an event happened, by index; -1 or absent: nowhere in particular. */
export interface Place {
  readonly device?: number
  readonly port?: number
  readonly link?: number
  readonly domain?: number
  /** What the event touches beyond its place: used to match outages with their cause. */
  readonly links?: readonly number[]
  readonly devices?: readonly number[]
  /** Assumed values of the device's platform on the way to it. */
  readonly restsOn?: readonly ValueKey[]
}

/** Appends an event to the run's memory and to its fingerprint. What one device notes or does begins with its name. */
export function record(sim: Simulator, kind: EventKind, state: StateWord, what: string, place: Place = {}): void {
  const { plan } = sim
  const seq = sim.events.length
  sim.steps += 1
  const port = place.port === undefined ? undefined : plan.ports[place.port]
  const device = place.device ?? port?.device
  const link = place.link ?? port?.link
  const name = OF_ONE_DEVICE.has(kind) ? (plan.devices[device ?? -1]?.name ?? '') : ''
  const named = name === '' || what.startsWith(`${name} `) || what.startsWith(`${name}:`)
  const text = named ? what : `${name} ${what}`
  sim.events.push({
    seq,
    at: sim.now - sim.zero,
    kind,
    state,
    text,
    device: device === undefined ? null : (plan.devices[device]?.id ?? null),
    port: port?.id ?? null,
    link: link === undefined ? null : (plan.links[link]?.id ?? null),
    domain: place.domain === undefined ? null : (plan.domains[place.domain]?.id ?? null),
  })
  sim.marks.push({
    seq,
    at: sim.now,
    kind,
    devices: [...(place.devices ?? []), ...(device === undefined ? [] : [device])],
    links: [...(place.links ?? []), ...(link === undefined ? [] : [link])],
    restsOn: (place.restsOn ?? []).map((key) => ({ device: device ?? -1, key })),
  })
  mixNumber(sim, sim.now - sim.zero)
  mixText(sim, text)
  mixNumber(sim, device ?? -1)
}

/** Takes a number into the fingerprint; used for frames and probes, which leave no event. */
export function mixNumber(sim: Simulator, value: number): void {
  const { hash } = sim
  const low = (value % 4_294_967_296) | 0
  hash.a = Math.imul(hash.a ^ low, 0x01000193) >>> 0
  hash.b = (Math.imul(hash.b ^ (low + 0x9e3779b9), 0x85ebca6b) + Math.floor(value / 4_294_967_296)) >>> 0
}

/** 64 bits in hex over everything that happened since time zero; equal runs have equal fingerprints. */
export function fingerprint(sim: Simulator): string {
  return [sim.hash.a, sim.hash.b].map((half) => half.toString(16).padStart(8, '0')).join('')
}

function mixText(sim: Simulator, text: string): void {
  for (let at = 0; at < text.length; at += 1) mixNumber(sim, text.charCodeAt(at))
}

const OF_ONE_DEVICE: ReadonlySet<EventKind> = new Set(['notice', 'forwarding', 'state', 'reaction'])
