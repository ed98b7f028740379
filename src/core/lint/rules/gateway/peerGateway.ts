import { isOffered } from '../../../vendors/effective.ts'
import { routedHosts, switchOn } from '../../routed.ts'
import type { Rule } from '../../rule.ts'
import { listed } from '../../words.ts'

export const gatewayPeerGateway: Rule = {
  id: 'gateway/peer-gateway',
  severity: 'info',
  title: 'Each peer routes for the router address of the other.',
  why: ({ domain, mlag }) =>
    `Some hosts answer to the address that a frame came from, not to the virtual one. Their bond may send that to the other peer of the ${domain}: it crosses the peer-link, is routed there, and may not leave on a ${mlag} member any more.`,
  source: {
    general: 'Cisco Nexus 9000 Series NX-OS Interfaces Configuration Guide, Configuring vPCs: peer-gateway',
    'dell-os10': 'Dell OS10 User Guide, VLT: peer-routing',
  },
  unplayable: 'It hangs on the hash of single flows whether it shows: of those to hosts in other VLANs half are lost.',
  check: (drawn) =>
    drawn.pairs.flatMap((pair) => {
      const { domain, vendor, profile, runs } = pair
      const base = profile.switches['peer-gateway']
      if (base === null || !isOffered(base) || domain.gateways.length === 0) return []
      if (runs.switches['peer-gateway']?.value === true) return []
      const answering = domain.gateways
        .flatMap(({ vlan }) => routedHosts(drawn, pair, vlan))
        .filter(({ answersTo }) => answersTo === 'sender')
      const names = listed(answering.map(({ name }) => name))
      return [
        {
          text:
            answering.length > 0
              ? `${base.label} is off on ${domain.name}, and ${names} ${answering.length === 1 ? 'answers' : 'answer'} to the address of a peer.`
              : `${base.label} is off on ${domain.name}, which routes for its hosts.`,
          wayOut: 'Turn it on.',
          at: [domain.id, ...answering.map(({ id }) => id)],
          vendor,
          ...(answering.length > 0 ? { severity: 'warning' as const } : {}),
          fix: switchOn(domain, 'peer-gateway', `Turn ${base.label} on`),
        },
      ]
    }),
}
