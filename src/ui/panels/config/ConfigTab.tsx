import { Maximize2 } from 'lucide-react'
import { useState } from 'react'
import type { DeviceId } from '../../../core/model/ids.ts'
import { useNetwork } from '../../../state/network.ts'
import { useUi, type Target } from '../../../state/uiStore.ts'
import { Button } from '../../controls/Button.tsx'
import { ConfigView } from './ConfigView.tsx'
import { FileButtons } from './FileButtons.tsx'
import { FormatField, formatsOf } from './FormatField.tsx'
import { switchFor } from './marked.ts'

/** The configuration of the selected switch, or of one that the selection has to do with. */
export function ConfigTab({ target }: { readonly target: Target | undefined }) {
  const net = useNetwork()
  const [shown, setShown] = useState<Shown>({ device: null, target })
  const [chosen, setChosen] = useState(0)
  const switches = net.topology.devices.filter((device) => device.kind === 'switch')
  // A choice holds until something else is selected.
  const chosenDevice = switches.find(({ id }) => id === shown.device)
  const device = shown.target === target && chosenDevice ? chosenDevice : switchFor(net, target, shown.device)
  if (device === undefined)
    return <p className="px-4 py-3 text-ink-2">There is no switch, so there is nothing to configure.</p>
  if (device.id !== shown.device || target !== shown.target) setShown({ device: device.id, target })
  const formats = formatsOf(device)
  const at = Math.min(chosen, formats.length - 1)
  const format = formats[at]
  return (
    <div className="flex h-full min-h-0 flex-col">
      <div className="flex flex-wrap items-center gap-1.5 border-b border-line px-3 py-2">
        <select
          aria-label="Switch"
          value={device.id}
          className="h-6 max-w-40 min-w-0 rounded-2 bg-panel px-1.5 text-12 font-semibold shadow-[inset_0_0_0_1px_var(--edge)]"
          onChange={(change) => {
            const next = switches.find(({ id }) => id === change.target.value)
            if (next) setShown({ device: next.id, target })
          }}
        >
          {switches.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
        <FormatField device={device} chosen={at} onChoose={setChosen} />
        <span className="flex-1" />
        {format && <FileButtons net={net} device={device} format={format} />}
        <Button
          compact
          square
          aria-label="Show wide, side by side"
          onClick={() => useUi.getState().set({ dialog: { kind: 'configs', device: device.id } })}
        >
          <Maximize2 strokeWidth={1.5} />
        </Button>
      </div>
      {format && <ConfigView key={device.id} net={net} device={device} format={format} stacked />}
    </div>
  )
}

interface Shown {
  readonly device: DeviceId | null
  /** What was selected when it came to be shown. */
  readonly target: Target | undefined
}
