import { expect, test } from 'vitest'
import { toId } from '../core/model/ids.ts'
import type { DirectionView, Outage, PortView, RunEvent } from '../core/model/runView.ts'
import type { Update } from '../worker/messages.ts'
import { foldUpdates } from './foldUpdates.ts'
import { NOTHING_RUN } from './runState.ts'

test('a delta changes what it names and keeps the rest', () => {
  const first = foldUpdates(RUN, [delta({ ports: [port('a', 'forwarding'), port('b', 'forwarding')] })])
  const second = foldUpdates(first, [delta({ now: 5, ports: [port('b', 'down')] })])
  expect(second.now).toBe(5)
  expect([...second.ports.values()].map((view) => view.state)).toEqual(['forwarding', 'down'])
  expect(first.ports.get(toId('b'))?.state).toBe('forwarding')
})

test('maps nothing came for stay the same objects', () => {
  const state = foldUpdates(RUN, [delta({ ports: [port('a', 'forwarding')] })])
  const next = foldUpdates(state, [delta({ now: 1 })])
  expect(next.ports).toBe(state.ports)
  expect(next.links).toBe(state.links)
  expect(next.events).toBe(state.events)
})

test('a fresh delta forgets the run before it', () => {
  const old = foldUpdates(RUN, [delta({ ports: [port('a', 'down')], events: [event(0)] })])
  const fresh = foldUpdates(old, [delta({ fresh: true, ports: [port('b', 'forwarding')] })])
  expect([...fresh.ports.keys()]).toEqual(['b'])
  expect(fresh.events).toEqual([])
})

test('updates of another run change nothing', () => {
  expect(foldUpdates(RUN, [{ ...delta({ now: 9 }), id: 3 }])).toBe(RUN)
})

test('the list of events is bounded, the latest stay', () => {
  const many = Array.from({ length: 25_000 }, (_, seq) => event(seq))
  const state = foldUpdates(RUN, [delta({ events: many })])
  expect(state.events).toHaveLength(20_000)
  expect(state.events.at(-1)?.seq).toBe(24_999)
})

test('while the past is shown, the directions of where the run stands are kept beside it', () => {
  const broken = direction([{ startAt: 3, endAt: null }])
  const live = foldUpdates(RUN, [delta({ now: 9, liveNow: 9, directions: [broken] })])
  expect(live.liveDirections).toBe(live.directions)
  const past = foldUpdates(live, [delta({ now: 2, liveNow: 9, directions: [direction([])] })])
  expect(past.directions.get('flow:0')?.outages).toEqual([])
  expect(past.liveDirections.get('flow:0')).toBe(broken)
  const back = foldUpdates(past, [delta({ now: 9, liveNow: 9, directions: [broken] })])
  expect(back.liveDirections.get('flow:0')).toBe(broken)
})

test('a crash keeps what was seen last', () => {
  const state = foldUpdates(RUN, [delta({ running: true, ports: [port('a', 'forwarding')] })])
  const crashed = foldUpdates(state, [
    { type: 'crashed', id: 1, message: 'broken', stack: '', lastCommand: { type: 'play' }, now: 7 },
  ])
  expect(crashed.ports).toBe(state.ports)
  expect(crashed).toMatchObject({ running: false, crashed: { message: 'broken', now: 7 } })
})

const RUN = { ...NOTHING_RUN, id: 1 }

type Delta = Extract<Update, { type: 'delta' }>

function delta(part: Partial<Delta>): Delta {
  return {
    type: 'delta',
    id: 1,
    now: 0,
    liveNow: 0,
    running: false,
    factor: 1,
    settled: true,
    fresh: false,
    ports: [],
    links: [],
    devices: [],
    lags: [],
    domains: [],
    directions: [],
    loads: [],
    events: [],
    frames: [],
    nextTimer: null,
    commands: [],
    ...part,
  }
}

function port(id: string, state: PortView['state']): PortView {
  return {
    port: toId(id),
    state,
    reason: null,
    carrier: true,
    carrierLosses: 0,
    lacp: null,
    stp: null,
    suspended: null,
    waitsUntil: null,
  }
}

function event(seq: number): RunEvent {
  return { seq, at: seq, kind: 'state', state: 'down', text: '', device: null, port: null, link: null, domain: null }
}

function direction(outages: readonly Pick<Outage, 'startAt' | 'endAt'>[]): DirectionView {
  const counts = { sent: 0, delivered: 0, lost: 0, inFlight: 0, duplicated: 0, startup: 0 }
  return {
    flow: toId('flow'),
    direction: 0,
    ...counts,
    path: [],
    outages: outages.map((one) => ({ ...NO_PHASES, ...one })),
  }
}

const NO_PHASES = {
  detectUs: null,
  decideUs: null,
  restoreUs: null,
  reactionUs: null,
  trigger: '',
  triggerEvent: null,
  detectEvent: null,
  decideEvent: null,
  assumed: false,
  restsOn: [],
  ways: { before: [], during: [], lost: '', after: null },
}
