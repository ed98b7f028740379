import type { Design } from '../../core/model/design.ts'
import type { JsonSchema } from '../../core/model/jsonSchema.ts'
import type { Spot } from './spot.ts'

/** Something that may stand where the cursor is. */
export interface Hint {
  readonly label: string
  readonly kind: 'field' | 'value' | 'object'
  /** In a few words: its type, or the name of the thing that an id means. */
  readonly detail: string
  /** The rule that its value follows. */
  readonly info: string
  /** A field that must be there. */
  readonly needed: boolean
}

/** Fields, values and ids that fit at a spot of a design's text. */
export function hintsAt(schema: JsonSchema, spot: Spot, design: Design): readonly Hint[] {
  const here = spot.path.reduce<readonly JsonSchema[]>(inside, [schema])
  const inList = spot.path.at(-1) === null
  const maps = fitting(here.flatMap(forms), spot.beside).filter(({ properties }) => properties !== undefined)
  if (spot.key !== null) {
    const values = maps.flatMap(({ properties }) => properties?.[spot.key ?? ''] ?? []).flatMap(forms)
    return distinct([...values.flatMap(valueHints), ...idsFor(spot.key, spot.path, design)])
  }
  const items = inList ? here.flatMap(forms).flatMap(valueHints) : []
  const named = spot.path.at(inList ? -2 : -1) ?? null
  const ids = named === null ? [] : inList || KEYED.has(named) ? idsFor(named, spot.path, design) : []
  return distinct([...maps.flatMap((map) => fieldHints(map, spot.beside)), ...items, ...ids])
}

/** One step down: a field, or an item of a list. */
function inside(schemas: readonly JsonSchema[], step: string | null): readonly JsonSchema[] {
  return schemas.flatMap(forms).flatMap((schema) => {
    if (step === null)
      return [...(typeof schema.items === 'object' ? [schema.items] : []), ...(schema.prefixItems ?? [])]
    const field = schema.properties?.[step]
    if (field !== undefined) return [field]
    return typeof schema.additionalProperties === 'object' ? [schema.additionalProperties] : []
  })
}

function forms(schema: JsonSchema): readonly JsonSchema[] {
  const choices = schema.oneOf ?? schema.anyOf
  return choices === undefined ? [schema] : choices.flatMap(forms)
}

/** Of several forms those whose fixed values, such as its kind, agree with what stands there. */
function fitting(schemas: readonly JsonSchema[], beside: ReadonlyMap<string, string>): readonly JsonSchema[] {
  return schemas.filter(({ properties = {} }) =>
    Object.entries(properties).every(([key, { const: fixed }]) => {
      const present = beside.get(key)
      return fixed === undefined || present === undefined || present === '' || present === String(fixed)
    }),
  )
}

function fieldHints(map: JsonSchema, beside: ReadonlyMap<string, string>): readonly Hint[] {
  return Object.entries(map.properties ?? {})
    .filter(([key]) => !beside.has(key))
    .map(([label, schema]) => ({
      label,
      kind: 'field',
      detail: typeWords(schema),
      info: schema.description === undefined ? '' : `${label} ${schema.description}`,
      needed: map.required?.includes(label) === true,
    }))
}

function valueHints(schema: JsonSchema): readonly Hint[] {
  const values = schema.enum ?? (schema.const === undefined ? [] : [schema.const])
  const words = schema.type === 'boolean' ? ['true', 'false'] : schema.type === 'null' ? ['null'] : values.map(String)
  return words.map((label) => ({ label, kind: 'value', detail: '', info: '', needed: false }))
}

function typeWords(schema: JsonSchema): string {
  const types = new Set(forms(schema).map(({ type, enum: values }) => (values === undefined ? type : 'choice')))
  const [type = ''] = types
  return types.size > 1 ? 'several forms' : (TYPES[type] ?? type)
}

/** Ids of what the design has, where a field means one. */
function idsFor(key: string, path: readonly (string | null)[], { topology }: Design): readonly Hint[] {
  const { devices, domains, bonds, links, ports, vlans } = topology
  const deviceName = new Map(devices.map(({ id, name }) => [id, name]))
  const portName = new Map(ports.map(({ id, device, name }) => [id, `${deviceName.get(device) ?? device} ${name}`]))
  const kinds: Readonly<Record<string, () => readonly (readonly [string, string])[]>> = {
    device: () => devices.map(({ id, name }) => [id, name]),
    port: () => [...portName],
    domain: () => domains.map(({ id, name }) => [id, name]),
    bond: () => bonds.map(({ id, ends: [end] }) => [id, `number ${end.channel}`]),
    link: () => links.map(({ id, ends }) => [id, ends.map((end) => portName.get(end) ?? end).join(' to ')]),
    vlan: () => vlans.map(({ id, name }) => [String(id), name]),
  }
  const means = key === 'ends' && !path.includes('links') ? [] : (MEANS[key] ?? [])
  return means
    .flatMap((kind) => kinds[kind]?.() ?? [])
    .map(([label, detail]) => ({ label, kind: 'object', detail, info: '', needed: false }))
}

function distinct(hints: readonly Hint[]): readonly Hint[] {
  return [...new Map(hints.toReversed().map((hint) => [hint.label, hint])).values()].toReversed()
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'whole number',
  number: 'number',
  boolean: 'yes or no',
  object: 'fields',
  array: 'list',
}
/** What the ids in a field, or in a list under it, are of. */
const MEANS: Readonly<Record<string, readonly string[]>> = {
  device: ['device'],
  domain: ['domain'],
  peers: ['device'],
  preferredPrimary: ['device'],
  peerLink: ['bond'],
  from: ['device'],
  to: ['device', 'domain'],
  members: ['link'],
  ends: ['port'],
  vlan: ['vlan'],
  native: ['vlan'],
  allowed: ['vlan'],
  layout: ['device'],
  bends: ['link'],
  collapsed: ['domain'],
  locked: ['device'],
}
/** Maps whose fields are called as the things they are about. */
const KEYED: ReadonlySet<string> = new Set(['layout', 'bends'])
