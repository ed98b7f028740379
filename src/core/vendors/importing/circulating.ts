import type { Unread } from './grammar.ts'
import { linesOf } from './statements.ts'

/** A listing that public articles on MLAG print and that holds lines no device takes. */
export interface Circulating {
  /** How it is known. */
  readonly name: string
  /** Lines that together tell it from a configuration. */
  readonly markers: readonly RegExp[]
  /** Lines that are refused, with what is typed instead. */
  readonly refused: readonly (readonly [form: RegExp, instead: string])[]
}

/**
 * Sources: Huawei CloudEngine 16800, 8800, 6800 V300R023 Command Reference, M-LAG, and V200R019 Configuration Guide; Cisco
 * Nexus 9000 Series NX-OS Interfaces Configuration Guide, "Configuring vPCs". docs/article-snippets.md has every line.
 */
export const CIRCULATING: readonly Circulating[] = [
  {
    name: 'Huawei listing with “m-lag domain”',
    markers: [/^m-lag domain \d+$/],
    refused: [
      [/^m-lag domain \d+$/, '“dfs-group 1”; there is no other number'],
      [
        /^source-address \S+$/,
        '“dual-active detection source ip <own> peer <other>” in the DFS group (“source ip <own>” on V200)',
      ],
      [/^peer \d+\.\d+\.\d+\.\d+$/, 'the part behind “peer” of “dual-active detection source ip <own> peer <other>”'],
      [/^peer-link eth-trunk ?\d+$/i, '“peer-link 1” below “interface Eth-Trunk<n>”, after “mode lacp-static”'],
      [
        /^keepalive vlan \d+$/,
        'an address on MEth0/0/0 or on a routed port of its own, and “dual-active detection source ip <own> peer <other>”',
      ],
      [/^m-lag \d+$/, '“dfs-group 1 m-lag <n>” below the interface'],
    ],
  },
  {
    name: 'Cisco listing with “peer-link port-channel” in the vPC domain',
    // Without the domain it may be a line of EOS, which takes it.
    markers: [/^vpc domain \d+$/, /^peer-link port-channel ?\d+$/i],
    refused: [
      [/^peer-link port-channel ?\d+$/i, '“vpc peer-link” below “interface port-channel<n>”, which is a trunk'],
    ],
  },
]

/** The listings that a text holds. */
export function circulatingIn(text: string): readonly Circulating[] {
  const lines = linesOf(text).map(({ text: line }) => line)
  return CIRCULATING.filter(({ markers }) => markers.every((marker) => lines.some((line) => marker.test(line))))
}

/** Lines that were not understood, those of a listing that circulates with what is typed instead. */
export function explainedUnread(listings: readonly Circulating[], unread: readonly Unread[]): readonly Unread[] {
  const known = listings.flatMap(({ refused }) => refused)
  return unread.map((one) => {
    const instead = one.why === '' ? known.find(([form]) => form.test(one.text))?.[1] : undefined
    return instead === undefined ? one : { ...one, why: `No device takes this. Instead: ${instead}.` }
  })
}
