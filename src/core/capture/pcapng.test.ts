import { expect, test } from 'vitest'
import type { Capture } from '../model/capture.ts'
import { writePcapng } from './pcapng.ts'
import { readPcapng } from './testing/readPcapng.ts'

const CAPTURE: Capture = {
  comment: 'two switches',
  interfaces: [
    { name: 'leaf-a Ethernet1/1', description: 'to srv-1 eth0', mac: '02:00:5f:00:53:01', speedGbps: 25 },
    { name: 'srv-1 eth0', description: 'to leaf-a Ethernet1/1', mac: '02:00:01:00:0a:01', speedGbps: 2.5 },
  ],
  packets: [
    { at: 0, from: 1, octets: Uint8Array.of(1, 2, 3, 4, 5), comment: null },
    { at: 31_402_118, from: 0, octets: Uint8Array.of(6), comment: 'lost: no light this way – cut' },
    { at: 2 ** 33 + 7, from: 0, octets: new Uint8Array(0), comment: null },
  ],
}

test('a file is read back: interfaces, simulated times, octets and comments', () => {
  expect(readPcapng(writePcapng(CAPTURE))).toEqual(CAPTURE)
})

test('a section without frames is a whole file', () => {
  const empty = { comment: '', interfaces: [], packets: [] }
  expect(readPcapng(writePcapng(empty))).toEqual(empty)
})

test('the file begins with the section header, octet by octet', () => {
  const octets = writePcapng({ comment: 'ab', interfaces: [], packets: [] })
  expect(Buffer.from(octets).toString('hex')).toBe(
    [
      '0a0d0d0a 38000000 4d3c2b1a 0100 0000 ffffffffffffffff', // section header, 56 octets, version 1.0, any length
      '0100 0200 6162 0000', // opt_comment, padded
      '0400 0b00 4d4c414720537475 64696f00', // shb_userappl, padded
      '00000000 38000000',
    ]
      .join('')
      .replaceAll(' ', ''),
  )
})

test('a hundred thousand frames are no trouble', () => {
  const octets = new Uint8Array(60)
  const packets = Array.from({ length: 100_000 }, (_, at) => ({ at, from: 0, octets, comment: null }))
  const read = readPcapng(writePcapng({ ...CAPTURE, packets }))
  expect(read.packets).toHaveLength(100_000)
  expect(read.packets.at(-1)?.at).toBe(99_999)
})
