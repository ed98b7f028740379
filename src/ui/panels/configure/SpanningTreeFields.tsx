import { STP_COST, STP_PRIORITY } from '../../../core/model/fieldRules.ts'
import type { Link, SpanningTreeEnd, SwitchDevice } from '../../../core/model/topology.ts'
import { useNetwork } from '../../../state/network.ts'
import { portTitle } from '../../canvas/labels.ts'
import { NumberField, type Refusal, SelectField, SwitchField, TextField } from '../../controls/fields.tsx'
import { Section } from '../Section.tsx'
import { commit } from './commit.ts'

/** Spanning tree of a switch; both peers of a pair have one. */
export function SpanningTreeForm({ device }: { readonly device: SwitchDevice }) {
  const inPair = useNetwork().domainOf.has(device.id)
  const { stp } = device
  const set = (part: Partial<SwitchDevice['stp']>) =>
    commit({ type: 'set-device', device: device.id, set: { stp: { ...stp, ...part } } })
  return (
    <Section word="spanning tree" head="Spanning tree">
      <SwitchField
        label="Rapid STP"
        value={stp.enabled}
        {...(inPair ? { hint: 'A pair is one bridge: both peers take what is set here.' } : {})}
        onCommit={(enabled) => set({ enabled })}
      />
      {stp.enabled && (
        <NumberField
          label="Bridge priority"
          value={stp.priority}
          min={STP_PRIORITY.min}
          max={STP_PRIORITY.max}
          hint="In steps of 4096; the lowest becomes root."
          onCommit={(priority) => set({ priority })}
        />
      )}
    </Section>
  )
}

/** Spanning tree at the switch ends of a cable in no bond. */
export function CableSpanningTree({ link, onCommit }: CableSpanningTreeProps) {
  const net = useNetwork()
  return ENDS.map((end) => {
    const port = net.ports.get(link.ends[end])
    if (port === undefined || net.devices.get(port.device)?.kind !== 'switch') return null
    return (
      <Section key={end} head={`Spanning tree on ${portTitle(net, port)}`}>
        <StpEndFields
          stp={link.stp[end]}
          onCommit={(stp) => onCommit(end === 0 ? [stp, link.stp[1]] : [link.stp[0], stp])}
        />
      </Section>
    )
  })
}

interface CableSpanningTreeProps {
  readonly link: Link
  readonly onCommit: (stp: Link['stp']) => Refusal
}

export function StpEndFields({ stp, onCommit }: StpEndFieldsProps) {
  const { cost: _cost, ...bySpeed } = stp
  return (
    <>
      <SwitchField
        label="STP edge port"
        value={stp.edge}
        hint="Forwards at once; nothing that bridges is expected behind it."
        onCommit={(edge) => onCommit({ ...stp, edge })}
      />
      <SelectField
        label="STP guard"
        value={stp.guard}
        choices={GUARDS}
        onCommit={(guard) => onCommit({ ...stp, guard })}
      />
      <TextField
        label="STP path cost"
        mono
        inputMode="numeric"
        value={stp.cost === undefined ? '' : String(stp.cost)}
        placeholder="by speed"
        onCommit={(text) => {
          if (text.trim() === '') return onCommit(bySpeed)
          const cost = Number(text)
          if (!Number.isInteger(cost) || cost < STP_COST.min || cost > STP_COST.max)
            return `STP path cost ${STP_COST.rule}, or empty.`
          return onCommit({ ...stp, cost })
        }}
      />
    </>
  )
}

interface StpEndFieldsProps {
  readonly stp: SpanningTreeEnd
  readonly onCommit: (stp: SpanningTreeEnd) => Refusal
}

const ENDS = [0, 1] as const
const GUARDS = [
  { value: 'none', label: 'None' },
  { value: 'root', label: 'Root guard: blocks on a better root' },
  { value: 'bpdu', label: 'BPDU guard: any BPDU shuts it' },
] as const
