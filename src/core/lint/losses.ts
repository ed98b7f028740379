import type { DeviceId } from '../model/ids.ts'
import type { HostDevice, Link } from '../model/topology.ts'
import { endsOf, type Drawn, type DrawnPair } from './drawn.ts'
import type { Counterexample } from './rule.ts'
import { passed } from './vlans.ts'
import { breaking, fail } from './steps.ts'

type Failed = Pick<Counterexample, 'story' | 'shows'>

/** What becomes of a pair that loses its peer-link and cannot hear its peer any other way; null where hearing changes nothing. */
export function deafSplit({ domain, runs }: DrawnPair, cause: string): Failed | null {
  const goesOn = runs.choices['on-peer-link-lost'].value === 'both-continue'
  if (goesOn && runs.switches['dual-primary-detection']?.value !== true) return null
  return runs.choices['on-peer-silent'].value === 'take-over'
    ? {
        story: `${cause}: both peers take the other for dead, and both are primary.`,
        shows: [{ what: 'dual-active', domain: domain.id }],
      }
    : {
        story: `${cause}: one peer takes a LACP system of its own, and partners drop its ports.`,
        shows: [{ what: 'two-systems', domain: domain.id }],
      }
}

/** The other end of one of a host's flows that does not hang on a switch alone; what is lost with the switch is no proof. */
export function partnerBeside({ net, design, hosts }: Drawn, host: DeviceId, lost: DeviceId): HostDevice | undefined {
  const others = design.topology.flows.flatMap(({ from, to }) => (from === host ? [to] : to === host ? [from] : []))
  return hosts.find(
    ({ id }) =>
      others.includes(id) &&
      (net.portsOf.get(id) ?? []).some((port) => {
        const far = net.neighbour.get(port.id)?.device
        return far !== undefined && far !== lost
      }),
  )
}

/** A bonded host that talks to a single-homed one, in one of these VLANs: without its leg there, only the peer-link is left. */
export function legCut(
  { net, design }: Drawn,
  { domain, bonds, orphans, peers }: DrawnPair,
  vlans: readonly number[],
): { readonly counterexample?: Counterexample } {
  for (const orphan of orphans) {
    const ends = endsOf(net, orphan)
    const host = ends.find(({ kind }) => kind === 'host')
    const side = peers.findIndex(({ id }) => ends.some((end) => end.id === id))
    const [vlan] = passed(orphan.vlans)
    if (host === undefined || side < 0 || vlan === undefined || !vlans.includes(vlan)) continue
    for (const { far, legs, bond } of bonds) {
      const leg = legs[side === 0 ? 0 : 1]
      const bonded = 'device' in far.at ? far.at.device : null
      const talks = design.topology.flows.some(
        ({ from, to }) => (from === bonded && to === host.id) || (to === bonded && from === host.id),
      )
      if (bonded === null || !talks || leg.length === 0 || !passed(bond.vlans).includes(vlan)) continue
      const name = net.devices.get(bonded)?.name
      const counterexample: Counterexample = {
        scenario: breaking(`${name} loses its leg at ${domain.name}`, cuts(leg), 20),
        story: `${name} loses its cables to ${peers[side === 0 ? 0 : 1].name}. What it says to ${host.name} ends at the peer-link, which does not carry VLAN ${vlan}.`,
        shows: [{ what: 'outage', host: host.id, leastS: 10 }],
      }
      return { counterexample }
    }
  }
  return {}
}

/** All of them cut at one instant. */
export function cuts(links: readonly Link[]) {
  return [...new Set(links)].map(({ id }) => fail('link-cut', id))
}
