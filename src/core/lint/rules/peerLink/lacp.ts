import type { Rule } from '../../rule.ts'
import { breaking, fail } from '../../steps.ts'

export const peerLinkLacp: Rule = {
  id: 'peer-link/lacp',
  severity: 'warning',
  title: 'The peer-link runs active LACP.',
  why: ({ channel }) =>
    `A static ${channel} believes in light. A cable to the wrong port or one that passes light and no frames stays in use, and the peers lose each other on some frames and not on others.`,
  source: {
    general: 'IEEE 802.1AX-2014, 6.3 (Link Aggregation Control)',
    'cisco-nxos':
      'Cisco Nexus 9000 Series NX-OS Interfaces Configuration Guide, Configuring vPCs: LACP active mode on the peer-link',
    'arista-eos': 'Arista EOS User Manual, Multi-Chassis Link Aggregation: peer link as an LACP port channel',
  },
  check: ({ pairs }) =>
    pairs.flatMap(({ domain, peerLink, peerCables, vendor }) => {
      if (peerLink === null || peerLink.ends.every(({ mode }) => mode === 'active')) return []
      const modes = [...new Set(peerLink.ends.map(({ mode }) => mode))]
      return [
        {
          text: `The peer-link of ${domain.name} is ${modes.join(' and ')}.`,
          wayOut: 'Run active LACP at both ends of the peer-link.',
          at: [peerLink.id],
          vendor,
          fix: {
            label: 'Run active LACP on the peer-link',
            edits: ([0, 1] as const).map((end) => ({
              type: 'set-bond-end',
              bond: peerLink.id,
              end,
              set: { mode: 'active' },
            })),
          },
          ...(peerLink.ends.every(({ mode }) => mode === 'static')
            ? {
                counterexample: {
                  scenario: breaking(
                    `The peer-link of ${domain.name} passes light and no frames`,
                    peerCables.map(({ id }) => fail('link-silent', id)),
                    120,
                  ),
                  story:
                    'Every cable of the peer-link has light and passes nothing. Two minutes later its members are still in use.',
                  shows: [{ what: 'port', links: peerCables.map(({ id }) => id), states: ['forwarding'] }],
                },
              }
            : {}),
        },
      ]
    }),
}
