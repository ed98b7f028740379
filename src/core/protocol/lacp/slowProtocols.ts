import { counted } from './copy.ts'
import { parseSlowFrame, slowFrame } from './frame.ts'
import { respondToMarker } from './marker.ts'
import { STANDARD_PARSER } from './parserProfile.ts'
import { portOf, put } from './store.ts'
import { lacpInput } from './system.ts'
import type { LacpCounters, LacpPort, LacpSystem } from './types.ts'

/** What became of a frame. A frame that is not consumed belongs to somebody else on the port. */
export interface SlowResult {
  readonly consumed: boolean
  /** Frame to send back on the same port at once. */
  readonly reply: Uint8Array | null
}

/**
 * Takes an Ethernet frame off a port: LACPDUs go to the receive machine, Markers are answered from `mac`, the port's
 * own address, the rest is counted. A malformed frame changes nothing but a counter.
 */
export function slowInput(
  system: LacpSystem,
  portId: string,
  mac: string,
  frame: Uint8Array,
  now: number,
  profile = STANDARD_PARSER,
): SlowResult {
  const port = portOf(system, portId)
  const parsed = parseSlowFrame(frame, profile, port.lacpVersion)
  switch (parsed.kind) {
    case 'other':
      return NOT_OURS
    case 'unknown':
      put(system, port, count(port, 'unknownRx'))
      return NOT_OURS
    case 'illegal':
      put(system, port, count(port, 'illegalRx'))
      return CONSUMED
    case 'lacpdu': {
      const pdu = parsed.tlvs.length === 0 ? parsed.pdu : { ...parsed.pdu, tlvs: parsed.tlvs }
      lacpInput(system, portId, { type: 'lacpdu', pdu }, now)
      return CONSUMED
    }
    case 'marker-response':
      // There is no generator here: counted, but not awaited.
      put(system, port, count(port, 'markerResponseRx'))
      return CONSUMED
    case 'marker': {
      const answered = respondToMarker(port, parsed.marker)
      put(system, port, answered.port)
      return { consumed: true, reply: answered.response === null ? null : slowFrame(mac, answered.response) }
    }
  }
}

function count(port: LacpPort, counter: keyof LacpCounters): LacpPort {
  return { ...port, counters: counted(port.counters, counter) }
}

const NOT_OURS: SlowResult = { consumed: false, reply: null }
const CONSUMED: SlowResult = { consumed: true, reply: null }
