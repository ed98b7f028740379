import type { Network } from '../model/network.ts'
import type { SwitchDevice } from '../model/topology.ts'
import { renderText, type ExportFormat, type ExportNote } from '../vendors/exporter.ts'
import { EXPORTERS } from '../vendors/exporters.ts'
import { secretsIn, type SecretLine } from '../vendors/secrets.ts'
import type { ExportedFile } from './exportedFile.ts'

/** One configuration of a switch, in one of its platform's formats. */
export interface SwitchFile extends ExportedFile {
  readonly device: SwitchDevice
  readonly format: ExportFormat
  /** Not just another format of the switch's file. */
  readonly main: boolean
  readonly notes: readonly ExportNote[]
  readonly secrets: readonly SecretLine[]
}

/** Files that are there whatever is drawn, and that no switch's file may be called. */
export const OWN_FILES = ['readme.txt', 'cables.csv', 'runbook.md']

/** The files of every switch, in the order in which to paste them. Names that are given away are added to `taken`. */
export function switchFiles(net: Network, taken = new Set(OWN_FILES)): readonly SwitchFile[] {
  return switchesInOrder(net).flatMap((device) => {
    const exporter = EXPORTERS[device.vendor]
    return [exporter, ...(exporter.variants ?? [])].map((format): SwitchFile => {
      const { lines, notes } = format.render(net, device.id)
      const path = freePath(format.fileName(device.name), taken)
      const [main, secrets] = [format === exporter, secretsIn(lines)]
      return { device, format, main, notes, secrets, path, text: renderText(lines) }
    })
  })
}

/** Pairs first, the preferred primary before its peer, then the other switches as drawn. */
function switchesInOrder(net: Network): readonly SwitchDevice[] {
  const paired = net.topology.domains.flatMap(({ peers: [a, b], preferredPrimary }) =>
    preferredPrimary === b ? [b, a] : [a, b],
  )
  const ids = new Set([...paired, ...net.devices.keys()])
  return [...ids].flatMap((id) => {
    const device = net.devices.get(id)
    return device?.kind === 'switch' ? [device] : []
  })
}

function freePath(wanted: string, taken: Set<string>): string {
  const dot = wanted.lastIndexOf('.')
  let path = wanted
  for (let count = 2; taken.has(path.toLowerCase()); count++) {
    path = `${wanted.slice(0, dot)}-${count}${wanted.slice(dot)}`
  }
  taken.add(path.toLowerCase())
  return path
}
