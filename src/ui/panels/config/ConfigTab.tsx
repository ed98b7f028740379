import { Maximize2 } from 'lucide-react'
import { useState } from 'react'
import type { HostFormatId } from '../../../core/hosts/hostFormat.ts'
import type { DeviceId } from '../../../core/model/ids.ts'
import { useNetwork } from '../../../state/network.ts'
import { useUi, type Target } from '../../../state/uiStore.ts'
import { Button } from '../../controls/Button.tsx'
import { ConfigView } from './ConfigView.tsx'
import { FileButtons } from './FileButtons.tsx'
import { FormatField } from './FormatField.tsx'
import { HostApply } from './HostApply.tsx'
import { HostFields } from './HostFields.tsx'
import { deviceFor, isConfigured } from './marked.ts'
import { useFormats } from './useFormats.ts'

/** The configuration of the selected switch or server, or of one that the selection has to do with. */
export function ConfigTab({ target }: { readonly target: Target | undefined }) {
  const net = useNetwork()
  const [shown, setShown] = useState<Shown>({ device: null, target })
  const [chosen, setChosen] = useState(0)
  const [hostFormat, setHostFormat] = useState<HostFormatId>('netplan')
  const configured = net.topology.devices.filter(isConfigured)
  // A choice holds until something else is selected.
  const chosenDevice = configured.find(({ id }) => id === shown.device)
  const device = shown.target === target && chosenDevice ? chosenDevice : deviceFor(net, target, shown.device)
  const { files: formats, reason } = useFormats(net, device, hostFormat)
  if (device === undefined)
    return <p className="px-4 py-3 text-ink-2">There is no switch and no server, so there is nothing to configure.</p>
  if (device.id !== shown.device || target !== shown.target) setShown({ device: device.id, target })
  const selected = target?.kind === 'device' ? net.devices.get(target.id) : undefined
  const at = Math.max(0, Math.min(chosen, formats.length - 1))
  const format = formats[at]
  return (
    <div className="flex h-full min-h-0 flex-col">
      <div className="flex flex-wrap items-center gap-1.5 border-b border-line px-3 py-2">
        <select
          aria-label="Switch or server"
          value={device.id}
          className="h-6 max-w-40 min-w-14 flex-1 basis-0 rounded-2 bg-panel px-1.5 text-12 font-semibold shadow-[inset_0_0_0_1px_var(--edge)]"
          onChange={(change) => {
            const next = configured.find(({ id }) => id === change.target.value)
            if (next) setShown({ device: next.id, target })
          }}
        >
          {GROUPS.map(({ kind, label }) => {
            const members = configured.filter((one) => one.kind === kind)
            return (
              members.length > 0 && (
                <optgroup key={kind} label={label}>
                  {members.map(({ id, name }) => (
                    <option key={id} value={id}>
                      {name}
                    </option>
                  ))}
                </optgroup>
              )
            )
          })}
        </select>
        {device.kind === 'switch' ? (
          <FormatField device={device} chosen={at} onChoose={setChosen} />
        ) : (
          <HostFields
            format={hostFormat}
            files={formats}
            file={at}
            onFormat={(next) => {
              setHostFormat(next)
              setChosen(0)
            }}
            onFile={setChosen}
          />
        )}
        {device.kind === 'switch' && <span className="flex-1" />}
        {format && <FileButtons net={net} device={device} format={format} hosts={hostFormat} />}
        {format && (
          <Button
            compact
            square
            aria-label={net.peerOf.has(device.id) ? 'Show wide, side by side' : 'Show wide'}
            onClick={() =>
              useUi.getState().set({ dialog: { kind: 'configs', device: device.id, hosts: hostFormat, file: at } })
            }
          >
            <Maximize2 strokeWidth={1.5} />
          </Button>
        )}
      </div>
      {selected !== undefined && selected.id !== device.id && !isConfigured(selected) && (
        <p className="border-b border-line px-4 py-1.5 text-11 leading-4 text-ink-2">
          {selected.name} has no configuration text of its own. This is {device.name}’s.
        </p>
      )}
      {device.kind === 'host' && format && <HostApply path={format.format} format={hostFormat} />}
      {reason !== null && <p className="px-4 py-3 text-ink-2">{reason}</p>}
      {format && (
        <ConfigView
          key={`${device.id} ${device.kind === 'host' ? format.format : ''}`}
          net={net}
          device={device}
          format={format}
          stacked
        />
      )}
    </div>
  )
}

interface Shown {
  readonly device: DeviceId | null
  /** What was selected when it came to be shown. */
  readonly target: Target | undefined
}

const GROUPS = [
  { kind: 'switch', label: 'Switches' },
  { kind: 'host', label: 'Servers' },
] as const
