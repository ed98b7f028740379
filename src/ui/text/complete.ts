import type { CompletionContext, CompletionResult } from '@codemirror/autocomplete'
import { documentJsonSchema } from '../../core/model/jsonSchema.ts'
import { useDocument } from '../../state/documentStore.ts'
import { hintsAt } from './hints.ts'
import { spotAt } from './spot.ts'

/** What may stand where one types: fields, values, and the ids of the design as it is drawn. */
export function complete({ state, pos, explicit }: CompletionContext): CompletionResult | null {
  const spot = spotAt(state.doc.toString(), pos)
  const typed = state.sliceDoc(spot.from, pos)
  if (!explicit && typed === '' && spot.key === null) return null
  if (/[#"']/.test(typed)) return null
  schema ??= documentJsonSchema()
  const hints = hintsAt(schema, spot, useDocument.getState().design)
  if (hints.length === 0) return null
  const follows = state.sliceDoc(pos, pos + 40)
  const options = hints.map((hint) => ({
    label: hint.label,
    type: hint.kind,
    apply: hint.kind === 'field' && !/^[\w-]*\s*:/.test(follows) ? `${hint.label}: ` : hint.label,
    detail: hint.detail,
    boost: hint.needed ? 1 : 0,
    ...(hint.info === '' ? {} : { info: hint.info }),
  }))
  return { from: spot.from, options, validFor: /^[\w.:-]*$/ }
}

let schema: ReturnType<typeof documentJsonSchema> | null = null
