import type { ConfigLine, ExportNote } from '../vendors/exporter.ts'
import type { HostPlan } from './hostPlan.ts'

/** The ways to write down a Linux server's interfaces. */
export const HOST_FORMAT_IDS = ['netplan', 'networkd', 'networkmanager', 'ifupdown2'] as const
export type HostFormatId = (typeof HOST_FORMAT_IDS)[number]

/** One file of a server. */
export interface HostFile {
  /** Where it belongs, from the root of the server's file system, without a leading slash. */
  readonly path: string
  readonly lines: readonly ConfigLine[]
}

/** Writes a server's interfaces. Pure: the same plan gives the same files. */
export interface HostFormat {
  readonly id: HostFormatId
  /** As its makers write it: `systemd-networkd`. */
  readonly title: string
  /** How files are put to use, as one sentence for the README. */
  readonly apply: string
  readonly files: (plan: HostPlan) => readonly HostFile[]
}

/** First line of a file. */
export function hostHeading({ host, title }: HostPlan, format: string): readonly ConfigLine[] {
  return [{ text: `# ${title}, ${format}`, from: host.id }]
}

/** What cannot be said as drawn, for the first file of a server. */
export function hostNoteLines({ notes }: HostPlan): readonly ConfigLine[] {
  return notes.map(({ text, from }: ExportNote) => ({ text: `# Note: ${text}`, from }))
}

/** Files that begin with a heading; the first one says what cannot be said as drawn. */
export function withNotes(plan: HostPlan, [first, ...others]: readonly HostFile[]): readonly HostFile[] {
  if (first === undefined) return []
  const [heading, ...lines] = first.lines
  return [{ ...first, lines: [...(heading ? [heading] : []), ...hostNoteLines(plan), ...lines] }, ...others]
}
