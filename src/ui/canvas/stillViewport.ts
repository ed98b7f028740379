import { selection } from 'd3-selection'

/*
 * In the built page this stands in for d3-transition and d3-interpolate (vite.config.ts), which React Flow brings along
 * to let its viewport glide. Ours never glides: no call gives a duration, and double click does not zoom. What d3-zoom
 * asks of them then is to stop a transition that does not exist. They would be 10 kB of the first load.
 */

selection.prototype.interrupt = function stop() {
  return this
}

/** Stops the transition of a node: there is none. */
export function interrupt(): void {}

/** The way from one view to another: at once. */
export function interpolateZoom<T>(_from: T, to: T): () => T {
  return () => to
}

export { interpolateZoom as interpolate }
