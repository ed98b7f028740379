import { uplinksOf } from '../../routed.ts'
import type { Rule } from '../../rule.ts'
import { nativeOf, passed } from '../../vlans.ts'

export const gatewayBackupVlan: Rule = {
  id: 'gateway/backup-vlan',
  severity: 'error',
  title: 'The VLAN of the backup route carries nothing else.',
  why: ({ domain }) =>
    `The backup route runs between the two peers of the ${domain} in a VLAN of their own. With hosts in it their frames mix with routed ones, and a member that is down takes the way out with it.`,
  source: {
    general:
      'Cisco Nexus 9000 Series NX-OS Interfaces Configuration Guide, Configuring vPCs: layer 3 backup path in a VLAN of its own',
  },
  unplayable: 'The engine routes between the peers past the VLANs of hosts.',
  check: ({ pairs, design, net }) =>
    pairs.flatMap(({ domain, peers, vendor, runs }) => {
      if (runs.switches['backup-route']?.value !== true) return []
      if (peers.every(({ id }) => uplinksOf(net, id).length === 0)) return []
      const { vlan } = domain.peering
      const carriers = [...design.topology.bonds, ...design.topology.links.filter(({ use }) => use === 'data')].filter(
        ({ vlans }) => passed(vlans).includes(vlan) || nativeOf(vlans) === vlan,
      )
      if (carriers.length === 0) return []
      const taken = new Set(design.topology.vlans.map(({ id }) => id))
      let free = 3900
      while (taken.has(free) || free === vlan) free--
      return [
        {
          text: `VLAN ${vlan}, in which the peers of ${domain.name} route to each other, is on other cables as well.`,
          wayOut: 'Choose a VLAN for it that nothing else uses.',
          at: [domain.id, ...new Set(carriers.map(({ id }) => id))],
          vendor,
          fix: { label: `Use VLAN ${free}`, edits: [{ type: 'set-peering', domain: domain.id, set: { vlan: free } }] },
        },
      ]
    }),
}
