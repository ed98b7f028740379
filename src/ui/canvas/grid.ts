/** Between the dots of the canvas, in CSS px: what is placed and dragged stands on them. */
export const GRID = 16
