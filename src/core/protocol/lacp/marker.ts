import { always, nextState } from '../machine.ts'
import type { Row } from '../machine.ts'
import { counted } from './copy.ts'
import { markerResponse } from './pdu.ts'
import type { Marker } from './pdu.ts'
import type { LacpPort } from './types.ts'

export type MarkerState = 'wait-for-marker' | 'respond-to-marker'
export type MarkerInput = 'check' | 'marker'

/**
 * Marker responder: sends every Marker back, whatever the state of LACP. It is left in WAIT_FOR_MARKER after each
 * step. Give it frames in the order they arrived, after those before have been delivered: that is the whole promise.
 * Source: IEEE 802.1AX-2014, 6.5.4 (marker responder).
 */
// oxfmt-ignore
export const MARKER_TABLE: readonly Row<MarkerState, MarkerInput, LacpPort>[] = [
  // from                input     when    to
  ['wait-for-marker',   'marker', isUp,   'respond-to-marker'],
  ['respond-to-marker', 'check',  always, 'wait-for-marker'],
]

/** The port with its counters, and the response PDU to send, null when the port is down. */
export function respondToMarker(port: LacpPort, marker: Marker): { port: LacpPort; response: Uint8Array | null } {
  const counters = counted(port.counters, 'markerRx')
  if (nextState(MARKER_TABLE, 'wait-for-marker', 'marker', port) === undefined) {
    return { port: { ...port, counters }, response: null }
  }
  return {
    port: { ...port, counters: counted(counters, 'markerResponseTx') },
    response: markerResponse(marker),
  }
}

function isUp(port: LacpPort): boolean {
  return port.portEnabled
}
