import type { Capture, CaptureInterface, CapturePacket } from '../model/capture.ts'
import { concatenated, viewOf, writeMac } from '../protocol/octets.ts'
import { utf8 } from '../protocol/utf8.ts'

/**
 * A capture as a pcapng file: one section, an interface per cable end, every frame once, at the port that sent it.
 * Time zero of the simulation is second zero of the file's clock (1970-01-01 00:00:00 UTC), in microseconds, so that a
 * reader's absolute time in seconds is simulated time.
 * Source: IETF draft-ietf-opsawg-pcapng, PCAP Next Generation Capture File Format.
 */
export function writePcapng({ comment, interfaces, packets }: Capture): Uint8Array<ArrayBuffer> {
  const blocks = [section(comment), ...interfaces.map(interfaceBlock), ...packets.map(packetBlock)]
  return concatenated(blocks)
}

function section(comment: string): Uint8Array {
  const body = new Uint8Array(16)
  const view = viewOf(body)
  view.setUint32(0, BYTE_ORDER_MAGIC, LITTLE)
  view.setUint16(4, 1, LITTLE)
  // Length of the section: not said.
  view.setBigInt64(8, -1n, LITTLE)
  return block(BLOCK.section, body, options([text(OPTION.comment, comment), text(OPTION.application, 'MLAG Studio')]))
}

function interfaceBlock({ name, description, mac, speedGbps }: CaptureInterface): Uint8Array {
  const body = new Uint8Array(8)
  // Snap length 0: whole frames.
  viewOf(body).setUint16(0, ETHERNET, LITTLE)
  const address = new Uint8Array(6)
  writeMac(address, 0, mac)
  const speed = new Uint8Array(8)
  viewOf(speed).setBigUint64(0, BigInt(Math.round(speedGbps * 1_000)) * 1_000_000n, LITTLE)
  return block(
    BLOCK.interface,
    body,
    options([
      text(OPTION.name, name),
      text(OPTION.description, description),
      { code: OPTION.mac, value: address },
      { code: OPTION.speed, value: speed },
      { code: OPTION.resolution, value: Uint8Array.of(MICROSECONDS) },
    ]),
  )
}

function packetBlock({ at, from, octets, comment }: CapturePacket): Uint8Array {
  const body = new Uint8Array(20 + padded(octets.length))
  const view = viewOf(body)
  view.setUint32(0, from, LITTLE)
  view.setUint32(4, Math.floor(at / 2 ** 32), LITTLE)
  view.setUint32(8, at % 2 ** 32, LITTLE)
  view.setUint32(12, octets.length, LITTLE)
  view.setUint32(16, octets.length, LITTLE)
  body.set(octets, 20)
  const outbound = new Uint8Array(4)
  viewOf(outbound).setUint32(0, OUTBOUND, LITTLE)
  const flags = { code: OPTION.flags, value: outbound }
  return block(BLOCK.packet, body, options(comment === null ? [flags] : [text(OPTION.comment, comment), flags]))
}

interface Option {
  readonly code: number
  readonly value: Uint8Array
}

function text(code: number, value: string): Option {
  return { code, value: utf8(value) }
}

/** Options and their end. */
function options(all: readonly Option[]): Uint8Array {
  const pieces = all.map(({ code, value }) => {
    const piece = new Uint8Array(4 + padded(value.length))
    const view = viewOf(piece)
    view.setUint16(0, code, LITTLE)
    view.setUint16(2, value.length, LITTLE)
    piece.set(value, 4)
    return piece
  })
  return concatenated([...pieces, new Uint8Array(4)])
}

/** Type and length before, length again behind. The body's length is a multiple of four. */
function block(type: number, body: Uint8Array, optionList: Uint8Array): Uint8Array {
  const whole = new Uint8Array(12 + body.length + optionList.length)
  const view = viewOf(whole)
  view.setUint32(0, type, LITTLE)
  view.setUint32(4, whole.length, LITTLE)
  whole.set(body, 8)
  whole.set(optionList, 8 + body.length)
  view.setUint32(whole.length - 4, whole.length, LITTLE)
  return whole
}

function padded(length: number): number {
  return Math.ceil(length / 4) * 4
}

const LITTLE = true
const BYTE_ORDER_MAGIC = 0x1a2b3c4d
const BLOCK = { section: 0x0a0d0d0a, interface: 1, packet: 6 } as const
/** Numbers mean different things in different blocks; comments are 1 in all. */
const OPTION = {
  comment: 1,
  application: 4,
  name: 2,
  description: 3,
  mac: 6,
  speed: 8,
  resolution: 9,
  flags: 2,
} as const
/** Link type. */
const ETHERNET = 1
/** Ticks of 10 to the minus sixth of a second. */
const MICROSECONDS = 6
const OUTBOUND = 2
