import { expect, test } from '@playwright/test'
import { runReport } from '../src/core/report/report.ts'
import { networkOf } from '../src/core/model/network.ts'
import type { DirectionView, DomainView } from '../src/core/model/runView.ts'
import { READY_MADE } from '../src/core/scenarios/index.ts'
import type { ReadyMade } from '../src/core/scenarios/readyMade.ts'
import { scheduleCommand } from '../src/core/sim/commands.ts'
import { settle } from '../src/core/sim/settle.ts'
import { createSimulator, runUntil } from '../src/core/sim/simulator.ts'
import { viewOf } from '../src/core/sim/view.ts'
import { TEMPLATES } from '../src/core/templates/index.ts'
import { PROFILES } from '../src/core/vendors/index.ts'
import type { Command, Run, Update } from '../src/worker/messages.ts'

/** Every figure of every ready-made scenario: the built page's own worker plays it to its end, and so does Node. */
for (const { id, build } of TEMPLATES) {
  const scenarios = READY_MADE.filter(({ template }) => template === id)
  test(`${id}: ${scenarios.length} scenarios end in the page as they end headless`, async ({ page }) => {
    let worker = ''
    page.on('request', (request) => {
      if (/sim\.worker/.test(request.url())) worker = request.url()
    })
    await page.goto('/')
    await expect.poll(() => worker).not.toBe('')
    const { topology } = build()
    for (const scenario of scenarios) {
      const { name, start, steps, until } = scenario
      const run: Run = { topology, seed: 1, probeUs: 50_000, start, commands: steps, until: 0, scenario: name }
      const load: Command = { type: 'load', id: 1, run, profiles: PROFILES }
      const shown = await page.evaluate(playInWorker, { url: worker, load, until })
      expect(verdictOf(scenario, run, shown), name).toEqual(verdictOf(scenario, run, headless(run, until)))
    }
  })
}

interface Ended {
  readonly directions: readonly DirectionView[]
  readonly domains: readonly DomainView[]
}

/** What the report says of it: the verdict, every outage with its phases, where every pair stands. */
function verdictOf({ until }: ReadyMade, run: Run, { directions, domains }: Ended) {
  const {
    verdict,
    directions: flows,
    pairs,
  } = runReport({
    title: '',
    net: networkOf(run.topology),
    profiles: PROFILES,
    scenario: run.scenario ?? null,
    start: run.start,
    seed: run.seed,
    probeUs: run.probeUs,
    now: until,
    commands: run.commands,
    domains,
    directions,
    events: [],
    limitUs: 1_000_000,
  })
  return { verdict, flows, pairs }
}

function headless({ topology, seed, probeUs, start, commands }: Run, until: number): Ended {
  const sim = createSimulator({ topology, profiles: PROFILES, seed, probeUs, quiet: start === 'settled' })
  if (start === 'settled') settle(sim)
  for (const { at, command } of commands) expect(scheduleCommand(sim, at, command)).toEqual({ ok: true })
  runUntil(sim, sim.zero + until)
  return viewOf(sim)
}

/** Runs in the page: the app's own worker plays as fast as it can, and what it told of flows and pairs is gathered. */
async function playInWorker({ url, load, until }: Play): Promise<Ended> {
  const thread = new Worker(url, { type: 'module' })
  const directions = new Map<string, DirectionView>()
  const domains = new Map<string, DomainView>()
  await new Promise<void>((resolve, reject) => {
    thread.addEventListener('message', ({ data }: MessageEvent<Update>) => {
      if (data.type === 'crashed' || data.type === 'refused') reject(new Error(data.message))
      if (data.type !== 'delta') return
      for (const view of data.directions) directions.set(`${view.flow}:${view.direction}`, view)
      for (const view of data.domains) domains.set(view.domain, view)
      if (!data.running && data.now === until) resolve()
    })
    const commands: readonly Command[] = [load, { type: 'speed', factor: null }, { type: 'play', until }]
    for (const command of commands) thread.postMessage(command)
  })
  thread.terminate()
  return { directions: [...directions.values()], domains: [...domains.values()] }
}

interface Play {
  readonly url: string
  readonly load: Command
  readonly until: number
}
