import type { Point } from '../../core/model/design.ts'
import { type DeviceId, type DomainId, toId } from '../../core/model/ids.ts'
import type { Network } from '../../core/model/network.ts'
import type { BondEnd, MlagDomain, SwitchDevice, Topology } from '../../core/model/topology.ts'
import { useDocument } from '../../state/documentStore.ts'
import { presentNetwork } from '../../state/network.ts'
import type { Target } from '../../state/uiStore.ts'
import { fullSize } from './deviceSizes.ts'
import { type CollapsedNode, handleOf, holdOf, standing } from './flowNodes.ts'
import { LAYER } from './layers.ts'
import { placeOf } from './flowStore.ts'
import type { Scene } from './geometry.ts'
import { domainTitle } from './labels.ts'
import { PAIR_PADDING } from './pairShapes.ts'

/**
 * The topology as it is drawn: each collapsed pair is one switch, called by the pair's id, with the ports of both. What
 * runs between the two is inside of it.
 */
export function drawnTopology(net: Network): Topology {
  const { collapsed } = useDocument.getState().design.drawing ?? {}
  if (last.net !== net || last.collapsed !== collapsed) {
    last = { net, collapsed, drawn: collapsedDomains(net).reduce(merged, net.topology) }
  }
  return last.drawn ?? net.topology
}

/** The same object while something is dragged. */
let last: {
  readonly net: Network | null
  readonly collapsed: readonly DomainId[] | undefined
  readonly drawn: Topology | null
} = { net: null, collapsed: undefined, drawn: null }

function merged(topology: Topology, { id, name, peers, systemMac }: MlagDomain): Topology {
  const first = topology.devices.find((device) => device.id === peers[0])
  if (first?.kind !== 'switch') return topology
  const one: SwitchDevice = { ...first, id: toId(id), name, mac: systemMac }
  const at = (end: BondEnd): BondEnd =>
    'domain' in end.at && end.at.domain === id ? { ...end, at: { device: one.id } } : end
  const peerOf = new Map(topology.ports.map((port) => [port.id, port.device]))
  const links = topology.links.filter(({ ends }) => !ends.every((end) => isPeer(peers, peerOf.get(end))))
  const left = new Set(links.map((link) => link.id))
  return {
    ...topology,
    devices: [...topology.devices.filter((device) => !isPeer(peers, device.id)), one],
    ports: topology.ports.map((port) => (isPeer(peers, port.device) ? { ...port, device: one.id } : port)),
    links,
    bonds: topology.bonds
      .filter(({ members }) => members.some((member) => left.has(member)))
      .map((bond) => ({ ...bond, ends: [at(bond.ends[0]), at(bond.ends[1])] })),
    domains: topology.domains.filter((domain) => domain.id !== id),
  }
}

/** Where the switch of a collapsed pair stands: in the middle of where its peers stand. Undefined for anything else. */
export function collapsedPlace(id: DeviceId): Point | undefined {
  const domain = collapsedDomains(presentNetwork()).find((domain) => domain.id === String(id))
  if (domain === undefined) return undefined
  const [a, b] = domain.peers.map(placeOf)
  if (a === undefined || b === undefined) return undefined
  return { x: (a.x + b.x + FACE_WIDTH - fullSize('collapsed').width) / 2, y: (a.y + b.y) / 2 - PAIR_PADDING.top / 4 }
}

export function collapsedNodes(net: Network, scene: Scene, selection: readonly Target[]): readonly CollapsedNode[] {
  const locked = new Set(useDocument.getState().design.drawing?.locked)
  return collapsedDomains(net).flatMap((domain): readonly CollapsedNode[] => {
    const shape = scene.devices.get(toId(domain.id))
    if (shape === undefined) return []
    const title = domainTitle(net, domain)
    const selected = selection.some(({ kind, id }) => kind === 'domain' && id === domain.id)
    const { width, height } = shape
    return [
      {
        id: domain.id,
        type: 'collapsed',
        ...standing(shape),
        width,
        height,
        measured: { width, height },
        handles: shape.ports.map(handleOf),
        zIndex: LAYER.device,
        selected,
        ...holdOf(domain.peers, locked, selected),
        ariaLabel: `${title}, collapsed pair of ${domain.peers.map((id) => net.devices.get(id)?.name ?? '').join(' and ')}`,
        domAttributes: { 'aria-roledescription': 'pair' },
        data: { shape, domain, title },
      },
    ]
  })
}

function collapsedDomains(net: Network): readonly MlagDomain[] {
  const { collapsed = [] } = useDocument.getState().design.drawing ?? {}
  return collapsed.flatMap((id) => net.domains.get(id) ?? [])
}

function isPeer(peers: MlagDomain['peers'], device: DeviceId | undefined): boolean {
  return device === peers[0] || device === peers[1]
}

/** Of one peer. */
const FACE_WIDTH = 240
