import { expect, test } from 'vitest'
import { readPcapng } from '../core/capture/testing/readPcapng.ts'
import { toId, type PortId } from '../core/model/ids.ts'
import { runUntil } from '../core/sim/simulator.ts'
import { basicPair } from '../core/templates/basicPair.ts'
import { PROFILES } from '../core/vendors/index.ts'
import { captureDone, captureSome, captureUpdate, frameDetail, frameRows, startCapture } from './frames.ts'
import type { Update } from './messages.ts'
import { doAt, loadRun, type Runner } from './runner.ts'

test('the list has the latest protocol frames, in order, with ends and what became of them', () => {
  const runner = aRunner()
  runTo(runner, 2)
  doAt(runner, { type: 'fail', failure: 'link-silent', target: 'srv-1:eth0', options: {} })
  runTo(runner, 5)
  const { total, from, rows } = list(runner, { kind: 'lacp', scope: 'everywhere' }, null, 1000)
  expect([from, rows.length]).toEqual([0, total])
  expect(rows.map(({ at }) => at)).toEqual(rows.map(({ at }) => at).toSorted((a, b) => a - b))
  expect(new Set(rows.map(({ kind }) => kind))).toEqual(new Set(['lacp']))
  const lost = rows.filter(({ fate }) => fate === 'lost: the cable is silent this way')
  expect(lost.every((row) => row.lost && [row.from, row.to].some((port) => deviceOf(runner, port) === 'srv-1'))).toBe(
    true,
  )
  expect(new Set(lost.map((row) => deviceOf(runner, row.from)))).toEqual(new Set(['leaf-a', 'srv-1']))
  expect(rows[0]?.summary).toBe('ATGSCD-- > ATGSCD--')
})

test('parts of the list are those of the whole, by filter and index', () => {
  const runner = aRunner()
  runTo(runner, 3)
  const filter = { kind: null, scope: { device: toId<'device'>('srv-1') } } as const
  const whole = list(runner, filter, 0, 10_000)
  expect(whole.rows.every(({ from, to }) => [from, to].some((port) => deviceOf(runner, port) === 'srv-1'))).toBe(true)
  expect(list(runner, filter, 3, 4)).toMatchObject({ total: whole.total, from: 3, rows: whole.rows.slice(3, 7) })
  expect(list(runner, filter, null, 4).rows).toEqual(whole.rows.slice(-4))
  expect(list(runner, filter, whole.total + 5, 4).rows).toEqual([])
})

test('one frame is told in fields and octets, one that is forgotten is not', () => {
  const runner = aRunner()
  runTo(runner, 3)
  const row = list(runner, { kind: 'lacp', scope: 'everywhere' }, 0, 1).rows[0]!
  const told = frameDetail(runner, row.seq)
  expect(told).toMatchObject({ type: 'frame', detail: { row } })
  if (told.type !== 'frame' || told.detail === null) throw new Error('no detail')
  expect(told.detail.octets).toHaveLength(124)
  expect(told.detail.fields).toContainEqual({
    name: 'Actor state',
    value: expect.stringMatching(/^0x3f: Activity, Short timeout, Aggregation, Synchronization, Collecting, Distrib/),
  })
  expect(frameDetail(runner, 1_000_000)).toEqual({ type: 'frame', id: 1, detail: null })
})

test('a capture has what the run sent since its beginning, live commands included, and leaves it alone', () => {
  const runner = aRunner()
  runTo(runner, 7)
  doAt(runner, { type: 'fail', failure: 'link-silent', target: 'srv-1:eth0', options: {} })
  runTo(runner, 12)
  const before = list(runner, { kind: null, scope: 'everywhere' }, 0, 100_000)
  const protocols = captured(runner, 'everywhere', false)
  expect(protocols.packets.map(({ at, comment }) => [at, comment])).toEqual(
    before.rows.map(({ at, fate }) => [at, fate]),
  )
  const all = captured(runner, { device: toId('srv-1') }, true)
  expect(all.interfaces).toHaveLength(4)
  expect(all.packets.length).toBeGreaterThan(1000)
  expect(list(runner, { kind: null, scope: 'everywhere' }, 0, 100_000)).toEqual(before)
})

function aRunner(): Runner {
  const run = {
    topology: basicPair.build().topology,
    seed: 1,
    probeUs: 10_000,
    start: 'settled',
    commands: [],
  } as const
  return loadRun({ type: 'load', id: 1, run, profiles: PROFILES }, null)
}

function runTo({ sim }: Runner, seconds: number): void {
  runUntil(sim, sim.zero + seconds * 1_000_000)
}

function deviceOf({ sim }: Runner, id: PortId): string | undefined {
  return sim.plan.devices[sim.plan.ports.find((port) => port.id === id)?.device ?? -1]?.name
}

function list(
  runner: Runner,
  filter: Parameters<typeof frameRows>[1]['filter'],
  from: number | null,
  count: number,
): Update & { type: 'frames' } {
  const update = frameRows(runner, { type: 'frames', filter, from, count })
  if (update.type !== 'frames') throw new Error(update.type)
  return update
}

function captured(runner: Runner, scope: Parameters<typeof startCapture>[1], probes: boolean) {
  const job = startCapture(runner, scope, probes)
  let looks = 0
  while (!captureDone(job)) captureSome(job, () => (looks += 1), 2)
  const { pcapng, frames, complete } = captureUpdate(job)
  const file = readPcapng(pcapng)
  expect([file.packets.length, complete]).toEqual([frames, true])
  return file
}
