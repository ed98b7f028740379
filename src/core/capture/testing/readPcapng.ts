import type { Capture, CaptureInterface, CapturePacket } from '../../model/capture.ts'
import { readMac, viewOf } from '../../protocol/octets.ts'
import { fromUtf8 } from '../../protocol/utf8.ts'

/** Reads what our writer writes, block by block, and throws where a length or an alignment is wrong. */
export function readPcapng(file: Uint8Array): Capture {
  const interfaces: CaptureInterface[] = []
  const packets: CapturePacket[] = []
  let comment: string | null = null
  for (const { type, body } of blocksOf(file)) {
    if (type === 0x0a0d0d0a) comment = textOf(optionsOf(body.subarray(16)).get(1)) ?? ''
    else if (type === 1) interfaces.push(interfaceOf(optionsOf(body.subarray(8))))
    else if (type === 6) packets.push(packetOf(body))
    else throw new Error(`block type ${type}`)
  }
  if (comment === null) throw new Error('no section')
  return { comment, interfaces, packets }
}

function* blocksOf(file: Uint8Array): Generator<{ readonly type: number; readonly body: Uint8Array }> {
  const view = viewOf(file)
  for (let at = 0; at < file.length;) {
    const length = view.getUint32(at + 4, true)
    if (length % 4 !== 0 || length < 12 || view.getUint32(at + length - 4, true) !== length) {
      throw new Error(`block of ${length} octets at ${at}`)
    }
    yield { type: view.getUint32(at, true), body: file.subarray(at + 8, at + length - 4) }
    at += length
  }
}

function optionsOf(octets: Uint8Array): ReadonlyMap<number, Uint8Array> {
  const view = viewOf(octets)
  const found = new Map<number, Uint8Array>()
  for (let at = 0; ;) {
    const [code, length] = [view.getUint16(at, true), view.getUint16(at + 2, true)]
    if (code === 0) return found
    found.set(code, octets.subarray(at + 4, at + 4 + length))
    at += 4 + Math.ceil(length / 4) * 4
  }
}

function interfaceOf(options: ReadonlyMap<number, Uint8Array>): CaptureInterface {
  const [mac, speed, resolution] = [options.get(6), options.get(8), options.get(9)]
  if (mac === undefined || speed === undefined || resolution?.[0] !== 6) throw new Error('interface options')
  return {
    name: textOf(options.get(2)) ?? '',
    description: textOf(options.get(3)) ?? '',
    mac: readMac(mac, 0),
    speedGbps: Number(viewOf(speed).getBigUint64(0, true)) / 1e9,
  }
}

function packetOf(body: Uint8Array): CapturePacket {
  const view = viewOf(body)
  const length = view.getUint32(12, true)
  if (view.getUint32(16, true) !== length) throw new Error('packet cut short')
  const options = optionsOf(body.subarray(20 + Math.ceil(length / 4) * 4))
  if (options.get(2)?.[0] !== 2) throw new Error('packet not outbound')
  return {
    at: view.getUint32(4, true) * 2 ** 32 + view.getUint32(8, true),
    from: view.getUint32(0, true),
    octets: body.slice(20, 20 + length),
    comment: textOf(options.get(1)),
  }
}

function textOf(octets: Uint8Array | undefined): string | null {
  return octets === undefined ? null : fromUtf8(octets)
}
