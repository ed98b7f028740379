import { useCanvas } from './canvasStore.ts'

/** Far out in a large design: cables are one drawing. Never for a picture. */
export function useCoarse(): boolean {
  return useCanvas((s) => s.coarse && !s.whole)
}

/** So far out that a device is its name and its state; never for a picture. */
export function useFar(): boolean {
  return useCanvas((s) => s.level === 'far' && !s.whole)
}

/** So near that ports have numbers; always for a picture. */
export function useNear(): boolean {
  return useCanvas((s) => s.level === 'near' || s.whole)
}
