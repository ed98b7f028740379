/** Layers from back to front. */
export const LAYER = {
  pair: 0,
  ringBack: 4,
  cable: 6,
  ringFront: 8,
  // What is written stays legible where cables pass.
  note: 9,
  pairHead: 9,
  device: 10,
  frame: 20,
  mark: 30,
  line: 40,
} as const
