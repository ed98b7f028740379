import { joined, startsWith, viewOf } from '../octets.ts'
import { fromUtf8, utf8 } from '../utf8.ts'

/** What a probe carries inside UDP: enough to tell from a capture what was lost, doubled or overtaken. */
export interface ProbePayload {
  /** Id of the flow. */
  readonly flow: string
  /** 0: from the flow's first host, 1: back. */
  readonly direction: 0 | 1
  readonly sequence: number
  /** Simulated microseconds; below zero before the instant that is called zero. */
  readonly sentAt: number
}

/** Our own layout: magic, direction, sequence, send time, flow id as UTF-8 to the end. */
export function encodeProbe({ flow, direction, sequence, sentAt }: ProbePayload): Uint8Array {
  const head = new Uint8Array(HEAD)
  const view = viewOf(head)
  head.set(MAGIC)
  head[MAGIC.length] = direction
  view.setUint32(MAGIC.length + 1, sequence)
  view.setBigInt64(MAGIC.length + 5, BigInt(sentAt))
  return joined(head, utf8(flow))
}

/** Null: not a probe. Never throws. */
export function parseProbe(octets: Uint8Array): ProbePayload | null {
  if (octets.length < HEAD || !startsWith(octets, MAGIC)) return null
  const view = viewOf(octets)
  return {
    flow: fromUtf8(octets.subarray(HEAD)),
    direction: view.getUint8(MAGIC.length) === 0 ? 0 : 1,
    sequence: view.getUint32(MAGIC.length + 1),
    sentAt: Number(view.getBigInt64(MAGIC.length + 5)),
  }
}

const MAGIC = utf8('MLAG Studio probe\n')
const HEAD = MAGIC.length + 13
