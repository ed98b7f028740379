import { endsOf } from '../../drawn.ts'
import { cableBetween } from '../../edits.ts'
import type { Rule } from '../../rule.ts'
import { breaking, fail } from '../../steps.ts'
import { partnerBeside } from '../../losses.ts'

export const orphanDualHomed: Rule = {
  id: 'orphan/dual-homed',
  severity: 'info',
  title: 'Hosts below a pair are connected to both peers.',
  why: ({ domain }) =>
    `What hangs on one peer of a ${domain} is lost with it, and it is cut off from half of the network when the peer-link is lost. It also sends all its traffic for the other side over the peer-link.`,
  source: {
    general: 'Cisco Nexus 9000 Series NX-OS Interfaces Configuration Guide, Configuring vPCs: orphan ports',
    'arista-eos': 'Arista EOS User Manual, Multi-Chassis Link Aggregation: orphan ports',
    'huawei-vrp8': 'Huawei CloudEngine 6800 Configuration Guide, M-LAG: single-homed access',
  },
  check: (drawn) =>
    drawn.pairs.flatMap(({ domain, peers, orphans, vendor }) =>
      orphans.flatMap((link) => {
        const ends = endsOf(drawn.net, link)
        const host = ends.find(({ kind }) => kind === 'host')
        const peer = peers.find(({ id }) => ends.some((end) => end.id === id))
        const other = peers.find(({ id }) => id !== peer?.id)
        const cables = host ? (drawn.net.portsOf.get(host.id) ?? []) : []
        if (host === undefined || peer === undefined || other === undefined || cables.length > 1) return []
        const partner = partnerBeside(drawn, host.id, peer.id)
        return [
          {
            text: `${host.name} is connected to ${peer.name} only, not to both peers of ${domain.name}.`,
            wayOut: `Connect it to ${other.name} as well, as one bond.`,
            at: [host.id, link.id],
            vendor,
            fix: { label: `Bond ${host.name} to both peers`, edits: [cableBetween(other.id, host.id)] },
            ...(partner !== undefined
              ? {
                  counterexample: {
                    scenario: breaking(`${peer.name} off`, [fail('device-power-off', peer.name)], 30),
                    story: `${peer.name} loses power, and ${host.name} has no other way.`,
                    shows: [{ what: 'outage', host: host.id, with: partner.id, leastS: 20 } as const],
                  },
                }
              : {}),
          },
        ]
      }),
    ),
}
