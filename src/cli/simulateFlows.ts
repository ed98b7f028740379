import { flowEndName } from '../core/model/gateways.ts'
import type { Network } from '../core/model/network.ts'
import type { DirectionView, Outage, RunEvent, RunView, SimTime } from '../core/model/runView.ts'
import { assumedValues } from '../core/vendors/assumedValues.ts'
import { PROFILES } from '../core/vendors/index.ts'
import type { SimulateOutput } from './output.ts'
import { toMs } from './times.ts'

type FlowOutput = SimulateOutput['flows'][number]
type OutageOutput = FlowOutput['directions'][number]['outages'][number]

/** Every flow in document order with its two directions and their outages. */
export function flowsOutput(
  net: Network,
  { directions, now }: Pick<RunView, 'directions' | 'now'>,
  events: readonly RunEvent[],
): FlowOutput[] {
  return net.topology.flows.map((flow) => {
    const ends = [flowEndName(net, flow.from), flowEndName(net, flow.to)] as const
    return {
      id: flow.id,
      from: ends[0],
      to: ends[1],
      directions: BOTH.flatMap((direction) => {
        const view = directions.find((one) => one.flow === flow.id && one.direction === direction)
        return view ? [directionOutput(net, view, ends[direction], ends[direction === 0 ? 1 : 0], now, events)] : []
      }),
    }
  })
}

function directionOutput(
  net: Network,
  { sent, delivered, lost, inFlight, duplicated, startup, outages }: DirectionView,
  from: string,
  to: string,
  now: SimTime,
  events: readonly RunEvent[],
): FlowOutput['directions'][number] {
  return {
    from,
    to,
    sent,
    delivered,
    lost,
    inFlight,
    duplicated,
    startup,
    outages: outages.map((outage) => outageOutput(net, outage, now, events)),
  }
}

function outageOutput(net: Network, outage: Outage, now: SimTime, events: readonly RunEvent[]): OutageOutput {
  const happened = (seq: number | null): OutageOutput['triggerEvent'] => {
    const event = seq === null ? undefined : events[seq]
    return event === undefined ? null : { atMs: toMs(event.at), text: event.text }
  }
  const { before, during, lost, after } = outage.ways
  return {
    startMs: toMs(outage.startAt),
    durationMs: toMs((outage.endAt ?? now) - outage.startAt),
    detectMs: msOrNull(outage.detectUs),
    decideMs: msOrNull(outage.decideUs),
    restoreMs: msOrNull(outage.restoreUs),
    reactionMs: msOrNull(outage.reactionUs),
    trigger: outage.trigger,
    open: outage.endAt === null,
    assumed: outage.assumed,
    assumedValues: assumedValues(net, PROFILES, outage).map(({ domain: _domain, ...value }) => value),
    triggerEvent: happened(outage.triggerEvent),
    detectEvent: happened(outage.detectEvent),
    decideEvent: happened(outage.decideEvent),
    ways: { before: [...before], during: [...during], lost, after: after && [...after] },
  }
}

function msOrNull(us: number | null): number | null {
  return us === null ? null : toMs(us)
}

const BOTH = [0, 1] as const
