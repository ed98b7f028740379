import type { VlanMembership } from '../../../core/model/topology.ts'
import { NumberField, type Refusal, SelectField, TextField } from '../../controls/fields.tsx'
import { parseVlans, vlanText } from './vlanText.ts'

interface VlanFieldsProps {
  readonly vlans: VlanMembership
  readonly onCommit: (vlans: VlanMembership) => Refusal
}

/** Access or trunk, and which VLANs. */
export function VlanFields({ vlans, onCommit }: VlanFieldsProps) {
  return (
    <>
      <SelectField
        label="VLAN mode"
        value={vlans.mode}
        choices={[
          { value: 'access', label: 'Access' },
          { value: 'trunk', label: 'Trunk' },
        ]}
        onCommit={(mode) => onCommit(inMode(vlans, mode))}
      />
      {vlans.mode === 'access' ? (
        <NumberField
          label="VLAN"
          value={vlans.vlan}
          min={1}
          max={4094}
          onCommit={(vlan) => onCommit({ ...vlans, vlan })}
        />
      ) : (
        <>
          <TextField
            label="Allowed VLANs"
            mono
            value={vlanText(vlans.allowed)}
            onCommit={(text) => {
              const allowed = parseVlans(text)
              return allowed === null ? 'Write VLANs from 1 to 4094 as 10,20-22.' : onCommit({ ...vlans, allowed })
            }}
          />
          <NumberField
            label="Native VLAN"
            value={vlans.native}
            min={1}
            max={4094}
            onCommit={(native) => onCommit({ ...vlans, native })}
          />
        </>
      )}
    </>
  )
}

/** The other mode with the same VLANs as far as it can hold them. */
function inMode(vlans: VlanMembership, mode: VlanMembership['mode']): VlanMembership {
  if (vlans.mode === mode) return vlans
  if (vlans.mode === 'access') return { mode: 'trunk', native: 1, allowed: [vlans.vlan] }
  return { mode: 'access', vlan: vlans.allowed[0] ?? vlans.native }
}
