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

/** The IPv4 address at an offset, dotted. The four octets must be there. */
export function readIpv4(octets: Uint8Array, offset: number): string {
  return octets.subarray(offset, offset + 4).join('.')
}

/** Writes a dotted IPv4 address. */
export function writeIpv4(octets: Uint8Array, offset: number, address: string): void {
  for (const [index, part] of address.split('.').entries()) octets[offset + index] = Number(part)
}

/** Pieces one after the other. */
export function joined(...pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return concatenated(pieces)
}

/** As `joined`, for any number of pieces. */
export function concatenated(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

/** True where the octets begin with these. */
export function startsWith(octets: Uint8Array, start: Uint8Array): boolean {
  return octets.length >= start.length && start.every((octet, at) => octets[at] === octet)
}
