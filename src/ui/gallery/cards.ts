import type { Design } from '../../core/model/design.ts'
import { READY_MADE } from '../../core/scenarios/index.ts'
import type { ReadyMade } from '../../core/scenarios/readyMade.ts'
import { TEMPLATES } from '../../core/templates/index.ts'
import { platformOf } from '../../core/vendors/platforms.ts'

/** A template as the gallery shows it. */
export interface Card {
  readonly id: string
  readonly title: string
  readonly description: string
  readonly design: Design
  /** Platforms of its switches: `NX-OS`. */
  readonly platform: string
  /** `7 devices, 14 flows`. */
  readonly size: string
  readonly scenarios: readonly ReadyMade[]
}

export function cardsOf(): readonly Card[] {
  return TEMPLATES.map(({ id, title, description, build }) => {
    const design = build()
    const { devices, flows } = design.topology
    const vendors = new Set(devices.flatMap((device) => (device.kind === 'switch' ? [device.vendor] : [])))
    return {
      id,
      title,
      description,
      design,
      platform: [...vendors].map((vendor) => platformOf(vendor).words.platform).join(', '),
      size: `${devices.length} devices, ${flows.length} ${flows.length === 1 ? 'flow' : 'flows'}`,
      scenarios: READY_MADE.filter(({ template }) => template === id),
    }
  })
}

/** Cards that hold every word, in their text or in the name of one of their scenarios. */
export function matching(cards: readonly Card[], words: string): readonly Card[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean)
  return cards.filter(({ title, description, platform, scenarios }) => {
    const text = [title, description, platform, ...scenarios.map(({ name }) => name)].join(' ').toLowerCase()
    return wanted.every((word) => text.includes(word))
  })
}
