import { brokenRule, STP_COST, type FieldRule } from './fieldRules.ts'

/** How each field is called in a message, and what it may hold. */
export type FieldNames<T> = { readonly [K in keyof T]-?: readonly [name: string, rule: FieldRule] }

/** Why one of the values cannot be taken, as a sentence; null when all can. Fields without a rule are not looked at. */
export function brokenField<T extends object>(set: T, fields: Partial<FieldNames<T>>): string | null {
  for (const [key, value] of Object.entries(set)) {
    const field: readonly [string, FieldRule] | undefined = Reflect.get(fields, key)
    const rule = field && brokenRule(field[1], value)
    if (field && rule) return `${field[0]} ${rule}.`
  }
  return null
}

export const STP_END_FIELDS = { cost: ['The path cost', STP_COST] } as const
