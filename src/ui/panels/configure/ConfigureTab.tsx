import type { NoteId } from '../../../core/model/ids.ts'
import { useDocument } from '../../../state/documentStore.ts'
import { useNetwork } from '../../../state/network.ts'
import type { Target } from '../../../state/uiStore.ts'
import { BondForm } from './BondForm.tsx'
import { CableForm } from './CableForm.tsx'
import { DeviceForm } from './DeviceForm.tsx'
import { DomainForm } from './DomainForm.tsx'
import { NoteForm } from './NoteForm.tsx'
import { FailureSection } from './FailureSection.tsx'

/** Everything that can be set on the selected thing, and what can be done to it. */
export function ConfigureTab({ target }: { readonly target: Target }) {
  return (
    <>
      <Form target={target} />
      <FailureSection target={target} />
    </>
  )
}

function NoteFields({ id }: { readonly id: NoteId }) {
  const note = useDocument((s) => s.design.notes?.find((note) => note.id === id))
  return note && <NoteForm note={note} />
}

function Form({ target }: { readonly target: Target }) {
  const net = useNetwork()
  switch (target.kind) {
    case 'note':
      return <NoteFields id={target.id} />
    case 'device': {
      const device = net.devices.get(target.id)
      return device && <DeviceForm device={device} />
    }
    case 'port': {
      const link = net.linkAt.get(target.id)
      return link && <CableForm link={link} />
    }
    case 'link': {
      const link = net.links.get(target.id)
      return link && <CableForm link={link} />
    }
    case 'bond': {
      const bond = net.bonds.get(target.id)
      return bond && <BondForm bond={bond} />
    }
    case 'domain': {
      const domain = net.domains.get(target.id)
      return domain && <DomainForm domain={domain} />
    }
  }
}
