import type { Device } from '../../core/model/topology.ts'

export interface Size {
  readonly width: number
  readonly height: number
}

/** Height and width of a face without more ports than it has room for. */
export function fullSize(kind: Device['kind'] | 'collapsed'): Size {
  return FULL[kind]
}

type Sizes = Readonly<Record<Device['kind'] | 'collapsed', Size>>

/** Faces in a drawing of usual size. `collapsed`: a pair that shows only what its partners see. */
export const FULL: Sizes = {
  switch: { width: 240, height: 80 },
  host: { width: 136, height: 56 },
  'management-switch': { width: 128, height: 36 },
  router: { width: 176, height: 56 },
  collapsed: { width: 400, height: 84 },
}

/** Faces on a phone. */
export const SMALL: Sizes = {
  switch: { width: 146, height: 64 },
  host: { width: 84, height: 56 },
  'management-switch': { width: 106, height: 28 },
  router: { width: 106, height: 44 },
  collapsed: { width: 240, height: 64 },
}
