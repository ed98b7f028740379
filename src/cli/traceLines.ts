import { networkOf } from '../core/model/network.ts'
import type { RunEvent } from '../core/model/runView.ts'
import type { Topology } from '../core/model/topology.ts'
import { toMs } from './times.ts'

/** What happened, one JSON object a line: names instead of ids, milliseconds instead of microseconds. */
export function traceLines(topology: Topology, events: readonly RunEvent[]): string {
  const net = networkOf(topology)
  return events
    .map(({ seq, at, kind, state, text, device, port, link, domain }) =>
      JSON.stringify({
        seq,
        atMs: toMs(at),
        kind,
        state,
        text,
        device: device && (net.devices.get(device)?.name ?? null),
        port: port && (net.ports.get(port)?.name ?? null),
        link,
        domain: domain && (net.domains.get(domain)?.name ?? null),
      }),
    )
    .map((line) => `${line}\n`)
    .join('')
}
