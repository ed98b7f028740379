import type { ElkNode } from 'elkjs/lib/elk-api.js'
import { placedGraph } from '../worker/layoutClient.ts'

/** A box to be placed. */
export interface LayoutBox {
  readonly id: string
  readonly width: number
  readonly height: number
}

/** From what stands above to what stands below. */
export interface LayoutEdge {
  readonly from: string
  readonly to: string
}

export type Places = ReadonlyMap<string, { readonly x: number; readonly y: number }>

/** Top left corners that put the boxes in tiers, in the order given where no cable asks for another. */
export async function placesInTiers(boxes: readonly LayoutBox[], edges: readonly LayoutEdge[]): Promise<Places> {
  const graph: ElkNode = {
    id: 'design',
    layoutOptions: OPTIONS,
    children: boxes.map((box) => ({ ...box })),
    edges: edges.map(({ from, to }, at) => ({ id: `cable ${at}`, sources: [from], targets: [to] })),
  }
  const placed = await placedGraph(graph)
  return new Map((placed.children ?? []).map(({ id, x = 0, y = 0 }) => [id, { x, y }]))
}

const OPTIONS = {
  'elk.algorithm': 'layered',
  'elk.direction': 'DOWN',
  // One drawing: what hangs on nothing stands in the first tier.
  'elk.separateConnectedComponents': 'false',
  'elk.spacing.nodeNode': '48',
  'elk.layered.spacing.nodeNodeBetweenLayers': '128',
  'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF',
  'elk.layered.nodePlacement.bk.fixedAlignment': 'BALANCED',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
}
