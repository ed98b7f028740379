/** An IPv4 address as a number. */
export function toNumber(address: string): number {
  return address.split('.').reduce((sum, octet) => sum * 256 + Number(octet), 0)
}

/** The address that a number stands for. */
export function toText(address: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join('.')
}

/** First address of the network that an address is in. */
export function networkAt(address: string, prefixLength: number): number {
  return Math.floor(toNumber(address) / sizeOf(prefixLength)) * sizeOf(prefixLength)
}

export function sameNetwork([a, b]: readonly [string, string], prefixLength: number): boolean {
  return networkAt(a, prefixLength) === networkAt(b, prefixLength)
}

/** The address of the network itself or its broadcast address; in networks of two addresses both are hosts. */
export function isNoHost(address: string, prefixLength: number): boolean {
  if (prefixLength >= 31) return false
  const at = toNumber(address) - networkAt(address, prefixLength)
  return at === 0 || at === sizeOf(prefixLength) - 1
}

export interface Subnet {
  readonly addresses: readonly [string, string]
  readonly prefixLength: number
}

/** One of the two networks holds an address of the other. */
export function overlap(a: Subnet, b: Subnet): boolean {
  const prefix = Math.min(a.prefixLength, b.prefixLength)
  return a.addresses.some((one) => b.addresses.some((other) => sameNetwork([one, other], prefix)))
}

function sizeOf(prefixLength: number): number {
  return 2 ** (32 - prefixLength)
}
