import { useMemo, useState } from 'react'
import type { Network } from '../../../core/model/network.ts'
import type { SwitchDevice } from '../../../core/model/topology.ts'
import { comparePeers } from '../../../core/vendors/compare.ts'
import { EXPORTERS } from '../../../core/vendors/exporters.ts'
import { Button } from '../../controls/Button.tsx'
import { Compared } from './Compared.tsx'
import { Listing } from './Listing.tsx'

/** The configuration of a switch, line beside line with its peer's where it has one. */
export function ConfigText({ net, device, stacked = false }: ConfigTextProps) {
  const peer = net.peerOf.get(device.id)
  const [compared, setCompared] = useState(true)
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
          <Button look="ghost" compact aria-pressed={compared} onClick={() => setCompared(!compared)}>
            Compare
          </Button>
        </div>
      )}
      {rows !== undefined && peer !== undefined && compared ? (
        <Compared rows={rows} names={[device.name, peer.name]} stacked={stacked} />
      ) : (
        <Listing name={device.name} lines={rendered.lines} />
      )}
    </>
  )
}

interface ConfigTextProps {
  readonly net: Network
  readonly device: SwitchDevice
  /** Too narrow for two columns. */
  readonly stacked?: boolean
}
