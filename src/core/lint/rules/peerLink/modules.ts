import { cablesOn, modulesOf, modulesOfCables } from '../../modules.ts'
import type { Rule } from '../../rule.ts'
import { cuts } from '../../losses.ts'
import { breaking } from '../../steps.ts'

export const peerLinkModules: Rule = {
  id: 'peer-link/modules',
  severity: 'warning',
  title: 'The cables of the peer-link are on different line cards.',
  why: ({ domain }) =>
    `A line card fails, or is pulled, as a whole. With every peer-link cable on it the ${domain} loses its peer-link although the chassis still runs.`,
  source: {
    general:
      'Cisco Nexus 9000 Series NX-OS Interfaces Configuration Guide, Configuring vPCs: peer-link ports on different modules',
  },
  check: ({ pairs, net }) =>
    pairs.flatMap(({ domain, peers, peerLink, peerCables, vendor }) =>
      peers.flatMap((peer) => {
        const used = modulesOfCables(net, peer.id, peerCables)
        if (peerLink === null || peerCables.length < 2 || used.size !== 1 || modulesOf(net, peer.id).size < 2) return []
        return [
          {
            text: `All peer-link cables of ${domain.name} are on module ${[...used][0]} of ${peer.name}, which has others.`,
            wayOut: 'Move one of the cables to another module.',
            at: [peerLink.id, peer.id],
            vendor,
            counterexample: {
              scenario: breaking(
                `Module ${[...used][0]} of ${peer.name} pulled`,
                cuts(cablesOn(net, peer.id, used)),
                60,
              ),
              story: `Module ${[...used][0]} of ${peer.name} is pulled, and with it every cable of the peer-link.`,
              together: { device: peer.id, modules: [...used] },
              shows: [{ what: 'no-peer-link', domain: domain.id }],
            },
          },
        ]
      }),
    ),
}
