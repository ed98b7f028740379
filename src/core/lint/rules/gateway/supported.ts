import type { Rule } from '../../rule.ts'
import { listed } from '../../words.ts'

export const gatewaySupported: Rule = {
  id: 'gateway/supported',
  severity: 'warning',
  title: 'Gateways are drawn only where both peers can forward for one address.',
  why: ({ platform }) =>
    `${platform} has no router address that both peers forward for. With plain VRRP one of them routes for both, and half of the traffic crosses the peer-link first.`,
  source: {
    general: 'MikroTik RouterOS documentation, Multi-chassis Link Aggregation Group: no gateway for both peers',
  },
  unplayable: 'The engine gives such a platform no gateway, drawn or not: the way out is missing either way.',
  check: ({ pairs }) =>
    pairs.flatMap(({ domain, vendor, profile, words }) =>
      profile.gateway !== null || domain.gateways.length === 0
        ? []
        : [
            {
              text: `${domain.name} is drawn as the gateway of VLAN ${listed(domain.gateways.map(({ vlan }) => String(vlan)))}, which ${words.platform} cannot be on both peers.`,
              wayOut: 'Let a router be the gateway, or choose another platform.',
              at: [domain.id],
              vendor,
              fix: {
                label: 'Remove the gateways',
                edits: domain.gateways.map(
                  ({ vlan }) => ({ type: 'remove-gateway', domain: domain.id, vlan }) as const,
                ),
              },
            },
          ],
    ),
}
