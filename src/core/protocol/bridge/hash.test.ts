import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hashesOfArp, hashesOfUdp, layer2, layer23, layer34, symmetric } from './hash.ts'

test('layer3+4 sends each flow over the member that a Linux bond of two or three chose', () => {
  const chosen = (members: number, seen: readonly (readonly [number, number, number])[]) =>
    seen.map(([srcPort, dstPort]) => [srcPort, dstPort, layer34('10.9.9.1', '10.9.9.2', srcPort, dstPort) % members])
  expect(chosen(2, SEEN_WITH_TWO)).toEqual(SEEN_WITH_TWO)
  expect(chosen(3, SEEN_WITH_THREE)).toEqual(SEEN_WITH_THREE)
})

test('layer3+4 stays an unsigned number with the highest address bits set', () => {
  expect(layer34('255.255.255.255', '0.0.0.0', 0, 0)).toBe(0x7f807f80)
})

test('layer2 looks at the last address bytes and the type only', () => {
  expect(layer2('02:00:00:00:00:05', '02:00:00:00:00:03', 0x0800)).toBe(0x0800 ^ 6)
})

test('layer2+3 adds the addresses and folds them', () => {
  const macs = ['02:00:00:00:00:05', '02:00:00:00:00:03'] as const
  expect(layer23(...macs, 0x0800, '10.0.0.1', '10.0.0.1') % 256).toBe(((0x0806 >>> 8) ^ 0x06) & 0xff)
  expect(layer23(...macs, 0x0800, '10.0.0.1', '10.0.0.2')).not.toBe(layer23(...macs, 0x0800, '10.0.0.1', '10.0.0.4'))
})

test('known answers of each policy, worked out by hand from the formulas', () => {
  const a = { mac: '02:00:00:00:0a:01', ipv4: '10.0.10.11', port: 40_000 }
  const b = { mac: '02:00:00:00:0a:02', ipv4: '10.0.10.12', port: 7000 }
  // layer2: 01 ^ 02 ^ 0800. Addresses as little-endian words: 0b0a000a ^ 0c0a000a = 07000000.
  expect(hashesOfUdp(a, b).layer2).toBe(0x0803)
  // 07000803 ^ 0700 = 07000f03, ^ 07000f = 07070f0c.
  expect(hashesOfUdp(a, b)['layer2+3']).toBe(0x07070f0c)
  // Ports 9c40 and 1b58 as a word: 581b409c; ^ 07000000 = 5f1b409c; ^ 5f1b = 5f1b1f87; ^ 5f1b1f = 5f440498; half.
  expect(hashesOfUdp(a, b)['layer3+4']).toBe(0x2fa2024c)
  expect(hashesOfUdp(a, b).symmetric).toBe(hashesOfUdp(b, a).symmetric)
})

test('ARP is no IP: every policy of Linux falls back to the addresses of the frame', () => {
  const a = { mac: '02:00:00:00:0a:01', ipv4: '10.0.10.11', port: 40_000 }
  const b = { mac: '02:00:00:00:0a:02', ipv4: '10.0.10.12', port: 7000 }
  const hash = 0x01 ^ 0xff ^ 0x0806
  expect(hashesOfArp(a, b)).toMatchObject({ layer2: hash, 'layer2+3': hash, 'layer3+4': hash })
})

test('the hash of switches does not tell the directions of a flow apart', () => {
  fc.assert(
    fc.property(ip, ip, port, port, (a, b, p, q) => {
      expect(symmetric(a, b, p, q)).toBe(symmetric(b, a, q, p))
    }),
    { seed: 20_261_124 },
  )
})

test('the hash of switches spreads flows that differ in one port evenly', () => {
  for (const members of [2, 3, 4]) {
    const counts = Array.from({ length: members }, () => 0)
    for (let p = 0; p < 1200; p++) counts[symmetric('10.0.10.11', '10.0.10.12', 40_000 + p, 5001) % members]! += 1
    for (const count of counts) expect(Math.abs(count - 1200 / members)).toBeLessThan(0.2 * (1200 / members))
  }
})

const ip = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255), fc.nat(255)).map((bytes) => bytes.join('.'))
const port = fc.nat(65_535)

// Source port, destination port and member of TCP flows from 10.9.9.1 to 10.9.9.2 over a bond of Linux 6.1 on x86,
// mode 802.3ad, xmit_hash_policy layer3+4.
const SEEN_WITH_TWO = [
  [60724, 53, 1],
  [47286, 2000, 1],
  [33798, 2001, 1],
  [60736, 53, 1],
  [47302, 2000, 1],
  [50416, 2001, 0],
  [52322, 53, 0],
  [51132, 2000, 1],
  [51132, 2000, 1],
  [50418, 2001, 1],
  [52336, 53, 1],
  [51146, 2000, 0],
  [50434, 2001, 1],
  [52350, 53, 0],
  [51158, 2000, 0],
  [50446, 2001, 1],
  [50446, 2001, 1],
  [55210, 53, 1],
  [43444, 2000, 0],
  [39110, 2001, 1],
] as const
const SEEN_WITH_THREE = [
  [43984, 53, 0],
  [34518, 2000, 1],
  [54436, 2001, 2],
  [54436, 2001, 2],
  [43990, 53, 2],
  [34530, 2000, 1],
  [51778, 2001, 0],
  [46434, 53, 1],
  [39982, 2000, 2],
  [51780, 2001, 2],
  [46438, 53, 1],
  [39996, 2000, 0],
  [51784, 2001, 0],
  [46446, 53, 0],
  [40008, 2000, 0],
  [51790, 2001, 2],
  [36724, 53, 0],
  [55246, 2000, 1],
  [35188, 2001, 0],
] as const
