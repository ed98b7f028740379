import type { Rule } from '../../rule.ts'

export const keepaliveVrfOfPort: Rule = {
  id: 'keepalive/vrf-of-port',
  severity: 'error',
  title: 'A keepalive on front ports is in a VRF that front ports can be in.',
  why: ({ keepalive }) =>
    `The VRF management holds the management port and nothing else. A front port cannot be put into it, so the ${keepalive} stays down.`,
  source: {
    general:
      'Cisco Nexus 9000 Series NX-OS Unicast Routing Configuration Guide, Layer 3 virtualization: VRF management',
  },
  unplayable: 'The device refuses the line, so there is no run with it to look at.',
  check: ({ pairs, net }) =>
    pairs.flatMap(({ domain, peers, keepalives, vendor }) => {
      if (vendor !== 'cisco-nxos' || domain.keepalive.vrf !== 'management') return []
      const cables = [...new Set(keepalives.flat())]
      const onFront = cables.filter(({ ends }) =>
        ends.some((end) => {
          const port = net.ports.get(end)
          return port?.kind === 'front' && peers.some(({ id }) => id === port.device)
        }),
      )
      if (onFront.length === 0) return []
      return [
        {
          text: `The keepalive of ${domain.name} is on a front port and in the VRF management.`,
          wayOut: 'Give it a VRF of its own, or use the management ports.',
          at: [domain.id, ...onFront.map(({ id }) => id)],
          vendor,
          fix: {
            label: 'Give it the VRF keepalive',
            edits: [{ type: 'set-keepalive', domain: domain.id, set: { vrf: 'keepalive' } }],
          },
        },
      ]
    }),
}
