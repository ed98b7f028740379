import type { Design } from '../model/design.ts'
import type { BondId, DeviceId, DomainId } from '../model/ids.ts'
import type { DomainStatus } from '../model/runView.ts'

/** A design to start from. */
export interface Template {
  /** What the command line calls it. */
  readonly id: string
  readonly title: string
  /** One line: what is drawn and what it shows. */
  readonly description: string
  readonly build: () => Design
  readonly endState: EndState
}

/** What a template settles into without failures; every flow is then delivered in both directions. */
export interface EndState {
  readonly domains: readonly { readonly domain: DomainId; readonly status: DomainStatus }[]
  /** How many members each lag of the design distributes on. */
  readonly lags: readonly { readonly device: DeviceId; readonly bond: BondId; readonly distributing: number }[]
  /** Lags that spanning tree keeps from forwarding; none where absent. */
  readonly blocked?: readonly { readonly device: DeviceId; readonly bond: BondId }[]
}
