import type { ShowLag } from '../show/context.ts'

/** `PortChannel10`. */
export function nameOf({ lag }: ShowLag): string {
  return `PortChannel${lag.channel}`
}
