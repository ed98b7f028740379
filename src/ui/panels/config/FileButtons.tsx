import { Copy, Download, FolderArchive } from 'lucide-react'
import type { HostFormatId } from '../../../core/hosts/hostFormat.ts'
import type { Network } from '../../../core/model/network.ts'
import { renderText, type ExportFormat } from '../../../core/vendors/exporter.ts'
import { useDocument } from '../../../state/documentStore.ts'
import { downloadZip } from '../../../state/exports.ts'
import { copyText, download } from '../../../state/openDesign.ts'
import { Button } from '../../controls/Button.tsx'
import type { ConfiguredDevice } from './marked.ts'

/** Takes the configuration of a switch or server, or of all, out of the page. */
export function FileButtons({ net, device, format, hosts }: FileButtonsProps) {
  const title = useDocument((state) => state.design.title)
  const text = (): string => renderText(format.render(net, device.id).lines)
  return (
    <>
      <Button compact onClick={() => void copyText(text(), `The configuration of ${device.name}`)}>
        <Copy strokeWidth={1.5} />
        Copy
      </Button>
      <Button
        compact
        square
        aria-label={`Download ${format.fileName(device.name)}`}
        onClick={() => download(format.fileName(device.name), new Blob([text()], { type: 'text/plain' }))}
      >
        <Download strokeWidth={1.5} />
      </Button>
      <Button
        compact
        square
        aria-label="Download all as zip"
        onClick={() => void downloadZip(title, net.topology, { hosts })}
      >
        <FolderArchive strokeWidth={1.5} />
      </Button>
    </>
  )
}

interface FileButtonsProps {
  readonly net: Network
  readonly device: ConfiguredDevice
  readonly format: ExportFormat
  /** How servers are written in the zip. */
  readonly hosts: HostFormatId
}
