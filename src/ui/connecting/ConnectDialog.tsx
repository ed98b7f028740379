import { useState } from 'react'
import type { Plug } from '../../core/model/edits.ts'
import { freePorts } from '../../core/model/editPorts.ts'
import type { DeviceId } from '../../core/model/ids.ts'
import type { Network } from '../../core/model/network.ts'
import { NAMINGS } from '../../core/vendors/platforms.ts'
import { useDocument } from '../../state/documentStore.ts'
import { useNetwork } from '../../state/network.ts'
import { type DialogState, useUi } from '../../state/uiStore.ts'
import { plugIn } from '../canvas/connect.ts'
import { Button } from '../controls/Button.tsx'
import { SelectField } from '../controls/fields.tsx'
import { closeDialog, Frame } from '../dialogs/Frame.tsx'
import { wouldBe } from './wouldBe.ts'

/** Draws a cable between two devices with the port at each end chosen; says what it would be before it is drawn. */
export function ConnectDialog({ first }: { readonly first: Extract<DialogState, { kind: 'connect' }> }) {
  const net = useNetwork()
  const design = useDocument((state) => state.design)
  const [from, setFrom] = useState<Plug>({ device: first.from, port: null })
  const [to, setTo] = useState<Plug>({ device: first.to ?? nextOther(net, first.from), port: null })
  const outcome = wouldBe(design, from, to)
  const draw = (): boolean => {
    const problem = plugIn([[from, to]])
    if (problem !== null) useUi.getState().announce(problem)
    return problem === null
  }
  return (
    <Frame
      title="Connect with chosen ports"
      actions={
        <>
          <Button
            disabled={!outcome.ok}
            onClick={() => {
              if (!draw()) return
              setFrom({ ...from, port: null })
              setTo({ ...to, port: null })
            }}
          >
            Connect, then another
          </Button>
          <Button look="primary" disabled={!outcome.ok} onClick={() => draw() && closeDialog()}>
            Connect
          </Button>
        </>
      }
    >
      <End label="From" net={net} plug={from} onChoose={setFrom} />
      <div className="h-2" />
      <End label="To" net={net} plug={to} onChoose={setTo} />
      <p role="status" className={`min-h-8 pt-3 leading-4 ${outcome.ok ? 'text-ink-2' : 'text-down-text'}`}>
        {outcome.text}
      </p>
    </Frame>
  )
}

function End({ label, net, plug, onChoose }: EndProps) {
  const device = net.devices.get(plug.device)
  if (device === undefined) return null
  const context = { namings: NAMINGS }
  const free = (['front', 'management'] as const).flatMap((kind) => freePorts(net.topology, device, kind, context))
  return (
    <>
      <SelectField
        label={label}
        value={device.id}
        choices={net.topology.devices.map(({ id, name }) => ({ value: id, label: name }))}
        onCommit={(id) => {
          onChoose({ device: id, port: null })
          return undefined
        }}
      />
      <SelectField
        label={`Port of ${device.name}`}
        value={plug.port === null ? NEXT : keyOf(plug.port)}
        choices={[
          { value: NEXT, label: free.length === 0 ? 'none is free' : 'the next that fits' },
          ...free.map((port) => ({ value: keyOf(port), label: port.name })),
        ]}
        onCommit={(key) => {
          const port = free.find((one) => keyOf(one) === key)
          onChoose({ device: device.id, port: port === undefined ? null : { kind: port.kind, index: port.index } })
          return undefined
        }}
      />
    </>
  )
}

/** The first device that a cable from there can reach, else any other. */
function nextOther(net: Network, from: DeviceId): DeviceId {
  const { design } = useDocument.getState()
  const others = net.topology.devices.map(({ id }) => id).filter((id) => id !== from)
  const reached = others.find((id) => wouldBe(design, { device: from, port: null }, { device: id, port: null }).ok)
  return reached ?? others[0] ?? from
}

function keyOf({ kind, index }: NonNullable<Plug['port']>): string {
  return `${kind} ${index}`
}

const NEXT = 'next'

interface EndProps {
  readonly label: string
  readonly net: Network
  readonly plug: Plug
  readonly onChoose: (plug: Plug) => void
}
