import type { NumberKey } from '../model/profileKeys.ts'

/** A number of a profile with its unit: `12 s`, `600 ms`, `3`. */
export function numberWords(key: NumberKey, value: number): string {
  if (!key.endsWith('-ms')) return String(value)
  return value >= 1_000 && value % 1_000 === 0 ? `${value / 1_000} s` : `${value} ms`
}

export function switchWords(value: boolean): string {
  return value ? 'on' : 'off'
}

/** A named behaviour in words: `members stay`. */
export function choiceWords(value: string): string {
  return value.replaceAll('-', ' ')
}
