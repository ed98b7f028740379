import { builtAs } from '../../compare/designs.ts'
import { networkOf } from '../../model/network.ts'
import { formsPairs, type Topology, type VendorId } from '../../model/topology.ts'
import { type ExportFormat, renderText } from '../exporter.ts'
import { EXPORTERS } from '../exporters.ts'
import { type ConfigText, importConfigs, type ImportResult } from '../importing/importConfigs.ts'
import { GRAMMARS } from '../importing/grammars.ts'
import { redrawnOn } from '../platforms.ts'

/** One of a platform's formats, as its files are called at the end. */
export interface Written {
  readonly vendor: VendorId
  readonly format: ExportFormat
  readonly comment: RegExp
  readonly name: string
}

/** Every format that is written and read again. */
export const FORMATS: readonly Written[] = Object.values(EXPORTERS).flatMap((exporter) =>
  !GRAMMARS.some(({ vendor }) => vendor === exporter.vendor)
    ? []
    : [exporter, ...(exporter.variants ?? [])].map((format) => ({
        vendor: exporter.vendor,
        format,
        comment: format.comment === '!' ? /^\s*!/ : /^\s*#/,
        name: `${exporter.vendor} *${format.fileName('')}`,
      })),
)

/** The design as its switches run the platform; where that forms no pairs, each pair is one switch. */
export function drawnOn(vendor: VendorId, drawn: Topology): Topology {
  return redrawnOn(formsPairs(vendor) ? drawn : builtAs(drawn, 'one-switch'), vendor)
}

/** What every switch of the design gets, drawn on the format's platform. */
export function textsOf({ vendor, format }: Written, drawn: Topology): readonly ConfigText[] {
  const net = networkOf(drawnOn(vendor, drawn))
  return net.topology.devices.flatMap(({ kind, id, name }) =>
    kind === 'switch' ? [{ name: format.fileName(name), text: renderText(format.render(net, id).lines) }] : [],
  )
}

/** Comments say what the platform cannot take; they are no part of a configuration. */
export function statementsIn({ comment }: Written, texts: readonly ConfigText[]) {
  return Object.fromEntries(
    texts.map(({ name, text }) => [name, text.split('\n').filter((line) => line !== '' && !comment.test(line))]),
  )
}

export function imported(texts: readonly ConfigText[]): Extract<ImportResult, { ok: true }> {
  const result = importConfigs(texts)
  if (!result.ok) throw new Error(`${result.text} ${result.wayOut}`)
  return result
}
