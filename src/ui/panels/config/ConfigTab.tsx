import { Maximize2 } from 'lucide-react'
import { useState } from 'react'
import { useNetwork } from '../../../state/network.ts'
import { useUi, type Target } from '../../../state/uiStore.ts'
import { Button } from '../../controls/Button.tsx'
import { devicesOf } from '../devicesOf.ts'
import { ConfigText } from './ConfigText.tsx'
import { FileButtons } from './FileButtons.tsx'

/** The configuration of the selected switch, beside its peer's where it has one. */
export function ConfigTab({ target }: { readonly target: Target | undefined }) {
  const net = useNetwork()
  const present = devicesOf(net, target).find((one) => one.kind === 'switch')
  const switches = net.topology.devices.filter((device) => device.kind === 'switch')
  const [chosen, setChosen] = useState<string | null>(null)
  const device = switches.find(({ id }) => id === chosen) ?? present ?? switches[0]
  if (device === undefined)
    return <p className="px-4 py-3 text-ink-2">There is no switch, so there is nothing to configure.</p>
  return (
    <div className="flex h-full min-h-0 flex-col">
      <div className="flex flex-wrap items-center gap-1.5 border-b border-line px-3 py-2">
        <select
          aria-label="Switch"
          value={device.id}
          className="h-6 max-w-40 rounded-2 bg-panel px-1.5 text-12 font-semibold shadow-[inset_0_0_0_1px_var(--edge)]"
          onChange={(change) => setChosen(change.target.value)}
        >
          {switches.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
        <span className="flex-1" />
        <FileButtons net={net} device={device} />
        <Button
          compact
          square
          aria-label="Show wide, side by side"
          onClick={() => useUi.getState().set({ dialog: { kind: 'configs', device: device.id } })}
        >
          <Maximize2 strokeWidth={1.5} />
        </Button>
      </div>
      <ConfigText key={device.id} net={net} device={device} stacked />
    </div>
  )
}
