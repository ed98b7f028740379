import type { DeviceId } from '../../core/model/ids.ts'
import { useNetwork } from '../../state/network.ts'
import { ConfigText } from '../panels/config/ConfigText.tsx'
import { FileButtons } from '../panels/config/FileButtons.tsx'
import { Frame } from './Frame.tsx'

/** Both peers' configurations in two columns. */
export function ConfigsDialog({ device: id }: { readonly device: DeviceId }) {
  const net = useNetwork()
  const device = net.devices.get(id)
  if (device?.kind !== 'switch') return null
  const peer = net.peerOf.get(id)
  return (
    <Frame
      title={peer === undefined ? `Configuration of ${device.name}` : `${device.name} and ${peer.name}`}
      size="full"
      actions={<FileButtons net={net} device={device} />}
    >
      <div className="flex h-full min-h-0 flex-col">
        <ConfigText net={net} device={device} />
      </div>
    </Frame>
  )
}
