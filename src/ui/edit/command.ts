import type { LucideIcon } from 'lucide-react'
import type { Design } from '../../core/model/design.ts'
import type { DeviceId } from '../../core/model/ids.ts'
import type { Network } from '../../core/model/network.ts'
import type { Device, MlagDomain } from '../../core/model/topology.ts'
import { useDocument } from '../../state/documentStore.ts'
import { presentNetwork } from '../../state/network.ts'
import { type Target, useUi } from '../../state/uiStore.ts'
import { selectedDevices } from '../canvas/nodeChanges.ts'
import type { Keys } from '../shortcutKeys.ts'

/** Something that can be done to what is selected: on its bar, in its menu, by a key and by its words. */
export interface EditCommand {
  /** In the sheet of shortcuts and the command palette. */
  readonly name: string
  readonly keys: Keys | ''
  readonly Icon: LucideIcon
  /** What it would do now; null where there is nothing to do it to. */
  readonly offer: (chosen: Chosen) => Offer | null
  /** Said where there is nothing to do it to. */
  readonly needs: string
}

export interface Offer {
  /** In a menu, and what the button's name is: "Add a server bonded to leafs". */
  readonly label: string
  /** On the bar; empty where the icon says enough. */
  readonly short: string
  /** Where it is not the usual one. */
  readonly Icon?: LucideIcon
  /** For what is on or off. */
  readonly pressed?: boolean
  readonly run: () => void
}

/** What is selected, in the ways in which commands ask for it. */
export interface Chosen {
  readonly net: Network
  readonly design: Design
  readonly targets: readonly Target[]
  /** Selected devices, and both peers of a selected pair. */
  readonly devices: readonly DeviceId[]
  /** The one that is selected. */
  readonly device: Device | undefined
  /** The pair that is selected, or that the one selected switch is a peer of. */
  readonly domain: MlagDomain | undefined
}

export function chosenOf(targets: readonly Target[]): Chosen {
  const net = presentNetwork()
  const { design } = useDocument.getState()
  const [only] = targets.length === 1 ? targets : []
  const device = only?.kind === 'device' ? net.devices.get(only.id) : undefined
  const domain = only?.kind === 'domain' ? net.domains.get(only.id) : device && net.domainOf.get(device.id)
  return { net, design, targets, devices: selectedDevices(targets), device, domain }
}

/** Does it to what is selected, or says what to select first. */
export function run({ offer, needs }: EditCommand): void {
  const offered = offer(chosenOf(useUi.getState().selection))
  if (offered === null) useUi.getState().announce(needs)
  else offered.run()
}
