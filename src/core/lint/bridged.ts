import type { Bond, Link } from '../model/topology.ts'
import type { Drawn } from './drawn.ts'

/** Everything that carries VLANs: bonds, peer-links among them, and bridged cables by themselves. */
export function bridgedThings({ net, design }: Drawn): readonly (Bond | Link)[] {
  const { bonds, links } = design.topology
  return [...bonds, ...links.filter(({ id, use }) => use === 'data' && !net.bondOf.has(id))]
}
