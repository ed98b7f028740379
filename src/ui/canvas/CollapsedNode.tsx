import type { NodeProps } from '@xyflow/react'
import { Lock } from 'lucide-react'
import { memo } from 'react'
import type { DomainView } from '../../core/model/runView.ts'
import { useDocument } from '../../state/documentStore.ts'
import { useNetwork } from '../../state/network.ts'
import { useRuntime } from '../../state/runtimeStore.ts'
import { collapse } from '../edit/drawCommands.ts'
import { isViewOnly } from '../room.ts'
import { useFar } from './levels.ts'
import type { CollapsedNode as CollapsedFlowNode } from './flowNodes.ts'
import { PortButton } from './PortButton.tsx'
import { Steps } from './PairNode.tsx'

/** A pair as its partners see it: one switch with one LACP system and the ports of both. */
export const CollapsedNode = memo(function CollapsedNode({
  data: { shape, domain, title },
}: NodeProps<CollapsedFlowNode>) {
  const net = useNetwork()
  const locked = useDocument(({ design }) => domain.peers.some((id) => design.drawing?.locked?.includes(id)))
  const far = useFar()
  const systems = useRuntime((s) => systemsOf(s.domains.get(domain.id)))
  const names = domain.peers.map((id) => net.devices.get(id)?.name ?? '')
  return (
    <div
      className="device collapsed"
      data-kind="switch"
      data-testid={`collapsed-${domain.name}`}
      onDoubleClick={() => !isViewOnly() && collapse(domain.id, false)}
    >
      <span className="device-text" style={{ left: shape.textX }}>
        <span className="device-name">
          {title}
          {locked && <Lock size={12} strokeWidth={1.75} aria-hidden="true" />}
          <span className="badge badge-line">{names.join(' + ')}</span>
        </span>
        <span className="device-line">{systems}</span>
      </span>
      <span className="collapsed-steps">
        <Steps domain={domain.id} />
      </span>
      {shape.ports.map((spot) => (
        <PortButton key={spot.id} spot={spot} shape={shape} dead={false} peers={names} />
      ))}
      {far && (
        <span className="device-far" aria-hidden="true">
          <span data-long>{title}</span>
        </span>
      )}
    </div>
  )
})

/** What the members announce: one system while the peers agree, two when they split. */
function systemsOf(view: DomainView | undefined): string {
  const systems = [...new Set((view?.views ?? []).flatMap(({ inner }) => inner?.systemId ?? []))]
  const [first, second] = systems
  if (first === undefined) return 'no LACP system agreed'
  return second === undefined ? `one LACP system ${first}` : `two LACP systems ${first} and ${second}`
}
