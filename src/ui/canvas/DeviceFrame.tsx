import type { ReactNode } from 'react'
import type { DeviceId } from '../../core/model/ids.ts'
import { useRuntime } from '../../state/runtimeStore.ts'
import { useUi } from '../../state/uiStore.ts'
import { duration } from '../controls/time.ts'
import { Chip } from '../state/Chip.tsx'
import { useCanvas } from './canvasStore.ts'
import { ConnectHandles } from './ConnectHandles.tsx'
import type { DeviceShape } from './deviceShapes.ts'
import { PortButton } from './PortButton.tsx'

/** The face that all devices share: outline, ports, places for new cables, the chip of a dead device. */
export function DeviceFrame({
  shape,
  name,
  kind,
  children,
}: {
  readonly shape: DeviceShape
  readonly name: string
  readonly kind: 'switch' | 'host' | 'management-switch'
  readonly children: ReactNode
}) {
  const off = useRuntime((s) => s.devices.get(shape.id)?.power === 'off')
  const offFor = useRuntime((s) => offText(s.devices.get(shape.id)?.failures[0]?.at, s.now))
  const role = useConnectRole(shape.id)
  return (
    <div className="device" data-kind={kind} data-power={off ? 'off' : 'on'} data-connect={role}>
      {children}
      {off && (
        <span className="device-chip">
          <Chip state="down">off{offFor}</Chip>
        </span>
      )}
      {shape.ports.map((spot) => (
        <PortButton key={spot.id} spot={spot} shape={shape} dead={off} />
      ))}
      <ConnectHandles shape={shape} name={name} />
      <span className="device-far" aria-hidden="true">
        {name}
      </span>
    </div>
  )
}

/** What a device is in the cable being drawn, for the outline. */
function useConnectRole(id: DeviceId): 'from' | 'target' | 'refused' | undefined {
  const drawn = useCanvas(({ line }) => {
    if (line?.over === id) return line.problem === null ? 'target' : 'refused'
    return line?.from === id ? 'from' : undefined
  })
  const asked = useUi(({ connecting }) => connecting?.from.kind === 'device' && connecting.from.id === id)
  return drawn ?? (asked ? 'from' : undefined)
}

/** Elapsed time, coarse enough not to render at every update. */
function offText(since: number | undefined, now: number): string {
  if (since === undefined) return ''
  const step = now - since < 10_000_000 ? 100_000 : 1_000_000
  return ` ${duration(Math.floor((now - since) / step) * step)}`
}
