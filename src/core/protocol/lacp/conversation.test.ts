import { expect, test } from 'vitest'
import { conversationOf } from './conversation.ts'
import { slowFrame } from './frame.ts'
import { encodeLacpdu } from './pdu.ts'
import { slowInput } from './slowProtocols.ts'
import { goodPdu } from './testing/ports.ts'
import { alone, portAt, run, schedule } from './testing/twoNodes.ts'
import type { Lab } from './testing/twoNodes.ts'
import type { Tlv } from './types.ts'

const MAC = '02:00:00:00:00:01'
const DIGEST = Uint8Array.from({ length: 16 }, (_, n) => 0xa0 + n)
const SERVICES = Uint8Array.from({ length: 16 }, (_, n) => n)

const TLVS: readonly Tlv[] = [
  { type: 0x04, value: Uint8Array.of(0x00, 0x80, 0xc2, 0x01) },
  { type: 0x05, value: Uint8Array.of(0x00, 0x09, ...DIGEST) },
  { type: 0x0a, value: SERVICES },
]

const HEARD = {
  algorithm: 0x0080c201,
  linkNumber: 9,
  linkDigest: 'a0a1a2a3a4a5a6a7a8a9aaabacadaeaf',
  serviceDigest: '000102030405060708090a0b0c0d0e0f',
}
/** Port 4's own number of its link. */
const DEFAULTS = { algorithm: null, linkNumber: 4, linkDigest: '0'.repeat(32), serviceDigest: '0'.repeat(32) }

test('RX34: what version 2 said is back to its defaults with a version 1 LACPDU, and the port stays in use', () => {
  const lab = alone({ ports: [4], lacpVersion: 2 })
  expect(portAt(lab, 'a:4').partnerConversation).toEqual(DEFAULTS)
  for (const at of [1, 1_000, 3_000, 3_500]) say(lab, at, 2, TLVS)
  // Nothing else is new in it.
  say(lab, 4_000, 1, [])
  run(lab, 3_999)
  expect(portAt(lab, 'a:4')).toMatchObject({ rx: 'current', partnerConversation: HEARD })
  run(lab, 4_000)
  expect(portAt(lab, 'a:4')).toMatchObject({
    rx: 'current',
    mux: 'collecting-distributing',
    partnerConversation: DEFAULTS,
  })
})

test('RX34: so is what a partner says no more that stops sending its TLVs, or falls silent', () => {
  const lab = alone({ ports: [4], lacpVersion: 2, short: true })
  say(lab, 1, 2, TLVS)
  say(lab, 1_000, 2, [])
  say(lab, 2_000, 2, TLVS)
  run(lab, 1_000)
  expect(portAt(lab, 'a:4').partnerConversation).toEqual(DEFAULTS)
  run(lab, 5_000)
  expect(portAt(lab, 'a:4')).toMatchObject({ rx: 'expired', partnerConversation: HEARD })
  run(lab, 8_000)
  expect(portAt(lab, 'a:4')).toMatchObject({ rx: 'defaulted', partnerConversation: DEFAULTS })
})

test('a port of version 1 keeps nothing of them', () => {
  const lab = alone({ ports: [4] })
  say(lab, 1, 2, TLVS)
  run(lab, 1)
  expect(portAt(lab, 'a:4')).toMatchObject({ rx: 'current', partnerConversation: null })
})

test('a known TLV of another length counts as missing, unknown ones are walked over', () => {
  const short: Tlv = { type: 0x04, value: Uint8Array.of(0x00, 0x80, 0xc2) }
  const unknown: Tlv = { type: 0x7f, value: Uint8Array.of(1, 2, 3, 4) }
  const [, ...others] = TLVS
  expect(conversationOf([short, unknown, ...others], 4)).toEqual({ ...HEARD, algorithm: null })
})

/** A frame of the partner's arrives at port 4. */
function say(lab: Lab, at: number, version: number, tlvs: readonly Tlv[]): void {
  schedule(lab, at, () => {
    const system = lab.systems.get('a')
    if (system === undefined) throw new Error('no system a')
    const pdu = { ...goodPdu(portAt(lab, 'a:4')), version }
    slowInput(system, '4', MAC, slowFrame(MAC, encodeLacpdu(pdu, tlvs)), lab.now)
  })
}
