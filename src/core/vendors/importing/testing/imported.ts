import { importConfigs, type ImportResult } from '../importConfigs.ts'

/** What texts draw; throws where they are refused. */
export function imported(texts: Parameters<typeof importConfigs>[0]): Extract<ImportResult, { ok: true }> {
  const result = importConfigs(texts)
  if (!result.ok) throw new Error(result.text)
  return result
}
