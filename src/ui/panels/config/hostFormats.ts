import type { HostFormatId } from '../../../core/hosts/hostFormat.ts'
import { planHost } from '../../../core/hosts/hostPlan.ts'
import { HOST_FORMATS } from '../../../core/hosts/index.ts'
import type { Network } from '../../../core/model/network.ts'
import type { HostDevice } from '../../../core/model/topology.ts'
import type { ExportFormat } from '../../../core/vendors/exporter.ts'

/** The files of a server in one format, each to be shown as a switch's is; or why there is none. */
export function hostFiles(
  net: Network,
  host: HostDevice,
  id: HostFormatId,
): { readonly files: readonly ExportFormat[]; readonly reason: string | null } {
  const result = planHost(net, host.id)
  if (!result.ok) return { files: [], reason: result.reason }
  const { plan } = result
  const files = HOST_FORMATS[id].files(plan).map(({ path, lines }, at): ExportFormat => ({
    format: `/${path}`,
    comment: '#',
    fileName: () => path.slice(path.lastIndexOf('/') + 1),
    render: () => ({ lines, notes: at === 0 ? plan.notes : [] }),
  }))
  return { files, reason: null }
}
