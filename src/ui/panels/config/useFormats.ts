import { useMemo } from 'react'
import type { HostFormatId } from '../../../core/hosts/hostFormat.ts'
import type { Network } from '../../../core/model/network.ts'
import type { ExportFormat } from '../../../core/vendors/exporter.ts'
import { formatsOf } from './FormatField.tsx'
import { hostFiles } from './hostFormats.ts'
import type { ConfiguredDevice } from './marked.ts'

/** What a device can be given its configuration in, or of a server the files of one format; or why there is none. */
export function useFormats(
  net: Network,
  device: ConfiguredDevice | undefined,
  hostFormat: HostFormatId,
): { readonly files: readonly ExportFormat[]; readonly reason: string | null } {
  return useMemo(
    () =>
      device?.kind === 'host'
        ? hostFiles(net, device, hostFormat)
        : { files: device === undefined ? [] : formatsOf(device), reason: null },
    [net, device, hostFormat],
  )
}
