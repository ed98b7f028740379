import { useState } from 'react'
import type { HostFormatId } from '../../core/hosts/hostFormat.ts'
import type { DeviceId } from '../../core/model/ids.ts'
import { useNetwork } from '../../state/network.ts'
import { ConfigView } from '../panels/config/ConfigView.tsx'
import { FileButtons } from '../panels/config/FileButtons.tsx'
import { FormatField } from '../panels/config/FormatField.tsx'
import { HostApply } from '../panels/config/HostApply.tsx'
import { HostFields } from '../panels/config/HostFields.tsx'
import { isConfigured } from '../panels/config/marked.ts'
import { useFormats } from '../panels/config/useFormats.ts'
import { closeDialog, Frame } from './Frame.tsx'

/** The configuration of a switch, in two columns with its peer's, or a file of a server; as it was chosen in the panel. */
export function ConfigsDialog({ device: id, hosts, file }: ConfigsDialogProps) {
  const net = useNetwork()
  const [hostFormat, setHostFormat] = useState(hosts)
  const [chosen, setChosen] = useState(file)
  const found = net.devices.get(id)
  const device = found && isConfigured(found) ? found : undefined
  const { files } = useFormats(net, device, hostFormat)
  const at = Math.min(chosen, files.length - 1)
  const format = files[at]
  if (device === undefined || format === undefined) return null
  const peer = net.peerOf.get(id)
  return (
    <Frame
      title={peer === undefined ? `Configuration of ${device.name}` : `${device.name} and ${peer.name}`}
      size="full"
      actions={
        <>
          {device.kind === 'switch' ? (
            <FormatField device={device} chosen={at} onChoose={setChosen} />
          ) : (
            <HostFields
              format={hostFormat}
              files={files}
              file={at}
              onFormat={(next) => {
                setHostFormat(next)
                setChosen(0)
              }}
              onFile={setChosen}
            />
          )}
          <FileButtons net={net} device={device} format={format} hosts={hostFormat} />
        </>
      }
    >
      <div className="flex h-full min-h-0 flex-col">
        {device.kind === 'host' && <HostApply path={format.format} format={hostFormat} />}
        <ConfigView
          key={device.kind === 'host' ? format.format : ''}
          net={net}
          device={device}
          format={format}
          onShow={closeDialog}
        />
      </div>
    </Frame>
  )
}

interface ConfigsDialogProps {
  readonly device: DeviceId
  /** How servers are written. */
  readonly hosts: HostFormatId
  /** Position among a switch's formats or a server's files. */
  readonly file: number
}
