import type { Rule } from '../../rule.ts'

export const gatewayUniqueAddresses: Rule = {
  id: 'gateway/unique-addresses',
  severity: 'error',
  title: 'Nothing else has an address of a gateway or an uplink.',
  why: ({ domain }) =>
    `Two devices with one address answer each other's requests: hosts send to one or the other by chance. That the two peers of a ${domain} share the router address is the only exception.`,
  source: { general: 'RFC 5227, section 1 (address conflicts)' },
  unplayable:
    'The engine routes by what is cabled, whatever the addresses: the conflict is between devices and their neighbours.',
  check: ({ pairs, design }) => {
    const used = [
      ...design.topology.devices.flatMap((device) =>
        'ipv4' in device ? [{ ip: device.ipv4, at: device.id, name: device.name }] : [],
      ),
      ...design.topology.links.flatMap(({ id, routed }) =>
        (routed?.addresses ?? []).map((ip) => ({ ip, at: id, name: UPLINK })),
      ),
    ]
    const others = (domain: string) =>
      design.topology.domains.flatMap(({ id, name, gateways }) =>
        id === domain
          ? []
          : gateways.flatMap(({ address, addresses }) => [address, ...addresses].map((ip) => ({ ip, at: id, name }))),
      )
    const gateways = pairs.flatMap(({ domain, vendor }) =>
      domain.gateways.flatMap(({ vlan, address, addresses }) =>
        [address, ...addresses].flatMap((ip) => {
          const twin = [...used, ...others(domain.id)].find((one) => one.ip === ip)
          if (twin === undefined) return []
          return [
            {
              text: `${ip}, of the gateway of VLAN ${vlan} on ${domain.name}, is the address of ${twin.name} too.`,
              wayOut: 'Give one of them another address.',
              at: [domain.id, twin.at],
              vendor,
            },
          ]
        }),
      ),
    )
    const uplinks = used.flatMap((one, at) => {
      const twin = used.slice(0, at).find(({ ip }) => ip === one.ip)
      if (twin === undefined || one.name !== UPLINK) return []
      return [
        {
          text: `${one.ip}, of an uplink, is the address of ${twin.name} too.`,
          wayOut: 'Give one of them another address.',
          at: twin.at === one.at ? [one.at] : [one.at, twin.at],
          vendor: null,
        },
      ]
    })
    return [...gateways, ...uplinks]
  },
}

const UPLINK = 'an uplink'
