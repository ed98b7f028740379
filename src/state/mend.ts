import type { Design } from '../core/model/design.ts'
import { brokenRule, REASON } from '../core/model/fieldRules.ts'
import { applyFix } from '../core/lint/fix.ts'
import type { Fix } from '../core/lint/rule.ts'
import { NAMINGS } from '../core/vendors/platforms.ts'
import { useDocument } from './documentStore.ts'
import { useUi } from './uiStore.ts'

/** Takes a fix as one undo step. Says why not, and then changes nothing. */
export function mend(fix: Fix): string | null {
  const { design } = useDocument.getState()
  const mended = applyFix(design, fix, { namings: NAMINGS })
  if (!mended.ok) return mended.message
  take(mended.design, `${fix.label.charAt(0).toLowerCase()}${fix.label.slice(1)}`)
  useUi.getState().announce(`Done: ${fix.label}. Undo takes it back.`)
  return null
}

/** This design does without the rule from now on; the reason is kept with it. Says why not. */
export function turnOff(rule: string, reason: string): string | null {
  const { design } = useDocument.getState()
  const broken = brokenRule(REASON, reason)
  if (broken !== null) return `The reason ${broken}.`
  const others = (design.checks?.off ?? []).filter((one) => one.rule !== rule)
  take({ ...design, checks: { off: [...others, { rule, reason: reason.trim() }] } }, `turn off ${rule}`)
  useUi.getState().announce(`${rule} is off for this design.`)
  return null
}

export function turnOn(rule: string): void {
  const { design } = useDocument.getState()
  const off = (design.checks?.off ?? []).filter((one) => one.rule !== rule)
  const { checks: _, ...rest } = design
  take(off.length === 0 ? rest : { ...design, checks: { off } }, `turn on ${rule}`)
  useUi.getState().announce(`${rule} is on again.`)
}

function take(design: Design, step: string): void {
  useDocument.getState().replace(design, { undoable: true, step })
}
