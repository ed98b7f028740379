import { aristaEosGrammar } from '../arista-eos/importer.ts'
import { arubaAoscxGrammar } from '../aruba-aoscx/importer.ts'
import { ciscoIosXeGrammar } from '../cisco-ios-xe/importer.ts'
import { ciscoNxosGrammar } from '../cisco-nxos/importer.ts'
import { dellOs10Grammar } from '../dell-os10/importer.ts'
import { h3cComwareGrammar } from '../h3c-comware/importer.ts'
import { huaweiVrp8Grammar } from '../huawei-vrp8/importer.ts'
import { juniperJunosGrammars } from '../juniper-junos/importer.ts'
import { mikrotikRouterosGrammar } from '../mikrotik-routeros/importer.ts'
import { nvidiaCumulusGrammars } from '../nvidia-cumulus/importer.ts'
import { platformOf } from '../platforms.ts'
import { sonicGrammars } from '../sonic/importer.ts'
import type { Grammar } from './grammar.ts'

/** Platforms whose running configurations are read; a new one adds its grammar here. */
export const GRAMMARS: readonly Grammar[] = [
  ciscoNxosGrammar,
  aristaEosGrammar,
  ...juniperJunosGrammars,
  huaweiVrp8Grammar,
  ...nvidiaCumulusGrammars,
  dellOs10Grammar,
  arubaAoscxGrammar,
  ...sonicGrammars,
  h3cComwareGrammar,
  mikrotikRouterosGrammar,
  ciscoIosXeGrammar,
]

/** What to paste: every platform that is read, with the commands that print it. */
export const PRINTED_BY: readonly { readonly platform: string; readonly commands: readonly string[] }[] = [
  ...new Set(GRAMMARS.map(({ vendor }) => vendor)),
].map((vendor) => ({
  platform: platformOf(vendor).words.vendorPlatform,
  commands: GRAMMARS.flatMap((grammar) => (grammar.vendor === vendor ? [grammar.printedBy] : [])),
}))
