import type { PlatformWords } from '../model/profile.ts'

/** Words for what belongs to no platform. */
export const PLAIN_WORDS: PlatformWords = {
  platform: 'the platform',
  vendorPlatform: 'the platform',
  mlag: 'MLAG',
  domain: 'MLAG domain',
  keepalive: 'keepalive',
  channel: 'port-channel',
  channelShort: 'Po',
  held: 'suspended',
}

/** `a, b and c`. */
export function listed(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

/** `1 cable`, `2 cables`. */
export function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`
}
