import type { NodeProps } from '@xyflow/react'
import { memo } from 'react'
import { DeviceFrame } from './DeviceFrame.tsx'
import type { DeviceNode } from './flowNodes.ts'

/** A management switch, the bridge that keepalives go through; or a router, what is upstream. */
export const ManagementNode = memo(function ManagementNode({ data: { shape, device, line } }: NodeProps<DeviceNode>) {
  return (
    <DeviceFrame shape={shape} name={device.name} kind={device.kind}>
      <span className="device-text device-text-centred" style={{ maxWidth: shape.width - 44 }}>
        <span className="device-name">
          <span title={device.name}>{device.name}</span>
        </span>
        <span className="device-line">{line}</span>
      </span>
    </DeviceFrame>
  )
})
