import type { FrameKind } from '../../core/model/capture.ts'
import type { PortId } from '../../core/model/ids.ts'
import { need, type Network } from '../../core/model/network.ts'
import type { SimTime } from '../../core/model/runView.ts'
import { portNumber } from '../canvas/labels.ts'
import type { WordId } from '../glossary/words.ts'

export const KIND_WORDS: Readonly<Record<FrameKind, string>> = {
  lacp: 'LACPDU',
  bpdu: 'BPDU',
  keepalive: 'keepalive',
  'peer-sync': 'peer sync',
  arp: 'ARP',
}

/** What the glossary explains of a kind of frame. */
export const KIND_EXPLAINED: Readonly<Partial<Record<FrameKind, WordId>>> = {
  lacp: 'lacp',
  bpdu: 'spanning tree',
  keepalive: 'keepalive',
  'peer-sync': 'peer sync',
}

/** `leaf-a 1/1`. */
export function endText(net: Network, id: PortId): string {
  const port = net.ports.get(id)
  return port === undefined ? '' : `${need(net.devices, port.device).name} ${portNumber(port)}`
}

/** `30.931` and the last three digits, microseconds. */
export function splitTime(at: SimTime): readonly [string, string] {
  const text = (at / 1_000_000).toFixed(6)
  return [text.slice(0, -3), text.slice(-3)]
}

/** Sixteen octets a line, each line with its offset: `0010  00 01 02 …`. */
export function hexDump(octets: Uint8Array): string {
  const lines = Array.from({ length: Math.ceil(octets.length / 16) }, (_, line) => {
    const row = Array.from(octets.subarray(line * 16, line * 16 + 16), (octet) => hex(octet, 2))
    return `${hex(line * 16, 4)}  ${row.join(' ')}`
  })
  return lines.join('\n')
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0')
}
