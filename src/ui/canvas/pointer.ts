import type { Point } from '../../core/model/design.ts'

/** Where the pointer is on the canvas, in canvas coordinates; null while it is elsewhere. No store: nothing renders by it. */
export const pointer: { at: Point | null } = { at: null }
