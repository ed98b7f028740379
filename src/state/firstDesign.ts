import type { Design } from '../core/model/design.ts'
import { basicPair } from '../core/templates/basicPair.ts'

/** The template that a first visit sees. */
export function firstDesign(): Design {
  return basicPair.build()
}

/** Key under which a design is stored. */
export function newId(): string {
  return crypto.randomUUID()
}
