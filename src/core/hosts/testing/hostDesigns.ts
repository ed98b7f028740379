import type { BondEnd, Topology, VlanMembership } from '../../model/topology.ts'
import { basicPair } from '../../templates/basicPair.ts'
import { TEMPLATES } from '../../templates/index.ts'

/** Designs whose servers are written in every format: the templates, and what no template has. */
export const HOST_DESIGNS: readonly { readonly id: string; readonly topology: Topology }[] = [
  ...TEMPLATES.map(({ id, build }) => ({ id, topology: build().topology })),
  { id: 'trunks-jumbo', topology: trunks({ mode: 'trunk', native: 10, allowed: [10, 20, 30] }) },
  {
    id: 'static-and-options',
    topology: hostEnds(basicPair.build().topology, (end, at) =>
      at === 0
        ? { ...end, mode: 'static', hash: 'layer2' }
        : { ...end, mode: 'passive', hash: 'symmetric', lacp: { minLinks: 2, maxBundle: 4, independent: true } },
    ),
  },
]

/** The basic pair with its servers on trunks of 9000 bytes, and long interface names. */
function trunks(vlans: VlanMembership): Topology {
  const { topology } = basicPair.build()
  const hosts = new Set(topology.devices.flatMap(({ id, kind }) => (kind === 'host' ? [id] : [])))
  const leafs = new Set(topology.domains.map(({ peerLink }) => peerLink))
  return {
    ...topology,
    ports: topology.ports.map((port) =>
      hosts.has(port.device) ? { ...port, name: `enp129s0f${port.index - 1}np0` } : port,
    ),
    bonds: topology.bonds.map((bond) => (leafs.has(bond.id) ? bond : { ...bond, vlans, mtu: 9000 })),
    links: topology.links.map((link) => (link.use === 'data' ? { ...link, vlans, mtu: 9000 } : link)),
    vlans: [10, 20, 30].map((id) => ({ id, name: `v${id}` })),
  }
}

/** The topology with the servers' end of each bond changed; the switches' end keeps its mode in step. */
export function hostEnds(topology: Topology, change: (end: BondEnd, at: number) => BondEnd): Topology {
  const hosts = new Set(topology.devices.flatMap(({ id, kind }) => (kind === 'host' ? [id] : [])))
  let count = 0
  const bonds = topology.bonds.map((bond) => {
    const [near, far] = bond.ends
    if (!('device' in far.at) || !hosts.has(far.at.device)) return bond
    const changed = change(far, count++)
    const ours: BondEnd = changed.mode === 'static' ? { ...near, mode: 'static' } : near
    return { ...bond, ends: [ours, changed] as const }
  })
  return { ...topology, bonds }
}
