import type { Target } from '../../../state/uiStore.ts'
import { useNetwork } from '../../../state/network.ts'
import { BondState } from './BondState.tsx'
import { CableState } from './CableState.tsx'
import { DeviceState } from './DeviceState.tsx'
import { DomainState } from './DomainState.tsx'
import { PortState } from './PortState.tsx'

/** What the selected thing does now, and why. */
export function StateTab({ target }: { readonly target: Target }) {
  const net = useNetwork()
  switch (target.kind) {
    case 'note':
      return <p className="px-4 py-3 text-ink-2">A note takes no part in a run. Enter or a double click writes it.</p>
    case 'port':
      return <PortState port={target.id} />
    case 'device':
      return <DeviceState id={target.id} />
    case 'domain':
      return <DomainState id={target.id} />
    case 'link': {
      const link = net.links.get(target.id)
      return link && <CableState link={link} />
    }
    case 'bond': {
      const bond = net.bonds.get(target.id)
      return bond && <BondState bond={bond} />
    }
  }
}
