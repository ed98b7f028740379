import type { LacpIdentity } from '../../../model/protocolView.ts'
import { newPort } from '../port.ts'
import { mux } from '../mux.ts'
import { periodic } from '../periodic.ts'
import { receive } from '../receive.ts'
import type { LacpPort, Lacpdu } from '../types.ts'

/** The port under test: active, slow, Aggregatable. */
export const A: LacpIdentity = {
  systemPriority: 32768,
  system: '02:00:00:00:00:0a',
  key: 7,
  portPriority: 255,
  port: 1,
  state: 0x05,
}

/** Its partner, in sync, collecting and distributing. */
export const B: LacpIdentity = { ...A, system: '02:00:00:00:00:0b', state: 0x3d }

/** A port at power-on (link down), with fields replaced. */
export function aPort(changes: Partial<LacpPort> = {}): LacpPort {
  const port = newPort({ id: '1', lag: 'lag', muxControl: 'coupled', lacpEnabled: true, actor: A }, 0)
  return { ...port, ...changes }
}

/** A port that has heard its partner at 0 and carries data. */
export function aRunningPort(changes: Partial<LacpPort> = {}): LacpPort {
  const up = receive({ ...aPort(), portEnabled: true, ...changes }, { type: 'check' }, 0)
  const heard = receive(up, { type: 'lacpdu', pdu: goodPdu(up) }, 0)
  const waiting = mux({ ...heard, selected: 'selected', aggregator: 1 }, 'check', 0)
  return { ...periodic(mux(waiting, 'ready', 0), 'check', 0), ntt: false }
}

/** A LACPDU of B that knows what the port says. */
export function goodPdu(
  port: LacpPort,
  actor: Partial<LacpIdentity> = {},
  partner: Partial<LacpIdentity> = {},
): Lacpdu {
  return { version: 1, actor: { ...B, ...actor }, partner: { ...port.actor, ...partner }, collectorMaxDelay: 0 }
}
