export type RxState = 'initialize' | 'port-disabled' | 'expired' | 'lacp-disabled' | 'defaulted' | 'current'

export type PeriodicState = 'no-periodic' | 'fast-periodic' | 'slow-periodic' | 'periodic-tx'

export type MuxState =
  | 'detached'
  | 'waiting'
  | 'attached'
  | 'attached-wtr'
  | 'collecting'
  | 'distributing'
  | 'collecting-distributing'

export type ChurnState = 'monitor' | 'no-churn' | 'churn'

export type Selected = 'unselected' | 'standby' | 'selected'

export interface LacpIdentity {
  readonly systemPriority: number
  readonly system: string
  readonly key: number
  readonly portPriority: number
  readonly port: number
  /** State octet, bit 0 is LACP_Activity. */
  readonly state: number
}

export type StpRole = 'disabled' | 'root' | 'designated' | 'alternate' | 'backup'

export type StpState = 'discarding' | 'learning' | 'forwarding'

export interface StpView {
  /** Port number in spanning tree, as its BPDUs carry it. */
  readonly number: number
  readonly role: StpRole
  readonly state: StpState
  readonly edge: boolean
  readonly cost: number
  /** Bridge that is root as this port's bridge sees it, and the cost of the way there. */
  readonly root: { readonly priority: number; readonly mac: string }
  readonly rootCost: number
}
