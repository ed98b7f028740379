/**
 * An IPv4 address as a number, to tell the lower of two. `reversed`: the last octet weighs most, as where a program
 * compares addresses in the octet order of the wire on a little-endian processor.
 */
export function addressRank(address: string, reversed: boolean): number {
  const octets = address.split('.').map(Number)
  return (reversed ? octets.toReversed() : octets).reduce((sum, octet) => sum * 256 + octet, 0)
}
