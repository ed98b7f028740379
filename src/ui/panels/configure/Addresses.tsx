import type { PairAddresses } from '../../../core/model/topology.ts'
import { NumberField, TextField } from '../../controls/fields.tsx'

/** One address for each of two ends, and the length of their network's prefix. */
export function Addresses({ names, pair, onCommit }: AddressesProps) {
  const [a, b] = pair.addresses
  return (
    <>
      <AddressField label={names[0]} value={a} onCommit={(text) => onCommit({ addresses: [text, b] })} />
      <AddressField label={names[1]} value={b} onCommit={(text) => onCommit({ addresses: [a, text] })} />
      <NumberField
        label="Prefix length"
        value={pair.prefixLength}
        min={8}
        max={31}
        onCommit={(prefixLength) => onCommit({ prefixLength })}
      />
    </>
  )
}

export function AddressField(props: {
  readonly label: string
  readonly value: string
  readonly onCommit: (text: string) => string | undefined
}) {
  return <TextField mono {...props} />
}

interface AddressesProps {
  readonly names: readonly [string, string]
  readonly pair: PairAddresses
  readonly onCommit: (set: Partial<PairAddresses>) => string | undefined
}
