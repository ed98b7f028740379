import { expect, test } from '@playwright/test'
import { scheduleCommand } from '../src/core/sim/commands.ts'
import { settle } from '../src/core/sim/settle.ts'
import { createSimulator, runUntil } from '../src/core/sim/simulator.ts'
import { fingerprint } from '../src/core/sim/trace.ts'
import { TEMPLATES } from '../src/core/templates/index.ts'
import { PROFILES } from '../src/core/vendors/index.ts'
import type { Command, Run, TimedCommand, Update } from '../src/worker/messages.ts'
import { Studio } from './pages/studio.ts'

const UNTIL = 30_000_000
/** A pair, two pairs, and what replaces none. */
const REPLAYED = ['basic-pair', 'core-distribution', 'two-plain-lags']

test('a run that a user made leaves the same fingerprint when Node runs its recording', async ({ page }) => {
  const studio = new Studio(page)
  await studio.open()
  const { canvas, status, timeline } = studio
  await canvas.port('leaf-a:Ethernet1/1').click()
  await page.keyboard.press('x')
  await canvas.expectStates(['leaf-a:Ethernet1/1', 'srv-1:eth0'], 'down')
  await timeline.speed('10×')
  await expect.poll(() => timeline.clock()).toBeGreaterThan(4)
  await studio.select('leaf-b')
  await page.keyboard.press('x')
  await expect(status).toContainText('2 failures active')
  await timeline.speed('0.1×')
  await page.keyboard.press('r')
  await expect(status).toContainText('no failure active')
  await timeline.speed('max')
  await expect.poll(() => timeline.clock()).toBeGreaterThan(20)
  // While it still runs: the report is about the instant that it names.
  const { bytes } = await studio.downloadBy(() => studio.command('save a report of this run'))

  const report: Report = JSON.parse(bytes.toString('utf8'))
  expect(report.run.commands.map(({ command }) => command.type)).toEqual(['fail', 'fail', 'repair-all'])
  expect(report.reachedUs).toBeGreaterThan(20_000_000)
  expect(report.fingerprint).toMatch(/^[0-9a-f]{16}$/)
  expect(fingerprintInNode(report.run, report.reachedUs)).toBe(report.fingerprint)
})

for (const template of TEMPLATES.filter(({ id }) => REPLAYED.includes(id))) {
  test(`${template.id}: commands queued up front and given live leave one fingerprint, in Node and in the worker`, async ({
    page,
  }) => {
    const { topology } = template.build()
    const commands: readonly TimedCommand[] = [
      {
        at: 2_500_000,
        command: { type: 'fail', failure: 'link-cut', target: topology.links[2]?.id ?? '', options: {} },
      },
      {
        at: 9_000_000,
        command: { type: 'fail', failure: 'device-power-off', target: topology.devices[0]?.name ?? '', options: {} },
      },
      { at: 17_000_000, command: { type: 'repair-all' } },
    ]
    const run: Run = { topology, seed: 3, probeUs: 10_000, start: 'settled', commands }
    const expected = fingerprintInNode(run, UNTIL)

    let worker = ''
    page.on('request', (request) => {
      if (/sim\.worker/.test(request.url())) worker = request.url()
    })
    await page.goto('/')
    await expect.poll(() => worker).not.toBe('')
    const inWorker = async (loaded: Run, live: readonly TimedCommand[]) => {
      const load: Command = { type: 'load', id: 1, run: loaded, profiles: PROFILES }
      return page.evaluate(driveWorker, { url: worker, load, live, until: UNTIL })
    }
    expect(await inWorker(run, [])).toMatchObject({ type: 'fingerprint', now: UNTIL, fingerprint: expected })
    expect(await inWorker({ ...run, commands: [] }, commands)).toMatchObject({ now: UNTIL, fingerprint: expected })
  })
}

interface Report {
  readonly run: Run
  readonly reachedUs: number
  readonly fingerprint: string
}

function fingerprintInNode({ topology, seed, probeUs, start, commands }: Run, until: number): string {
  const sim = createSimulator({ topology, profiles: PROFILES, seed, probeUs, quiet: start === 'settled' })
  if (start === 'settled') settle(sim)
  for (const { at, command } of commands) expect(scheduleCommand(sim, at, command)).toEqual({ ok: true })
  runUntil(sim, sim.zero + until)
  return fingerprint(sim)
}

/** Runs in the page: the app's own worker goes from stop to stop, takes the live commands there, and reports. */
async function driveWorker({ url, load, live, until }: Drive): Promise<Update> {
  const thread = new Worker(url, { type: 'module' })
  const send = (command: Command) => thread.postMessage(command)
  const left = [...live]
  const goOn = () => send({ type: 'run-to', until: left[0]?.at ?? until })
  const answer = await new Promise<Update>((resolve) => {
    thread.addEventListener('message', ({ data }: MessageEvent<Update>) => {
      if (data.type === 'fingerprint' || data.type === 'crashed' || data.type === 'refused') resolve(data)
      if (data.type !== 'delta' || data.running) return
      if (data.now === until) return send({ type: 'fingerprint' })
      if (data.now !== left[0]?.at) return
      const next = left.shift()
      if (next !== undefined) send({ type: 'do', command: next.command })
      goOn()
    })
    send(load)
    goOn()
  })
  thread.terminate()
  return answer
}

interface Drive {
  readonly url: string
  readonly load: Command
  readonly live: readonly TimedCommand[]
  readonly until: number
}
