import type { SwitchDevice } from '../../../core/model/topology.ts'
import type { ExportFormat } from '../../../core/vendors/exporter.ts'
import { EXPORTERS } from '../../../core/vendors/exporters.ts'

/** Every format that the platform of a switch can be given its configuration in, the usual one first. */
export function formatsOf({ vendor }: SwitchDevice): readonly ExportFormat[] {
  return [EXPORTERS[vendor], ...(EXPORTERS[vendor].variants ?? [])]
}

/** Which of the platform's formats is shown; nothing where there is only one. */
export function FormatField({ device, chosen, onChoose }: FormatFieldProps) {
  const formats = formatsOf(device)
  if (formats.length === 1) return null
  return (
    <select
      aria-label="Format"
      value={chosen}
      className="h-6 max-w-36 min-w-0 rounded-2 bg-panel px-1.5 text-12 shadow-[inset_0_0_0_1px_var(--edge)]"
      onChange={(change) => onChoose(Number(change.target.value))}
    >
      {formats.map(({ format, fileName }, at) => (
        <option key={at} value={at}>
          {format ?? fileName(device.name)}
        </option>
      ))}
    </select>
  )
}

interface FormatFieldProps {
  readonly device: SwitchDevice
  /** Position among the formats. */
  readonly chosen: number
  readonly onChoose: (at: number) => void
}
