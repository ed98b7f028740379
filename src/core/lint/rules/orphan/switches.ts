import { endsOf, isSwitch, type Drawn, type DrawnPair } from '../../drawn.ts'
import type { Counterexample, Rule } from '../../rule.ts'
import { breaking, fail } from '../../steps.ts'

export const orphanSwitches: Rule = {
  id: 'orphan/switches',
  severity: 'warning',
  title: 'Switches below a pair are connected to both peers.',
  why: ({ domain }) =>
    `Everything behind a switch that hangs on one peer of a ${domain} is lost with that peer, and crosses the peer-link until then.`,
  source: {
    general:
      'Cisco Nexus 9000 Series NX-OS Interfaces Configuration Guide, Configuring vPCs: dual-homed access switches',
  },
  check: (drawn) =>
    drawn.pairs.flatMap(({ domain, peers, orphans, vendor }) => {
      const { net, bonds } = drawn
      const below = (ids: readonly string[]) => ids.some((id) => peers.some((peer) => peer.id === id))
      const single = bonds.filter(
        (bond) =>
          bond.ends.some(({ at }) => 'device' in at && below([at.device])) &&
          bond.ends.some(({ at }) => 'device' in at && !below([at.device]) && isSwitch(net.devices.get(at.device))),
      )
      const cables = orphans.filter((link) => endsOf(net, link).every(isSwitch))
      const seen = new Map<string, readonly string[]>()
      for (const { id, devices } of [
        ...single.map(({ id, ends }) => ({
          id,
          devices: ends.flatMap(({ at }) => ('device' in at ? [at.device] : [])),
        })),
        ...cables.map((link) => ({ id: link.id, devices: endsOf(net, link).map((device) => device.id) })),
      ]) {
        const far = devices.find((device) => !below([device]))
        if (far !== undefined) seen.set(far, [...(seen.get(far) ?? []), id])
      }
      return [...seen].map(([far, ids]) => ({
        text: `${net.topology.devices.find(({ id }) => id === far)?.name} has no bond to both peers of ${domain.name}.`,
        wayOut: 'Connect it to both peers as one bond.',
        at: [far, ...ids],
        vendor,
        ...behind(drawn, far, ids, peers),
      }))
    }),
}

/** A host on such a switch, and the peer that it hangs on. */
function behind({ net, hosts, design }: Drawn, far: string, ids: readonly string[], peers: DrawnPair['peers']) {
  const cables = design.topology.links.filter(
    ({ id }) => ids.includes(id) || ids.includes(net.bondOf.get(id)?.id ?? ''),
  )
  const above = peers.filter((peer) => cables.some((link) => endsOf(net, link).some(({ id }) => id === peer.id)))
  const [peer] = above
  const host = hosts.find(
    ({ id }) =>
      (net.portsOf.get(id) ?? []).every((port) => net.neighbour.get(port.id)?.device === far) &&
      design.topology.flows.some(({ from, to }) => from === id || to === id),
  )
  if (peer === undefined || above.length > 1 || host === undefined) return {}
  const counterexample: Counterexample = {
    scenario: breaking(`${peer.name} off`, [fail('device-power-off', peer.name)], 30),
    story: `${peer.name} loses power, and everything behind the switch is cut off, ${host.name} among it.`,
    shows: [{ what: 'outage', host: host.id, leastS: 20 }],
  }
  return { counterexample }
}
