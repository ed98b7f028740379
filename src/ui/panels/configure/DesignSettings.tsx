import { Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useNetwork } from '../../../state/network.ts'
import { Button } from '../../controls/Button.tsx'
import { type Refusal, TextField } from '../../controls/fields.tsx'
import { Section } from '../Section.tsx'
import { commit } from './commit.ts'
import { FlowsOf } from './FlowsOf.tsx'

/** What belongs to the design as a whole. */
export function DesignSettings() {
  return (
    <>
      <Vlans />
      <FlowsOf host={null} />
    </>
  )
}

function Vlans() {
  const { vlans } = useNetwork().topology
  const [refusal, setRefusal] = useState<Refusal>()
  const next = (Math.max(0, ...vlans.map(({ id }) => id)) % 4094) + 1
  return (
    <Section word="vlan" head="VLANs" right={`${vlans.length}`}>
      <ul>
        {vlans.map((vlan) => (
          <li key={vlan.id} className="flex items-start gap-1">
            <div className="min-w-0 flex-1">
              <TextField
                label={`VLAN ${vlan.id}`}
                mono
                value={vlan.name}
                onCommit={(name) => commit({ type: 'rename-vlan', id: vlan.id, name })}
              />
            </div>
            <Button
              look="ghost"
              square
              className="mt-0.5"
              aria-label={`Remove VLAN ${vlan.id}`}
              onClick={() => setRefusal(commit({ type: 'remove-vlan', id: vlan.id }))}
            >
              <Trash2 strokeWidth={1.5} />
            </Button>
          </li>
        ))}
      </ul>
      {refusal !== undefined && (
        <p role="alert" className="pt-1 text-11 text-down-text">
          {refusal}
        </p>
      )}
      <Button
        compact
        className="mt-1.5"
        onClick={() => setRefusal(commit({ type: 'add-vlan', id: next, name: `VLAN${next}` }))}
      >
        <Plus strokeWidth={1.5} />
        Add VLAN {next}
      </Button>
    </Section>
  )
}
