import { isNoHost } from '../../addresses.ts'
import type { Rule } from '../../rule.ts'
import { listed } from '../../words.ts'

export const keepaliveHostAddress: Rule = {
  id: 'keepalive/host-address',
  severity: 'error',
  title: 'The addresses of the peers are host addresses of their network.',
  why: ({ keepalive }) =>
    `The first and the last address of a network name the network and everybody in it. No platform takes them on an interface, so the ${keepalive} never starts.`,
  source: { general: 'RFC 1122, 3.2.1.3 (addressing)' },
  unplayable: 'The engine carries keepalives along their cables, whatever addresses and routes they have.',
  check: ({ pairs }) =>
    pairs.flatMap(({ domain, vendor }) => {
      const { addresses, prefixLength } = domain.keepalive
      const wrong = addresses.filter((address) => isNoHost(address, prefixLength))
      if (wrong.length === 0) return []
      return [
        {
          text: `${listed(wrong)} of ${domain.name} cannot be the address of a peer at /${prefixLength}.`,
          wayOut: 'Choose an address between the first and the last of the network.',
          at: [domain.id],
          vendor,
        },
      ]
    }),
}
