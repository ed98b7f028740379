import type { NodeProps } from '@xyflow/react'
import { memo } from 'react'
import { useRuntime } from '../../state/runtimeStore.ts'
import { useNetwork } from '../../state/network.ts'
import { DeviceFrame } from './DeviceFrame.tsx'
import type { DeviceNode } from './flowNodes.ts'

/** A switch: rack ears, name, role in its pair, platform and priority. */
export const SwitchNode = memo(function SwitchNode({ data }: NodeProps<DeviceNode>) {
  return (
    <DeviceFrame shape={data.shape} name={data.device.name} kind="switch">
      <span className="ear ear-left" aria-hidden="true" />
      <span className="ear ear-right" aria-hidden="true" />
      <Text data={data} />
    </DeviceFrame>
  )
})

function Text({ data: { shape, device, line } }: Pick<NodeProps<DeviceNode>, 'data'>) {
  const domain = useNetwork().domainOf.get(device.id)
  const role = useRuntime((s) => {
    const views = domain === undefined ? undefined : s.domains.get(domain.id)?.views
    return views?.find((view) => view.device === device.id)?.role ?? null
  })
  return (
    <span
      className="device-text"
      style={{
        left: shape.textX,
        maxWidth: shape.width - shape.textX - (shape.ports.some(({ side }) => side === 'right') ? 52 : 14),
      }}
    >
      <span className="device-name">
        <span title={device.name}>{device.name}</span>
        {role !== null && role !== 'off' && <RoleBadge role={role} />}
      </span>
      <span className="device-line">{device.label === '' ? line : `${device.label} · ${line}`}</span>
    </span>
  )
}

/** Solid for whoever acts as primary, outlined for a secondary, dashed while nobody knows. */
function RoleBadge({ role }: { readonly role: string }) {
  const acting = role.slice(role.lastIndexOf(',') + 1).trim()
  const look = /^(operational )?primary$/.test(acting)
    ? 'badge-solid'
    : acting.endsWith('secondary')
      ? 'badge-line'
      : 'badge-dashed'
  return (
    <span className={`badge ${look}`} data-role={acting} title={role}>
      {acting}
    </span>
  )
}
