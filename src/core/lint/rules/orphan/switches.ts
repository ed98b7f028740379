import { endsOf, isSwitch } from '../../drawn.ts'
import type { Rule } from '../../rule.ts'

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
  check: ({ pairs, net, bonds }) =>
    pairs.flatMap(({ domain, peers, orphans, vendor }) => {
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
      }))
    }),
}
