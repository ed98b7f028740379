import type { PeerView } from '../../model/peerView.ts'

/** Words of a Comware console that several of its commands print. */
export const NOT_CONFIGURED = ['The M-LAG system is not configured.']

export function upWord(up: boolean): string {
  return up ? 'UP' : 'DOWN'
}

/** `M-LAG MAD DOWN` holds the members of a peer that stepped back for a lost peer-link. */
export function madDown({ inner, peerLink }: PeerView): string {
  return (inner?.members ?? null) !== null && peerLink === 'down' ? 'Yes' : 'No'
}

/** `HGE1/0/1` of `HundredGigE1/0/1`. */
export function shortName(name: string): string {
  const [, long = '', rest = ''] = /^([A-Za-z-]+)(.*)$/.exec(name) ?? []
  return `${SHORT[long] ?? long}${rest}`
}

const SHORT: Readonly<Record<string, string>> = {
  HundredGigE: 'HGE',
  FortyGigE: 'FGE',
  'Twenty-FiveGigE': 'WGE',
  'Ten-GigabitEthernet': 'XGE',
  GigabitEthernet: 'GE',
  'M-GigabitEthernet': 'M-GE',
}
