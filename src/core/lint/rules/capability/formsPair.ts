import { PLAIN_VENDOR_IDS, type VendorId } from '../../../model/topology.ts'
import type { Rule } from '../../rule.ts'

export const capabilityFormsPair: Rule = {
  id: 'capability/forms-pair',
  severity: 'error',
  title: 'A pair is made of switches whose platform forms pairs.',
  why: ({ platform }) =>
    `${platform} has no MLAG: two such switches stay two LACP systems, so a bond below uses the legs to one of them at most.`,
  source: {
    general: 'Configuration guides of each platform',
    'cisco-ios-xe':
      'Cisco Catalyst 9500 Layer 2 Configuration Guide, IOS XE 17.3, and StackWise Virtual, which makes one switch of two',
  },
  unplayable: 'The engine knows nothing of a pair that no switch forms.',
  check: ({ net, switches }) =>
    switches.flatMap(({ id, name, vendor }) => {
      const domain = net.domainOf.get(id)
      if (domain === undefined || !PLAIN.includes(vendor)) return []
      return [
        {
          text: `${name} is a peer of ${domain.name} and forms no pair.`,
          wayOut: 'Choose a platform that forms pairs, or draw it as a switch below the pair.',
          at: [domain.id, id],
          vendor,
        },
      ]
    }),
}

const PLAIN: readonly VendorId[] = PLAIN_VENDOR_IDS
