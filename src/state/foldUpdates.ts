import { isSame } from '../core/model/same.ts'
import type { Update } from '../worker/messages.ts'
import { directionKey, lagKey, looksOf, NOTHING_RUN, type RunState } from './runState.ts'

type Delta = Extract<Update, { type: 'delta' }>

/** Folds the updates of one animation frame into one new state. Updates of an older run change nothing. */
export function foldUpdates<S extends RunState>(state: S, updates: readonly Update[]): S {
  return updates.reduce<S>(
    (folded, update) => (update.id === state.id ? { ...folded, ...fold(folded, update) } : folded),
    state,
  )
}

function fold(state: RunState, update: Update): Partial<RunState> {
  switch (update.type) {
    case 'delta':
      return foldDelta(update.fresh ? { ...NOTHING_RUN, ...looksOf(state), id: state.id } : state, update)
    case 'fingerprint':
      return { fingerprint: { now: update.now, fingerprint: update.fingerprint } }
    case 'frames': {
      const { total, from, rows } = update
      return { frameList: { total, from, rows } }
    }
    case 'frame':
      return { frameDetail: update.detail }
    case 'capture': {
      const { pcapng, frames, complete } = update
      return { capture: { pcapng, frames, complete } }
    }
    case 'refused':
      return { refused: update.message }
    case 'crashed': {
      const { message, stack, lastCommand, now } = update
      return { running: false, crashed: { message, stack, lastCommand, now } }
    }
  }
}

function foldDelta(state: RunState, delta: Delta): Partial<RunState> {
  const merged = delta.fresh ? replaced : added
  const directions = merged(state.directions, delta.directions, (view) => directionKey(view.flow, view.direction))
  return {
    ready: true,
    now: delta.now,
    liveNow: delta.liveNow,
    running: delta.running,
    factor: delta.factor,
    settled: delta.settled,
    ports: merged(state.ports, delta.ports, (view) => view.port),
    links: merged(state.links, delta.links, (view) => view.link),
    devices: merged(state.devices, delta.devices, (view) => view.device),
    lags: merged(state.lags, delta.lags, (view) => lagKey(view.bond, view.device)),
    domains: merged(state.domains, delta.domains, (view) => view.domain),
    directions,
    loads: merged(state.loads, delta.loads, (view) => view.link),
    liveDirections: delta.now < delta.liveNow ? state.liveDirections : directions,
    events: latest(state.events, delta.events, EVENT_LIMIT),
    frames: latest(state.frames, delta.frames, FRAME_LIMIT),
    protocolFrames: latest(
      state.protocolFrames,
      delta.frames.filter((frame) => frame.kind !== 'probe'),
      PROTOCOL_FRAME_LIMIT,
    ),
    nextTimer: delta.nextTimer,
    // The whole recording comes each time; readers keep the list they have while it did not grow.
    commands: delta.commands.length === state.commands.length ? state.commands : delta.commands,
    ...(delta.fresh ? { refused: null, fingerprint: null, crashed: null } : {}),
  }
}

/** Only what came, and what says the same as before as the same object: its readers do not render. */
function replaced<K, V>(known: ReadonlyMap<K, V>, news: readonly V[], keyOf: (view: V) => K): ReadonlyMap<K, V> {
  return new Map(
    news.map((view) => {
      const [key, before] = [keyOf(view), known.get(keyOf(view))]
      return [key, before !== undefined && isSame(before, view) ? before : view]
    }),
  )
}

/** The same map when nothing came, so that its readers do not render. */
function added<K, V>(known: ReadonlyMap<K, V>, news: readonly V[], keyOf: (view: V) => K): ReadonlyMap<K, V> {
  if (news.length === 0) return known
  const all = new Map(known)
  for (const view of news) all.set(keyOf(view), view)
  return all
}

function latest<T>(known: readonly T[], news: readonly T[], limit: number): readonly T[] {
  if (news.length === 0) return known
  const all = [...known, ...news]
  return all.length > limit ? all.slice(-limit) : all
}

const EVENT_LIMIT = 20_000
const FRAME_LIMIT = 400
const PROTOCOL_FRAME_LIMIT = 2_000
