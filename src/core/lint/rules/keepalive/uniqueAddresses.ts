import type { Rule } from '../../rule.ts'

export const keepaliveUniqueAddresses: Rule = {
  id: 'keepalive/unique-addresses',
  severity: 'error',
  title: 'Nobody else on the management network has an address of the keepalive.',
  why: ({ keepalive }) =>
    `Two devices with one address answer for each other. The ${keepalive} reaches now the peer and now the other, and the pair sees a dead peer that lives.`,
  source: { general: 'RFC 5227 (IPv4 Address Conflict Detection)' },
  unplayable: 'The engine carries keepalives along their cables, whatever addresses and routes they have.',
  check: ({ pairs }) =>
    pairs.flatMap(({ domain, keepalives, vendor }, at) => {
      // A direct cable is a network of its own.
      if (keepalives.every((path) => path.length < 2)) return []
      const others = pairs.slice(0, at).filter(({ keepalives }) => keepalives.some((path) => path.length > 1))
      return others.flatMap((other) => {
        const shared = domain.keepalive.addresses.filter((one) => other.domain.keepalive.addresses.includes(one))
        if (shared.length === 0) return []
        return [
          {
            text: `${domain.name} and ${other.domain.name} both use ${shared.join(' and ')} for their keepalive.`,
            wayOut: 'Give each peer on the management network an address of its own.',
            at: [domain.id, other.domain.id],
            vendor,
          },
        ]
      })
    }),
}
