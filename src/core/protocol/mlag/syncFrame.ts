import { joined, startsWith, viewOf } from '../octets.ts'
import { fromUtf8, utf8 } from '../utf8.ts'
import type { RstpReplica } from '../rstp/replica.ts'
import type { PeerMessage } from './messages.ts'

/**
 * A peer message on the wire. Every vendor's protocol between peers is proprietary, so this form is our own and says
 * so: a text that names it, a version, the length of what follows, and the message as JSON.
 */
export type SyncMessage = Exclude<PeerMessage, { readonly type: 'reliable' }> | ReliableOnWire

type Reliable = Extract<PeerMessage, { readonly type: 'reliable' }>
type StpState = Extract<Reliable['body'], { readonly type: 'stp-state' }>

type ReliableOnWire = Omit<Reliable, 'body'> & {
  readonly body: Exclude<Reliable['body'], { readonly type: 'stp-state' }> | StpStateOnWire
}

/** Of the machines' whole state, which no frame would hold, what a reader wants to know. */
interface StpStateOnWire extends Omit<StpState, 'replica'> {
  readonly replica: Pick<RstpReplica, 'id' | 'rootPort'> & {
    readonly root: RstpReplica['rootVector']['root']
    readonly rootCost: number
    readonly ports: readonly { readonly port: number; readonly role: string; readonly state: string }[]
  }
}

export type SyncResult =
  /** `message` is what the sender wrote, whatever that is: JSON with at least a `type`. */
  | { readonly kind: 'sync'; readonly type: string; readonly message: Json }
  /** Something else under the experimental EtherType. */
  | { readonly kind: 'other' }
  | { readonly kind: 'malformed'; readonly reason: string }

export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json }

/** Local Experimental EtherType 1. Source: IEEE 802, 9.2.4. */
export const SYNC_ETHERTYPE = 0x88b6

/** Encodes what follows the EtherType. */
export function encodeSync(message: PeerMessage): Uint8Array {
  const json = utf8(JSON.stringify(onWire(message)))
  const length = new Uint8Array(4)
  viewOf(length).setUint32(0, json.length)
  return joined(MAGIC, Uint8Array.of(VERSION), length, json)
}

/** Reads what follows the EtherType, padding included. Never throws. */
export function parseSync(octets: Uint8Array): SyncResult {
  if (!startsWith(octets, MAGIC)) return { kind: 'other' }
  if (octets.length < HEAD) return malformed('ends within its header')
  const version = octets[MAGIC.length]
  if (version !== VERSION) return malformed(`version ${version}`)
  const end = HEAD + viewOf(octets).getUint32(MAGIC.length + 1)
  if (octets.length < end) return malformed('ends before its length')
  const message = parseJson(fromUtf8(octets.subarray(HEAD, end)))
  const type = isRecord(message) ? message['type'] : undefined
  return message === undefined || typeof type !== 'string'
    ? malformed('not a message')
    : { kind: 'sync', type, message }
}

/** What a message looks like to a reader of the frame. */
export function onWire(message: PeerMessage): SyncMessage {
  if (message.type !== 'reliable') return message
  const { body } = message
  if (body.type !== 'stp-state') return { ...message, body }
  const { id, ports, rootVector, rootPort } = body.replica
  const told = ports.map(({ config, role, state }) => ({ port: config.number, role, state }))
  const replica = { id, rootPort, root: rootVector.root, rootCost: rootVector.cost, ports: told }
  return { ...message, body: { ...body, replica } }
}

function parseJson(text: string): Json | undefined {
  try {
    const value: Json = JSON.parse(text)
    return value
  } catch {
    return undefined
  }
}

function isRecord(value: Json | undefined): value is { readonly [name: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function malformed(reason: string): SyncResult {
  return { kind: 'malformed', reason }
}

const MAGIC = utf8('MLAG Studio peer sync\n')
const VERSION = 1
const HEAD = MAGIC.length + 5
