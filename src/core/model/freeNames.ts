import type { Design } from './design.ts'
import type { DeviceId } from './ids.ts'
import { type Id, toId } from './ids.ts'
import type { Bond, Topology } from './topology.ts'

/** An id that nothing in the design has yet: the wish itself, or with a number behind it. */
export function newId<K extends string>(topology: Topology, wish: string): Id<K> {
  const { devices, ports, links, bonds, domains, flows } = topology
  const taken = new Set<string>(
    [devices, ports, links, bonds, domains, flows].flatMap((list) => list.map(({ id }) => id)),
  )
  return toId(firstFree(wish, taken))
}

/**
 * Hands out ids that nothing in the design has, each once: for many things at a time. A thing that comes with an id keeps
 * it where it is free.
 */
export function idGiver(design: Design): <K extends string>(wish: string) => Id<K> {
  const { devices, ports, links, bonds, domains, flows } = design.topology
  const lists = [devices, ports, links, bonds, domains, flows, design.notes ?? []]
  const taken = new Set<string>(lists.flatMap((list) => list.map(({ id }) => id)))
  return (wish) => {
    const id = firstFree(wish.slice(0, 120), taken)
    taken.add(id)
    return toId(id)
  }
}

/**
 * The name itself where it is free, else the next of its kind: `srv-3` after `srv-1` and `srv-2`, `leaf-c` after
 * `leaf-a` and `leaf-b`, `core-2` for a second `core`.
 */
export function freshName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name
  const [, stem = name, end = ''] = /^(.+)[-_.](\d{1,6}|[a-y])$/.exec(name) ?? []
  const sign = name.charAt(stem.length)
  if (/^[a-y]$/.test(end)) {
    const letters = 'abcdefghijklmnopqrstuvwxyz'.split('').map((letter) => `${stem}${sign}${letter}`)
    const free = letters.slice(letters.indexOf(name) + 1).find((wish) => !taken.has(wish))
    if (free !== undefined) return free
  }
  const numbered = /^\d+$/.test(end)
  const root = (numbered ? `${stem}${sign}` : `${name}-`).slice(-56)
  return count((n) => `${root}${n}`, numbered ? Number(end) + 1 : 2, taken)
}

/** A name for a device or a domain: `srv-1`, `srv-2`, … */
export function newName(topology: Topology, stem: string): string {
  const taken = new Set([...topology.devices, ...topology.domains].map(({ name }) => name))
  return count((n) => `${stem}-${n}`, 1, taken)
}

/** Switches take the range for documentation while it lasts (RFC 7042, section 2.1.2), hosts local addresses. */
export function newMac(topology: Topology, kind: 'host' | 'other'): string {
  const taken = new Set(topology.devices.map(({ mac }) => mac))
  const byte = (n: number) => (n & 0xff).toString(16).padStart(2, '0')
  const local = (n: number) => `02:00:00:00:${byte(n >> 8)}:${byte(n)}`
  if (kind === 'host') return count(local, 0x0a01, taken)
  return count((n) => (n <= 0xff ? `00:00:5e:00:53:${byte(n)}` : local(n)), 1, taken)
}

/** The next address of 10.0.10.0/24 from .11, then of the networks that follow. */
export function newIpv4(topology: Topology): string {
  const taken = new Set([
    ...topology.devices.map((device) => (device.kind === 'host' ? device.ipv4 : '')),
    ...topology.domains.flatMap(({ gateways }) =>
      gateways.flatMap(({ address, addresses }) => [address, ...addresses]),
    ),
  ])
  return count((n) => `10.0.${10 + Math.floor(n / 254)}.${(n % 254) + 1}`, 10, taken)
}

/** What stands for everything beyond a router: the next address of 192.0.2.0/24 (RFC 5737). */
export function newRouterIpv4(topology: Topology): string {
  const taken = new Set(topology.devices.map((device) => (device.kind === 'router' ? device.ipv4 : '')))
  return count((n) => `192.0.2.${n}`, 1, taken)
}

/** Both addresses of the next uplink: a /30 of 10.254.0.0/16, the router's side first. */
export function newUplinkAddresses(topology: Topology): readonly [string, string] {
  const taken = new Set(topology.links.flatMap(({ routed }) => routed?.addresses ?? []))
  const address = (n: number, host: number) => `10.254.${n >> 6}.${(n & 63) * 4 + host}`
  let n = 0
  while (taken.has(address(n, 1)) || taken.has(address(n, 2))) n++
  return [address(n, 1), address(n, 2)]
}

/** The lowest port-channel number from `start` that is free on all of the devices, the bonds given aside. */
export function newChannel(
  topology: Topology,
  devices: readonly DeviceId[],
  start: number,
  except: readonly Bond[] = [],
): number {
  const taken = channelsOn(topology, devices, except)
  let channel = start
  while (taken.has(channel)) channel++
  return channel
}

/** Port-channel numbers in use on any of the devices. */
export function channelsOn(
  topology: Topology,
  devices: readonly DeviceId[],
  except: readonly Bond[] = [],
): ReadonlySet<number> {
  const peersOf = new Map(topology.domains.map((domain) => [domain.id, domain.peers]))
  const numbers = topology.bonds
    .filter((bond) => !except.some(({ id }) => id === bond.id))
    .flatMap(({ ends }) => ends)
    .filter(({ at }) =>
      ('device' in at ? [at.device] : (peersOf.get(at.domain) ?? [])).some((id) => devices.includes(id)),
    )
    .map(({ channel }) => channel)
  return new Set(numbers)
}

/** Domains count in tens. */
export function newDomainNumber(topology: Topology): number {
  const taken = new Set(topology.domains.map(({ number }) => number))
  let number = 10
  while (taken.has(number)) number += 10
  return number
}

function firstFree(wish: string, taken: ReadonlySet<string>): string {
  return taken.has(wish) ? count((n) => `${wish}-${n}`, 2, taken) : wish
}

function count(text: (n: number) => string, start: number, taken: ReadonlySet<string>): string {
  let n = start
  while (taken.has(text(n))) n++
  return text(n)
}
