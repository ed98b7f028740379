/** Turns a stored file of one version into the next. Files come from outside: a migration expects nothing of them. */
export type Migration = (file: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>

/** Entry n turns version n + 1 into n + 2. Only ever appended to: released entries read files that exist. */
export const MIGRATIONS: readonly Migration[] = [
  // To 2: a design may have notes and a drawing. Nothing that was there before changes.
  (file) => ({ ...file, version: 2 }),
  withGateways,
  withSessionTimeouts,
]

/** The version that is written. */
export const CURRENT_VERSION = MIGRATIONS.length + 1

/** To 3: a pair may be the gateway of VLANs; before it was of none. */
function withGateways(file: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const design = fieldsOf(file['design'])
  const topology = fieldsOf(design?.['topology'])
  const domains = topology?.['domains']
  if (!Array.isArray(domains)) return file
  const grown = domains.map((domain: unknown) => {
    const fields = fieldsOf(domain)
    return fields ? { ...fields, gateways: [] } : domain
  })
  return { ...file, design: { ...design, topology: { ...topology, domains: grown } } }
}

/**
 * To 4: the session-timeout of a SONiC pair is a time, as its command takes it; before it was a number of intervals, 15
 * unless set, and followed a changed interval.
 */
function withSessionTimeouts(file: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const design = fieldsOf(file['design'])
  const topology = fieldsOf(design?.['topology'])
  const [domains, devices] = [topology?.['domains'], topology?.['devices']]
  if (!Array.isArray(domains) || !Array.isArray(devices)) return { ...file, version: 4 }
  const sonic = new Set(
    devices.flatMap((device: unknown) => (fieldsOf(device)?.['vendor'] === 'sonic' ? [fieldsOf(device)?.['id']] : [])),
  )
  const told = domains.map((domain: unknown) => {
    const fields = fieldsOf(domain)
    const peers: unknown = fields?.['peers']
    return Array.isArray(peers) && sonic.has(peers[0])
      ? { ...fields, settings: inSeconds(fields?.['settings']) }
      : domain
  })
  return { ...file, version: 4, design: { ...design, topology: { ...topology, domains: told } } }
}

function inSeconds(settings: unknown): unknown {
  const fields = fieldsOf(settings)
  const numbers = fieldsOf(fields?.['numbers'])
  if (numbers === null) return settings
  const { 'heartbeat-timeout-multiplier': multiplier, ...others } = numbers
  const interval = others['heartbeat-interval-ms']
  if (multiplier === undefined && interval === undefined) return settings
  const timeout = Number(interval ?? 1_000) * Number(multiplier ?? 15)
  return { ...fields, numbers: { ...others, 'heartbeat-timeout-ms': timeout } }
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null
}

/** Brings a file of a known version up to the current one. */
export function migrate(
  file: Readonly<Record<string, unknown>>,
  version: number,
  migrations: readonly Migration[] = MIGRATIONS,
): Readonly<Record<string, unknown>> {
  return migrations.slice(version - 1).reduce((older, migration) => migration(older), file)
}
