import type { ActiveFailure, Suspension } from '../model/runView.ts'
import type { Parameter } from '../protocol/mlag/messages.ts'

/** A failure of the run, active or repaired. */
export interface FailureRuntime {
  readonly active: ActiveFailure
  repairedAt: number | null
  readonly course: Course
  /** Impairments of the phase that has been reached. */
  impairments: readonly Impairment[]
}

/** What a failure does over time: phases, each replacing the one before. */
export interface Course {
  readonly phases: readonly Phase[]
  /** Starts again after so long; null: it does not. */
  readonly repeatUs: number | null
  /** Ends by itself after so long; null: a repair ends it. */
  readonly endsAfterUs: number | null
}

export interface Phase {
  readonly afterUs: number
  readonly impairments: readonly Impairment[]
}

/** What a failure does to the drawn network while it is active. */
export type Impairment =
  | {
      readonly on: 'link'
      readonly link: number
      /** No light for frames from this end. */
      readonly dark: readonly [boolean, boolean]
      readonly silent: readonly [boolean, boolean]
      /** A dark receiver reports the fault, so that both ends go down. */
      readonly remoteFault: boolean
      /** Share of frames lost each way, 0..1. */
      readonly loss: number
      /** LACPDUs vanish, everything else passes. */
      readonly lacpLost: boolean
    }
  /** The port is dark by its own device's doing. */
  | { readonly on: 'port'; readonly port: number; readonly hold: Suspension }
  | { readonly on: 'device'; readonly device: number; readonly state: 'off' | 'hung' | 'frozen' | 'no-agent' }
  | { readonly on: 'config'; readonly device: number; readonly drift: Drift }
  | { readonly on: 'cabling'; readonly moves: readonly CableMove[] }
  /** Another host sends with a host's address as well, every so often, in the VLAN of a flow direction. */
  | {
      readonly on: 'twin'
      readonly host: number
      readonly at: number
      readonly direction: number
      readonly everyUs: number
    }
  /** The peers of a domain do not hear of each other's addresses. */
  | { readonly on: 'mac-sync'; readonly domain: number }

/** An end of a cable goes into a port; whatever was there is pulled out. */
export interface CableMove {
  readonly port: number
  readonly link: number
  readonly end: 0 | 1
}

/** One thing configured differently on one peer than on the other: one of the parameters that the peers have, by name. */
export interface Drift {
  readonly what: DriftKind
  /** `domain` or the channel number of a member bond, as drawn. */
  readonly scope: Parameter['scope']
  readonly name: string
  /** As the parameter has it; the new number where a domain or a member bond is numbered anew. */
  readonly value: string
}

export const DRIFT_KINDS = [
  'vlan-removed',
  'native-vlan',
  'port-mode',
  'mtu',
  'lacp-rate',
  'lacp-mode',
  'lacp-off',
  'min-links',
  'stp-guard',
  'stp-edge',
  'mlag-id',
  'domain-id',
  'system-id',
  'system-priority',
  'vlan-deleted',
  'stp-mode',
  'stp-priority',
  'vlan-interface',
  'gateway-address',
  'peer-gateway',
  'mac-ageing',
  'keepalive-address',
  'keepalive-interval',
  'restore-delay',
  'orphan-marks',
] as const
export type DriftKind = (typeof DRIFT_KINDS)[number]
