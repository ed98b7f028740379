import { Copy, Download, FolderArchive } from 'lucide-react'
import type { Network } from '../../../core/model/network.ts'
import type { SwitchDevice } from '../../../core/model/topology.ts'
import { exportFiles } from '../../../core/export/exportFiles.ts'
import { renderText } from '../../../core/vendors/exporter.ts'
import { EXPORTERS } from '../../../core/vendors/exporters.ts'
import { useDocument } from '../../../state/documentStore.ts'
import { copyText, download } from '../../../state/openDesign.ts'
import { Button } from '../../controls/Button.tsx'
import { downloadZip } from '../../dialogs/downloadZip.ts'

/** Takes the configuration of a switch, or of all, out of the page. */
export function FileButtons({ net, device }: { readonly net: Network; readonly device: SwitchDevice }) {
  const title = useDocument((state) => state.design.title)
  const exporter = EXPORTERS[device.vendor]
  const text = (): string => renderText(exporter.render(net, device.id).lines)
  return (
    <>
      <Button compact onClick={() => void copyText(text(), `The configuration of ${device.name}`)}>
        <Copy strokeWidth={1.5} />
        Copy
      </Button>
      <Button
        compact
        square
        aria-label={`Download ${exporter.fileName(device.name)}`}
        onClick={() => download(exporter.fileName(device.name), new Blob([text()], { type: 'text/plain' }))}
      >
        <Download strokeWidth={1.5} />
      </Button>
      <Button
        compact
        square
        aria-label="Download all as zip"
        onClick={() => downloadZip(title, exportFiles(net.topology))}
      >
        <FolderArchive strokeWidth={1.5} />
      </Button>
    </>
  )
}
