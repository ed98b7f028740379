import type { Rule } from '../../rule.ts'

export const keepaliveOwnVrf: Rule = {
  id: 'keepalive/own-vrf',
  severity: 'warning',
  title: 'The keepalive has a VRF of its own or the management VRF.',
  why: ({ keepalive }) =>
    `In the default VRF a route can lead the ${keepalive} over the very links it is to outlive, and it does so at the moment its own link is lost.`,
  source: {
    general:
      'Cisco Nexus 9000 Series NX-OS Interfaces Configuration Guide, Configuring vPCs: a separate VRF for the peer-keepalive',
    'aruba-aoscx': 'AOS-CX Virtual Switching Extension Guide: keepalive in a VRF of its own',
  },
  unplayable: 'The engine carries keepalives along their cables, whatever addresses and routes they have.',
  check: ({ pairs }) =>
    pairs.flatMap(({ domain, vendor }) =>
      domain.keepalive.vrf === 'default'
        ? [
            {
              text: `The keepalive of ${domain.name} is in the default VRF.`,
              wayOut: 'Put it into the management VRF or one of its own.',
              at: [domain.id],
              vendor,
              fix: {
                label: 'Move it to the VRF management',
                edits: [{ type: 'set-keepalive', domain: domain.id, set: { vrf: 'management' } }],
              },
            },
          ]
        : [],
    ),
}
