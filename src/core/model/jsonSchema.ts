import * as z from 'zod/mini'
import { DESIGN_FORMAT } from './fileProblems.ts'
import { CURRENT_VERSION } from './migrations.ts'
import { designSchema } from './schema.ts'

/** What of JSON Schema (2020-12) describes a design file. */
export interface JsonSchema {
  readonly type?: string
  /** The rule in words, which goes on after the name of the field. */
  readonly description?: string
  readonly const?: string | number | boolean
  readonly enum?: readonly (string | number)[]
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: JsonSchema | boolean
  readonly items?: JsonSchema | boolean
  readonly prefixItems?: readonly JsonSchema[]
  readonly anyOf?: readonly JsonSchema[]
  readonly oneOf?: readonly JsonSchema[]
}

/** A design file of the present version, for editors that complete and explain. */
export function documentJsonSchema(): JsonSchema {
  const file = z.strictObject({
    format: z.literal(DESIGN_FORMAT),
    version: z.literal(CURRENT_VERSION),
    design: designSchema,
  })
  // Its own types know more forms than ours writes.
  const schema: unknown = z.toJSONSchema(file, { io: 'input', unrepresentable: 'any' })
  return isSchema(schema) ? schema : {}
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && 'type' in value
}
