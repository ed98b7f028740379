import type { Edge } from '@xyflow/react'
import type { CableShape } from './cableShapes.ts'
import type { Scene } from './geometry.ts'
import { LAYER } from './layers.ts'

export type CableEdge = Edge<{ readonly shape: CableShape }, 'cable'>

export const NO_EDGES: CableEdge[] = []

/** One edge a cable; the same list where no cable changed. */
export function edgesOf({ cables }: Scene, before: CableEdge[]): CableEdge[] {
  const known = new Map(before.map((edge) => [edge.id, edge]))
  const edges = cables.map((shape) => {
    const old = known.get(shape.id)
    return old?.data?.shape === shape ? old : edgeOf(shape)
  })
  return edges.length === before.length && edges.every((edge, index) => edge === before[index]) ? before : edges
}

function edgeOf(shape: CableShape): CableEdge {
  return {
    id: shape.id,
    type: 'cable',
    source: shape.devices[0],
    target: shape.devices[1],
    sourceHandle: shape.ports[0],
    targetHandle: shape.ports[1],
    zIndex: LAYER.cable,
    selectable: false,
    focusable: false,
    domAttributes: { 'aria-hidden': true },
    data: { shape },
  }
}
