import type { Design } from '../model/design.ts'
import type { Profiles } from '../model/profile.ts'
import { PLATFORMS } from '../vendors/platforms.ts'
import { drawnOf, type Drawn } from './drawn.ts'
import type { Counterexample, Fix, Rule, Severity } from './rule.ts'
import { RULES } from './rules/index.ts'
import { PLAIN_WORDS } from './words.ts'

/** A place where a design breaks a rule, ready to be shown. Plain data. */
export interface Finding {
  readonly rule: string
  readonly severity: Severity
  /** What the rule asks for. */
  readonly title: string
  readonly text: string
  readonly why: string
  readonly wayOut: string
  readonly source: string
  /** Ids of what it is about, the main thing first. */
  readonly objects: readonly string[]
  readonly fix: Fix | null
  readonly counterexample: Counterexample | null
  /** Why the rule's failure is never played; null where it can be, on a design that has what it takes. */
  readonly unplayable: string | null
}

export interface LintReport {
  /** Errors first, then in the order of the catalog. */
  readonly findings: readonly Finding[]
  /** What rules would say that the design has turned off. */
  readonly off: readonly TurnedOff[]
}

export interface TurnedOff {
  readonly rule: string
  readonly title: string
  readonly reason: string
  readonly findings: readonly Finding[]
}

/** Everything that the rules find in a design without document problems. */
export function lint(design: Design, profiles: Profiles, rules: readonly Rule[] = RULES): LintReport {
  const drawn = drawnOf(design, profiles)
  const off = design.checks?.off ?? []
  const on = rules.filter(({ id }) => !off.some(({ rule }) => rule === id))
  return {
    findings: on
      .flatMap((rule) => findingsOf(rule, drawn))
      .toSorted((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity)),
    off: off.map(({ rule: id, reason }) => {
      const rule = rules.find((one) => one.id === id)
      return { rule: id, reason, title: rule?.title ?? id, findings: rule ? findingsOf(rule, drawn) : [] }
    }),
  }
}

export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info']

function findingsOf(rule: Rule, drawn: Drawn): readonly Finding[] {
  return rule.check(drawn).map(({ at, vendor, text, wayOut, ...match }) => ({
    rule: rule.id,
    severity: match.severity ?? rule.severity,
    title: rule.title,
    text,
    why: rule.why(vendor === null ? PLAIN_WORDS : PLATFORMS[vendor].words),
    wayOut,
    source: (vendor === null ? undefined : rule.source[vendor]) ?? rule.source.general,
    objects: at,
    fix: match.fix ?? null,
    counterexample: match.counterexample ?? null,
    unplayable: rule.unplayable ?? null,
  }))
}
