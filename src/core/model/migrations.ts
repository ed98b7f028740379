/** Turns a stored file of one version into the next. Files come from outside: a migration expects nothing of them. */
export type Migration = (file: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>

/** Entry n turns version n + 1 into n + 2. Only ever appended to: released entries read files that exist. */
export const MIGRATIONS: readonly Migration[] = [
  // To 2: a design may have notes and a drawing. Nothing that was there before changes.
  (file) => ({ ...file, version: 2 }),
]

/** The version that is written. */
export const CURRENT_VERSION = MIGRATIONS.length + 1

/** Brings a file of a known version up to the current one. */
export function migrate(
  file: Readonly<Record<string, unknown>>,
  version: number,
  migrations: readonly Migration[] = MIGRATIONS,
): Readonly<Record<string, unknown>> {
  return migrations.slice(version - 1).reduce((older, migration) => migration(older), file)
}
