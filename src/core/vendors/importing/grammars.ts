import { aristaEosGrammar } from '../arista-eos/importer.ts'
import { ciscoNxosGrammar } from '../cisco-nxos/importer.ts'
import type { Grammar } from './grammar.ts'

/** Platforms whose running configurations are read; a new one adds its grammar here. */
export const GRAMMARS: readonly Grammar[] = [ciscoNxosGrammar, aristaEosGrammar]
