import { cableBetween } from '../../edits.ts'
import { bondName, endName } from '../../bonds.ts'
import type { Rule } from '../../rule.ts'
import { breaking, fail } from '../../steps.ts'
import { partnerBeside } from '../../losses.ts'

export const bondBothLegs: Rule = {
  id: 'bond/both-legs',
  severity: 'warning',
  title: 'What has an MLAG id is connected to both peers.',
  why: ({ mlag }) =>
    `A ${mlag} with one leg gains nothing from the pair and shares its risks: when the peer-link is lost, the secondary takes its ${mlag} ports down, and this device with them, although its switch is well.`,
  source: {
    general:
      'Cisco Nexus 9000 Series NX-OS Interfaces Configuration Guide, Configuring vPCs: single-homed devices and orphan ports',
    'arista-eos': 'Arista EOS User Manual, Multi-Chassis Link Aggregation: MLAG interfaces on both peers',
  },
  check: (drawn) =>
    drawn.pairs.flatMap(({ peers, bonds, vendor, words }) =>
      bonds.flatMap(({ bond, near, far, legs }) => {
        const side = legs.findIndex((leg) => leg.length === 0)
        const [there, missing] = side === 0 ? [peers[1], peers[0]] : [peers[0], peers[1]]
        if (side === -1) return []
        const device = 'device' in far.at ? far.at.device : null
        const partner = device === null ? undefined : partnerBeside(drawn, device, there.id)
        return [
          {
            text: `${endName(drawn.net, far)} has ${words.mlag} ${near.channel} and is connected to ${there.name} only.`,
            wayOut: `Connect it to ${missing.name} as well, or take the number away.`,
            at: [bond.id, missing.id],
            vendor,
            ...(device === null
              ? {}
              : { fix: { label: `Add a cable to ${missing.name}`, edits: [cableBetween(missing.id, device)] } }),
            ...(device !== null && partner !== undefined
              ? {
                  counterexample: {
                    scenario: breaking(`${there.name} off`, [fail('device-power-off', there.name)], 30),
                    story: `${there.name} loses power. ${bondName(drawn.net, bond)} has no other leg, and what hangs on it is cut off.`,
                    shows: [{ what: 'outage', host: device, with: partner.id, leastS: 20 } as const],
                  },
                }
              : {}),
          },
        ]
      }),
    ),
}
