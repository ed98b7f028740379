import { Copy, Download, FolderArchive } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { Network } from '../../../core/model/network.ts'
import type { SwitchDevice } from '../../../core/model/topology.ts'
import { comparePeers } from '../../../core/vendors/compare.ts'
import { exportFiles } from '../../../core/vendors/exportFiles.ts'
import { renderText } from '../../../core/vendors/exporter.ts'
import { EXPORTERS } from '../../../core/vendors/exporters.ts'
import { useNetwork } from '../../../state/network.ts'
import { copyText, download } from '../../../state/openDesign.ts'
import { useDocument } from '../../../state/documentStore.ts'
import { useUi, type Target } from '../../../state/uiStore.ts'
import { Button } from '../../controls/Button.tsx'
import { downloadZip } from '../../dialogs/downloadZip.ts'
import { Compared } from './Compared.tsx'
import { Listing } from './Listing.tsx'

/** The configuration of the selected switch, beside its peer's where it has one. */
export function ConfigTab({ target }: { readonly target: Target | undefined }) {
  const net = useNetwork()
  const present = switchOf(net, target)
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
      </div>
      <Text net={net} device={device} />
    </div>
  )
}

function FileButtons({ net, device }: { readonly net: Network; readonly device: SwitchDevice }) {
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

function Text({ net, device }: { readonly net: Network; readonly device: SwitchDevice }) {
  const peer = net.peerOf.get(device.id)
  const both = useUi((ui) => ui.inspectorWidth >= BOTH_PX)
  const [side, setSide] = useState(true)
  const rendered = useMemo(() => EXPORTERS[device.vendor].render(net, device.id), [net, device])
  const rows = useMemo(
    () => peer && comparePeers(rendered.lines, EXPORTERS[peer.vendor].render(net, peer.id).lines),
    [net, peer, rendered],
  )
  const mismatches = rows?.filter(({ kind }) => kind === 'mismatch' || kind === 'missing').length ?? 0
  const byDesign = rows?.filter(({ kind }) => kind === 'by-design').length ?? 0
  return (
    <>
      {rendered.notes.length > 0 && (
        <ul className="border-b border-line px-4 py-2 text-waiting-text">
          {rendered.notes.map(({ text }) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
      {peer !== undefined && (
        <div className="flex flex-wrap items-center gap-2 border-b border-line px-3 py-1.5">
          <span className="text-ink-3">and {peer.name}</span>
          <span className={`badge ${mismatches > 0 ? 's-down bg-(--cb)! text-(--ct)!' : ''}`}>
            {mismatches} mismatches
          </span>
          <span className="badge">{byDesign} by design</span>
          <span className="flex-1" />
          <Button look="ghost" compact aria-pressed={side} onClick={() => setSide(!side)}>
            Side by side
          </Button>
        </div>
      )}
      {rows !== undefined && peer !== undefined && side ? (
        <Compared rows={rows} names={[device.name, peer.name]} stacked={!both} />
      ) : (
        <Listing name={device.name} lines={rendered.lines} />
      )}
    </>
  )
}

/** The switch that a selection means: itself, a port's or cable's, a bond's or pair's first. */
function switchOf(net: Network, target: Target | undefined): SwitchDevice | undefined {
  const ids = (() => {
    switch (target?.kind) {
      case undefined:
        return []
      case 'device':
        return [target.id]
      case 'port':
        return [net.ports.get(target.id)?.device]
      case 'link':
        return (net.links.get(target.id)?.ends ?? []).map((end) => net.ports.get(end)?.device)
      case 'bond': {
        const links = (net.bonds.get(target.id)?.members ?? []).map((id) => net.links.get(id))
        return links.flatMap((link) => link?.ends ?? []).map((end) => net.ports.get(end)?.device)
      }
      case 'domain':
        return net.domains.get(target.id)?.peers ?? []
    }
  })()
  for (const id of ids) {
    const device = id === undefined ? undefined : net.devices.get(id)
    if (device?.kind === 'switch') return device
  }
  return undefined
}

const BOTH_PX = 420
