import { useState } from 'react'
import type { DeviceId } from '../../core/model/ids.ts'
import { useNetwork } from '../../state/network.ts'
import { ConfigView } from '../panels/config/ConfigView.tsx'
import { FileButtons } from '../panels/config/FileButtons.tsx'
import { FormatField, formatsOf } from '../panels/config/FormatField.tsx'
import { closeDialog, Frame } from './Frame.tsx'

/** Both peers' configurations in two columns. */
export function ConfigsDialog({ device: id }: { readonly device: DeviceId }) {
  const net = useNetwork()
  const [chosen, setChosen] = useState(0)
  const device = net.devices.get(id)
  if (device?.kind !== 'switch') return null
  const peer = net.peerOf.get(id)
  const format = formatsOf(device)[chosen]
  if (format === undefined) return null
  return (
    <Frame
      title={peer === undefined ? `Configuration of ${device.name}` : `${device.name} and ${peer.name}`}
      size="full"
      actions={
        <>
          <FormatField device={device} chosen={chosen} onChoose={setChosen} />
          <FileButtons net={net} device={device} format={format} />
        </>
      }
    >
      <div className="flex h-full min-h-0 flex-col">
        <ConfigView net={net} device={device} format={format} onShow={closeDialog} />
      </div>
    </Frame>
  )
}
