import type { FlowId, LinkId } from '../model/ids.ts'
import type { DomainStatus, EventKind, Outage, SimTime, StateWord } from '../model/runView.ts'
import type { Topology, VendorId } from '../model/topology.ts'
import type { Fault, FaultStep } from './faults.ts'

/** One of the things that are compared: a design or a platform. */
export interface Subject {
  readonly id: string
  readonly title: string
  /** Of its first switch. */
  readonly platform: VendorId
  readonly topology: Topology
  /** Cables between peers: they lead to no host, so they are no bandwidth. */
  readonly inside: readonly LinkId[]
}

/** Subjects and what each of them is put through. */
export interface Comparison {
  readonly kind: 'designs' | 'platforms'
  readonly subjects: readonly Subject[]
  readonly faults: readonly Fault[]
  readonly seed: number
  readonly probeUs: number
}

/** One run of a comparison. */
export interface Case {
  readonly subject: Subject
  readonly fault: Fault
  readonly seed: number
  readonly probeUs: number
}

export interface CaseResult {
  readonly subject: string
  readonly fault: string
  readonly healthy: Capacity
  /** Null when the subject has nothing that the fault could be done to; `refused` says why. */
  readonly measured: Measured | null
  readonly refused: string | null
}

/** What cables towards hosts and access switches carry at an instant. */
export interface Capacity {
  readonly usableGbps: number
  readonly totalGbps: number
  /** Cables that spanning tree blocks, and cables that are lit and unused. */
  readonly blocked: number
  readonly idle: number
  readonly servers: readonly ServerReach[]
}

/** How many of its cables a bonded server sends on, and to how many switches they lead. */
export interface ServerReach {
  readonly server: string
  readonly cables: number
  readonly used: number
  readonly switches: number
}

export interface Measured {
  readonly settled: boolean
  /** As they were done, with the cable that was chosen. */
  readonly steps: readonly FaultStep[]
  readonly directions: readonly MeasuredDirection[]
  /** Directions that lost something, and those that are still out at the end. */
  readonly lost: number
  readonly open: number
  /** The longest outage that ended. */
  readonly worstUs: number | null
  /** Values of the platform that its outages rest on and no public source states, in words, each once. */
  readonly restsOn: readonly string[]
  readonly after: Capacity
  readonly domains: readonly MeasuredDomain[]
  /** What happened, for a time axis. */
  readonly marks: readonly Mark[]
  /** Why the run broke off. */
  readonly storm: string | null
}

export interface MeasuredDirection {
  readonly flow: FlowId
  readonly from: string
  readonly to: string
  readonly outages: readonly MeasuredOutage[]
}

export type MeasuredOutage = Omit<Outage, 'triggerEvent' | 'detectEvent' | 'decideEvent'>

export interface MeasuredDomain {
  readonly domain: string
  readonly status: DomainStatus
  readonly dualActive: boolean
  readonly step: number
}

export interface Mark {
  readonly at: SimTime
  readonly kind: EventKind
  readonly state: StateWord
  readonly text: string
}
