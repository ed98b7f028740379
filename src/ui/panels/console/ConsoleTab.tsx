import { Copy, Eraser } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { Device } from '../../../core/model/topology.ts'
import type { Console } from '../../../core/vendors/show/console.ts'
import { loadConsole } from '../../../core/vendors/show/loaders.ts'
import { useNetwork } from '../../../state/network.ts'
import { copyText } from '../../../state/openDesign.ts'
import type { Target } from '../../../state/uiStore.ts'
import { Button } from '../../controls/Button.tsx'
import { devicesOf } from '../devicesOf.ts'
import { ConsoleView } from './ConsoleView.tsx'
import { transcriptText, useTranscripts } from './transcripts.ts'

/** The console of the selected device: the platform's first-aid commands, answered from the run. */
export function ConsoleTab({ target }: { readonly target: Target | undefined }) {
  const net = useNetwork()
  const devices = net.topology.devices.filter(({ kind }) => kind !== 'management-switch')
  const present = devicesOf(net, target).find(({ kind }) => kind !== 'management-switch')
  const [chosen, setChosen] = useState<string | null>(null)
  const device = devices.find(({ id }) => id === chosen) ?? present ?? devices[0]
  const exchanges = useTranscripts(({ of }) => device && of.get(device.id)) ?? []
  const loaded = useConsole(device)
  if (device === undefined) return <p className="px-4 py-3 text-ink-2">There is no switch or server to ask.</p>
  return (
    <div className="flex h-full min-h-0 flex-col">
      <div className="flex flex-wrap items-center gap-1.5 border-b border-line px-3 py-2">
        <select
          aria-label="Device"
          value={device.id}
          className="h-6 max-w-40 rounded-2 bg-panel px-1.5 text-12 font-semibold shadow-[inset_0_0_0_1px_var(--edge)]"
          onChange={(change) => setChosen(change.target.value)}
        >
          {devices.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
        <span className="flex-1" />
        <Button
          compact
          disabled={exchanges.length === 0}
          onClick={() => void copyText(transcriptText(exchanges), `The console of ${device.name}`)}
        >
          <Copy strokeWidth={1.5} />
          Copy
        </Button>
        <Button
          compact
          square
          aria-label="Clear"
          disabled={exchanges.length === 0}
          onClick={() => useTranscripts.getState().clear(device.id)}
        >
          <Eraser strokeWidth={1.5} />
        </Button>
      </div>
      {loaded === 'none' && (
        <p className="px-4 py-3 text-ink-2">
          The generic platform is no product and has no command line of its own. What its peers and ports know is in the
          tab State.
        </p>
      )}
      {typeof loaded === 'object' && <ConsoleView key={device.id} device={device} console={loaded} />}
    </div>
  )
}

/** The console of a device once its part of the page has come. */
function useConsole(device: Device | undefined): Console | 'loading' | 'none' {
  const key = device === undefined ? '' : `${device.id} ${device.kind === 'switch' ? device.vendor : device.kind}`
  const [loaded, setLoaded] = useState<{ readonly key: string; readonly console: Console | 'none' } | null>(null)
  useEffect(() => {
    if (device === undefined) return
    let wanted = true
    loadConsole(device).then(
      (console) => wanted && setLoaded({ key, console: console ?? 'none' }),
      () => wanted && setLoaded({ key, console: 'none' }),
    )
    return () => {
      wanted = false
    }
  }, [device, key])
  return loaded?.key === key ? loaded.console : 'loading'
}
