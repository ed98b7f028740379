import type { Edit } from '../model/edits.ts'
import type { DeviceId, DomainId } from '../model/ids.ts'
import type { PlatformWords } from '../model/profile.ts'
import type { DomainStatus } from '../model/runView.ts'
import type { Scenario } from '../model/scenario.ts'
import type { VendorId } from '../model/topology.ts'
import type { Drawn } from './drawn.ts'

/** `error`: it does not work, or not as a pair should. `warning`: it works until something breaks. `info`: worth knowing. */
export type Severity = 'error' | 'warning' | 'info'

/** One thing that a good design does. Never throws, for any design without document problems. */
export interface Rule {
  /** Group and name, as the folder and the file are called: `peer-link/two-cables`. */
  readonly id: string
  readonly severity: Severity
  /** What a good design does, in one sentence. */
  readonly title: string
  /** What happens otherwise, in the platform's words. */
  readonly why: (words: PlatformWords) => string
  /** Public document that says so. */
  readonly source: Sources
  readonly check: (drawn: Drawn) => readonly Match[]
}

/** `general` where the platform of a finding has no document of its own here, or the finding no platform. */
export type Sources = { readonly general: string } & Readonly<Partial<Record<VendorId, string>>>

/** A place where a design breaks a rule. */
export interface Match {
  /** What is drawn, in one sentence that names the things. */
  readonly text: string
  /** What to do about it. */
  readonly wayOut: string
  /** Ids of devices, cables, bonds and domains: what the canvas highlights. */
  readonly at: readonly string[]
  /** Platform whose words and document are used. */
  readonly vendor: VendorId | null
  /** Where the platform makes it more or less than it is elsewhere. */
  readonly severity?: Severity
  readonly fix?: Fix
  readonly counterexample?: Counterexample
}

/** Edits that mend it, as one step. */
export interface Fix {
  /** On the button: "Add a second cable". */
  readonly label: string
  readonly edits: readonly Edit[]
}

/** The failure that the rule prevents, played on the very design that breaks it. */
export interface Counterexample {
  readonly scenario: Scenario
  /** What is seen, in one sentence. */
  readonly story: string
  /** The same for a test: all of it holds at the end of the scenario. */
  readonly shows: readonly Shown[]
}

export type Shown =
  | { readonly what: 'dual-active'; readonly domain: DomainId }
  | { readonly what: 'status'; readonly domain: DomainId; readonly status: readonly DomainStatus[] }
  /** Frames go round until the network is full. */
  | { readonly what: 'storm' }
  /** A host, as far as flows end there, is out for so many seconds at least, on one of them and in one direction. */
  | { readonly what: 'outage'; readonly host: DeviceId; readonly leastS: number }
  /** Nothing of what a host sends or should get arrives, from the start on. */
  | { readonly what: 'unreachable'; readonly host: DeviceId }
  /** MLAG control holds members of this device out. */
  | { readonly what: 'held'; readonly device: DeviceId }
  /** Fewer cables of the bond carry traffic than it has. */
  | { readonly what: 'idle-members'; readonly bond: string; readonly device: DeviceId }
