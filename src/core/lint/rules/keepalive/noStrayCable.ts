import { endsOf } from '../../drawn.ts'
import type { Rule } from '../../rule.ts'
import { cableName } from '../../steps.ts'

export const keepaliveNoStrayCable: Rule = {
  id: 'keepalive/no-stray-cable',
  severity: 'warning',
  title: 'Every keepalive cable of a switch is part of a way to its peer.',
  why: ({ keepalive }) =>
    `A keepalive cable that leads nowhere looks like redundancy and is none: the ${keepalive} does not run over it.`,
  source: {
    general: 'Cisco Nexus 9000 Series NX-OS Interfaces Configuration Guide, Configuring vPCs: peer-keepalive link',
  },
  unplayable: 'Nothing fails by it: a way that was counted on is not there, as keepalive/second-way plays it.',
  check: ({ pairs, net, design, switches }) =>
    design.topology.links.flatMap((link) => {
      if (link.use !== 'keepalive') return []
      const owner = endsOf(net, link).find(({ id }) => switches.some((one) => one.id === id))
      const used = pairs.some(({ keepalives }) => keepalives.some((path) => path.includes(link)))
      if (owner === undefined || used) return []
      return [
        {
          text: `The keepalive cable ${cableName(net, link)} leads to no peer of ${owner.name}.`,
          wayOut: 'Connect the peer as well, or remove the cable.',
          at: [link.id],
          vendor: switches.find(({ id }) => id === owner.id)?.vendor ?? null,
          fix: { label: 'Remove the cable', edits: [{ type: 'remove', devices: [], links: [link.id] }] },
        },
      ]
    }),
}
