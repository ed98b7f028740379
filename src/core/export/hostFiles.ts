import { HOST_FORMATS } from '../hosts/index.ts'
import type { HostFormat, HostFormatId } from '../hosts/hostFormat.ts'
import { planHost, type HostPlan } from '../hosts/hostPlan.ts'
import { lagEnd, need, type Network } from '../model/network.ts'
import type { HostDevice } from '../model/topology.ts'
import { renderText } from '../vendors/exporter.ts'
import { fileStem, freeText, word } from '../vendors/text.ts'
import type { ExportedFile } from './exportedFile.ts'

/** What is written for the servers of a design, and for which of them nothing could be. */
export interface HostFiles {
  readonly format: HostFormat
  readonly folders: readonly HostFolder[]
  readonly refused: readonly { readonly host: HostDevice; readonly reason: string }[]
}

export interface HostFolder {
  readonly folder: string
  readonly plan: HostPlan
  /** Below the folder, as they lie below the server's root. */
  readonly files: readonly ExportedFile[]
}

/** A folder for each server, as drawn. Names that are given away are added to `taken`. */
export function exportHosts(net: Network, formatId: HostFormatId, taken: Set<string>): HostFiles {
  const format = HOST_FORMATS[formatId]
  const folders: HostFolder[] = []
  const refused: { host: HostDevice; reason: string }[] = []
  for (const host of net.topology.devices) {
    if (host.kind !== 'host') continue
    const result = planHost(net, host.id)
    if (!result.ok) {
      refused.push({ host, reason: result.reason })
      continue
    }
    const { plan } = result
    const folder = freeFolder(fileStem(host.name), taken)
    const files = format.files(plan).map(({ path, lines }) => ({ path: `${folder}/${path}`, text: renderText(lines) }))
    folders.push({ folder, plan, files })
  }
  return { format, folders, refused }
}

/** What the README says of servers. */
export function hostSections(net: Network, { format, folders, refused }: HostFiles): readonly (readonly string[])[] {
  return [
    ...(folders.length === 0
      ? []
      : [
          [
            `Servers, for ${format.title}`,
            ...folders.map(({ folder, plan }) => `  ${folder}/: ${describe(net, plan.host)}`),
            '  A folder holds what goes below / of its server. To put it to use:',
            `  ${format.apply}`,
            '  Addresses are drawn without a prefix length; the one written takes in all servers of the VLAN.',
          ],
        ]),
    ...(refused.length === 0 ? [] : [['Not exported', ...refused.map(({ reason }) => `  ${reason}`)]]),
  ]
}

function describe(net: Network, host: HostDevice): string {
  const bonds = need(net.lagsOf, host.id).map((lag) => {
    const { mode, rate } = lagEnd(lag)
    const ports = lag.ports.map(({ name }) => word(name)).join(' and ')
    return mode === 'static' ? `static bond of ${ports}` : `LACP bond of ${ports}, ${mode}, rate ${rate}`
  })
  const label = freeText(host.label)
  return `${label === '' ? '' : `${label}; `}${bonds.length > 0 ? bonds.join('; ') : 'no bond'}`
}

/** A folder's name that is not given away yet, whatever the case of its letters. */
export function freeFolder(wanted: string, taken: Set<string>): string {
  let folder = wanted
  for (let count = 2; taken.has(folder.toLowerCase()); count++) folder = `${wanted}-${count}`
  taken.add(folder.toLowerCase())
  return folder
}
