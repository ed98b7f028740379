/** A view on the octets, for reading and writing big-endian numbers. */
export function viewOf(octets: Uint8Array): DataView {
  return new DataView(octets.buffer, octets.byteOffset, octets.byteLength)
}

/** The MAC at an offset, lower case with colons. The six octets must be there. */
export function readMac(octets: Uint8Array, offset: number): string {
  return Array.from(octets.subarray(offset, offset + 6), (octet) => octet.toString(16).padStart(2, '0')).join(':')
}

/** Writes a MAC given in lower or upper case with colons. */
export function writeMac(octets: Uint8Array, offset: number, mac: string): void {
  for (const [index, pair] of mac.split(':').entries()) octets[offset + index] = Number.parseInt(pair, 16)
}
