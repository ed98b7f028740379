import type { NodeProps } from '@xyflow/react'
import { memo } from 'react'
import { useNetwork } from '../../state/network.ts'
import { lagKey } from '../../state/runState.ts'
import { useRuntime } from '../../state/runtimeStore.ts'
import { DeviceFrame } from './DeviceFrame.tsx'
import type { DeviceNode } from './flowNodes.ts'

/** A server: drive lines, name, its bond with how many members carry traffic. */
export const HostNode = memo(function HostNode({ data }: NodeProps<DeviceNode>) {
  return (
    <DeviceFrame shape={data.shape} name={data.device.name} kind="host">
      <svg className="drives" width="10" height="16" aria-hidden="true">
        <path d="M0 1.5h10M0 8h10M0 14.5h10" stroke="var(--edge)" strokeWidth="1.5" />
      </svg>
      <Text data={data} />
    </DeviceFrame>
  )
})

function Text({ data: { shape, device, line } }: Pick<NodeProps<DeviceNode>, 'data'>) {
  const lag = useNetwork().lagsOf.get(device.id)?.[0]
  const carrying = useRuntime((s) => {
    const view = lag === undefined ? undefined : s.lags.get(lagKey(lag.bond.id, device.id))
    return view === undefined ? null : `${view.distributing.length} of ${view.members.length}`
  })
  return (
    <span className="device-text" style={{ left: shape.textX, maxWidth: shape.width - shape.textX - 8 }}>
      <span className="device-name">
        <span title={device.name}>{device.name}</span>
      </span>
      <span className="device-line">{carrying === null ? line : `${line} · ${carrying}`}</span>
    </span>
  )
}
