import { cablesOn, modulesOf, modulesOfCables } from '../../modules.ts'
import type { Rule } from '../../rule.ts'
import { cuts, deafSplit } from '../../losses.ts'
import { breaking } from '../../steps.ts'

export const keepaliveOwnModule: Rule = {
  id: 'keepalive/own-module',
  severity: 'warning',
  title: 'The keepalive is on another line card than the peer-link.',
  why: ({ keepalive }) =>
    `A line card that fails takes all of its ports. With the ${keepalive} on the card of the peer-link both are lost at once, and each peer takes the other for dead.`,
  source: {
    general:
      'Cisco Nexus 9000 Series NX-OS Interfaces Configuration Guide, Configuring vPCs: peer-keepalive apart from the peer-link',
  },
  check: ({ pairs, net }) =>
    pairs.flatMap((pair) =>
      pair.peers.flatMap((peer) => {
        const { domain, peerLink, peerCables, keepalives, vendor } = pair
        const ways = keepalives.flat()
        const front = modulesOfCables(net, peer.id, ways)
        const peerModules = modulesOfCables(net, peer.id, peerCables)
        const onManagement = ways.some(({ ends }) =>
          ends.some((end) => net.ports.get(end)?.device === peer.id && net.ports.get(end)?.kind === 'management'),
        )
        const shared = [...front].every((module) => peerModules.has(module))
        if (peerLink === null || onManagement || front.size === 0 || !shared || peerModules.size > 1) return []
        if (modulesOf(net, peer.id).size < 2) return []
        const split = deafSplit(pair, 'The module is pulled, and with it peer-link and keepalive')
        return [
          {
            text: `Keepalive and peer-link of ${domain.name} are on one module of ${peer.name}, which has others.`,
            wayOut: 'Move the keepalive to the management port or to another module.',
            at: [domain.id, peer.id, ...ways.map(({ id }) => id)],
            vendor,
            ...(split === null
              ? {}
              : {
                  counterexample: {
                    scenario: breaking(`A module of ${peer.name} pulled`, cuts(cablesOn(net, peer.id, front)), 60),
                    together: { device: peer.id, modules: [...front] },
                    ...split,
                  },
                }),
          },
        ]
      }),
    ),
}
