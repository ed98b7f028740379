import type { ImportedSwitch } from './uses.ts'

/** Two switches that call each other their peer. */
export type Peers = readonly [ImportedSwitch, ImportedSwitch]

/** Finds who is whose peer, by the addresses they name, then by the domain, then because nobody else is left. */
export function pairsAmong(switches: readonly ImportedSwitch[]): readonly Peers[] {
  const pairs: Peers[] = []
  let left = switches.filter(({ config }) => config.pair !== null)
  for (const agree of [eachOther, sameDomain, samePlatform]) {
    for (const a of left) {
      const others = left.filter((b) => b !== a && samePlatform(a, b) && agree(a, b))
      const b = others[0]
      if (!b || !left.includes(a) || (agree === samePlatform && left.length > 2)) continue
      pairs.push([a, b])
      left = left.filter((one) => one !== a && one !== b)
    }
  }
  return pairs
}

/** The peer's address on a session or a keepalive is one of the other's. */
function eachOther(a: ImportedSwitch, b: ImportedSwitch): boolean {
  return names(a, b) && names(b, a)
}

function names({ config }: ImportedSwitch, other: ImportedSwitch): boolean {
  const own = [...other.config.interfaces.values()].flatMap(({ address }) => (address ? [address.ip] : []))
  const wanted = [config.pair?.keepalive?.to, config.pair?.peering.to]
  return wanted.some((to) => typeof to === 'string' && own.includes(to))
}

function sameDomain(a: ImportedSwitch, b: ImportedSwitch): boolean {
  const [one, other] = [a.config.pair, b.config.pair]
  return one?.number === other?.number && one?.name === other?.name && one?.systemMac === other?.systemMac
}

function samePlatform(a: ImportedSwitch, b: ImportedSwitch): boolean {
  return a.config.vendor === b.config.vendor
}
