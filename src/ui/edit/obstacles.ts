import type { Design } from '../../core/model/design.ts'
import type { Note } from '../../core/model/drawing.ts'
import { useDocument } from '../../state/documentStore.ts'
import { useFlow } from '../canvas/flowStore.ts'
import type { Scene } from '../canvas/geometry.ts'
import type { Box } from './freePlace.ts'

/** Everything that stands on the canvas. */
export function obstacles(): readonly Box[] {
  return boxesOf(useFlow.getState().scene, useDocument.getState().design)
}

export function boxesOf(scene: Scene, { notes = [] }: Design): readonly Box[] {
  return [...scene.devices.values(), ...scene.pairs, ...notes.map(noteBox)]
}

export function noteBox({ at, width, height }: Note): Box {
  return { ...at, width, height }
}
