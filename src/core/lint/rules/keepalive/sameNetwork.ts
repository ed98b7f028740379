import { sameNetwork } from '../../addresses.ts'
import type { Rule } from '../../rule.ts'

export const keepaliveSameNetwork: Rule = {
  id: 'keepalive/same-network',
  severity: 'warning',
  title: 'Both keepalive addresses are in one network.',
  why: ({ keepalive }) =>
    `On one cable or one management network the peers reach each other without a router. In two networks the ${keepalive} needs a gateway, which is one more thing that can fail, and on a direct cable it never arrives.`,
  source: {
    general:
      'Cisco Nexus 9000 Series NX-OS Interfaces Configuration Guide, Configuring vPCs: peer-keepalive source and destination',
    'huawei-vrp8': 'Huawei CloudEngine 6800 Configuration Guide, M-LAG: addresses of dual-active detection',
  },
  unplayable: 'The engine carries keepalives along their cables, whatever addresses and routes they have.',
  check: ({ pairs }) =>
    pairs.flatMap(({ domain, keepalives, vendor }) => {
      const { addresses, prefixLength } = domain.keepalive
      if (keepalives.length === 0 || sameNetwork(addresses, prefixLength)) return []
      const direct = keepalives.some((path) => path.length === 1)
      return [
        {
          text: `The keepalive addresses of ${domain.name}, ${addresses[0]} and ${addresses[1]}, are in different networks at /${prefixLength}.`,
          wayOut: direct
            ? 'Give both peers addresses of one network; the cable between them is direct.'
            : 'Give both peers addresses of one network, or see that a router is there.',
          at: [domain.id],
          vendor,
          severity: direct ? 'error' : 'warning',
        },
      ]
    }),
}
