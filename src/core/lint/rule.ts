import type { Edit } from '../model/edits.ts'
import type { DeviceId, DomainId, FlowId, LinkId } from '../model/ids.ts'
import type { PlatformWords } from '../model/profile.ts'
import type { DomainStatus, StateWord } from '../model/runView.ts'
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
  /** Why no run of the engine shows what the rule prevents; every rule without this shows it on some design. */
  readonly unplayable?: string
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
  /** What the cables that are cut have in common: one that does not run through it any more is spared. */
  readonly together?: { readonly conduit: string } | { readonly device: DeviceId; readonly modules: readonly string[] }
}

export type Shown =
  | { readonly what: 'dual-active'; readonly domain: DomainId }
  | { readonly what: 'status'; readonly domain: DomainId; readonly status: readonly DomainStatus[] }
  /** Frames go round until the network is full. */
  | { readonly what: 'storm' }
  /** A host, as far as flows end there, is out for so many seconds at least, on one of them and in one direction; of flows with another, if given. */
  | { readonly what: 'outage'; readonly host: DeviceId; readonly with?: DeviceId; readonly leastS: number }
  /** Nothing of what a host sends or should get arrives, from the start on. */
  | { readonly what: 'unreachable'; readonly host: DeviceId; readonly with?: DeviceId; readonly flow?: FlowId }
  /** MLAG control holds members of this device out. */
  | { readonly what: 'held'; readonly device: DeviceId }
  /** One end of one of the cables is in one of these states; the end on this device, if given. */
  | {
      readonly what: 'port'
      readonly links: readonly LinkId[]
      readonly device?: DeviceId
      readonly states: readonly StateWord[]
    }
  | { readonly what: 'no-peer-link'; readonly domain: DomainId }
  /** The peers do not hear each other beside the peer-link. */
  | { readonly what: 'deaf'; readonly domain: DomainId }
  /** The peer that is not preferred is primary. */
  | { readonly what: 'other-primary'; readonly domain: DomainId }
  /** The peers announce two LACP systems. */
  | { readonly what: 'two-systems'; readonly domain: DomainId }
  /** Some port takes this switch for the root of the spanning tree. */
  | { readonly what: 'root'; readonly device: DeviceId }
  /** Fewer cables of the bond carry traffic than it has. */
  | { readonly what: 'idle-members'; readonly bond: string; readonly device: DeviceId }
