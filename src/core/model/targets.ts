import { need, portLabel, type Network } from './network.ts'
import type { Device, Link, MlagDomain, Port } from './topology.ts'

/** What a failure, a filter or a link in a report points at. */
export type Target =
  /** `port`: the end that was named, when the cable was given as `device:port`. */
  | { readonly kind: 'link'; readonly link: Link; readonly port: Port | null }
  | { readonly kind: 'domain'; readonly domain: MlagDomain }
  | { readonly kind: 'device'; readonly device: Device }

export type TargetResult =
  | { readonly ok: true; readonly target: Target }
  | { readonly ok: false; readonly problem: string }

/** Reads a target in its order of meaning: link id, domain name, device name, or `device:port` (the cable there). */
export function resolveTarget(net: Network, text: string): TargetResult {
  const link = net.topology.links.find(({ id }) => id === text)
  if (link) return { ok: true, target: { kind: 'link', link, port: null } }
  const domain = net.domainNamed.get(text)
  if (domain) return { ok: true, target: { kind: 'domain', domain } }
  const device = net.deviceNamed.get(text)
  if (device) return { ok: true, target: { kind: 'device', device } }
  const colon = text.indexOf(':')
  if (colon < 0) return unknown(text, 'a cable, a domain or a device', allNames(net))
  return portTarget(net, text.slice(0, colon), text.slice(colon + 1))
}

/** How a target is written: the text that `resolveTarget` reads back. */
export function targetText(net: Network, target: Target): string {
  switch (target.kind) {
    case 'link':
      return target.port ? portLabel(net, target.port) : target.link.id
    case 'domain':
      return target.domain.name
    case 'device':
      return target.device.name
  }
}

function portTarget(net: Network, deviceName: string, portName: string): TargetResult {
  const device = net.deviceNamed.get(deviceName)
  if (!device) return unknown(deviceName, 'a device', [...net.deviceNamed.keys()])
  const ports = need(net.portsOf, device.id)
  const port = ports.find(({ name }) => name === portName)
  const link = port && net.linkAt.get(port.id)
  if (port && link) return { ok: true, target: { kind: 'link', link, port } }
  const hint =
    ports.length === 0
      ? 'It has no cables.'
      : hintAt(
          portName,
          ports.map(({ name }) => name),
          'Its cables are on',
        )
  return { ok: false, problem: `${deviceName} has no cable on a port called ${quoted(portName)}. ${hint}` }
}

function unknown(text: string, what: string, names: readonly string[]): TargetResult {
  const hint = hintAt(text, names, 'Known:')
  return { ok: false, problem: `Nothing here is called ${quoted(text)}; expected ${what}. ${hint}` }
}

/** What may have been meant; where nothing is near, the first names there are. */
function hintAt(text: string, names: readonly string[], otherwise: string): string {
  const near = nearest(text, names)
  if (near.length > 0) return `Near it: ${near.join(', ')}.`
  const more = names.length > MOST_NAMES ? ` and ${names.length - MOST_NAMES} more` : ''
  return `${otherwise} ${names.slice(0, MOST_NAMES).join(', ')}${more}.`
}

function allNames(net: Network): readonly string[] {
  return [...net.domainNamed.keys(), ...net.deviceNamed.keys(), ...net.links.keys()]
}

/** Names that a slip of the hand away from `text`, or contain it, best first; at most five. */
function nearest(text: string, names: readonly string[]): readonly string[] {
  const wanted = text.toLowerCase()
  return names
    .map((name) => ({ name, slips: slips(wanted, name.toLowerCase()) }))
    .filter(({ slips }) => slips <= 2)
    .sort((a, b) => a.slips - b.slips)
    .map(({ name }) => name)
    .slice(0, 5)
}

/** Edit distance; 2 where one text contains the other. */
function slips(a: string, b: string): number {
  if (a.length > 2 && (b.includes(a) || a.includes(b))) return Math.min(2, Math.abs(a.length - b.length))
  if (Math.abs(a.length - b.length) > 2 || a.length > 64) return Infinity
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? Infinity
}

function quoted(text: string): string {
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text)
}

const MOST_NAMES = 12
