import type { ConfigLine } from './exporter.ts'

/** Stands where a device wants a secret that only its owner knows. Long and mixed enough to be taken as one. */
export const PASSWORD_PLACEHOLDER = 'Change_Me_2024'

/** A line whose placeholder is to be replaced before it is pasted. */
export interface SecretLine {
  /** From 1. */
  readonly number: number
  /** The line without its indentation. */
  readonly text: string
}

/** Every line of a configuration that holds a placeholder instead of a secret. */
export function secretsIn(lines: readonly ConfigLine[]): readonly SecretLine[] {
  return lines.flatMap(({ text }, at) =>
    !/^[!#] /.test(text) && text.includes(PASSWORD_PLACEHOLDER) ? [{ number: at + 1, text: text.trim() }] : [],
  )
}
