import { expect, test } from '@playwright/test'
import { scheduleCommand } from '../src/core/sim/commands.ts'
import { settle } from '../src/core/sim/settle.ts'
import { createSimulator, runUntil } from '../src/core/sim/simulator.ts'
import { fingerprint } from '../src/core/sim/trace.ts'
import { TEMPLATES } from '../src/core/templates/index.ts'
import { PROFILES } from '../src/core/vendors/index.ts'
import type { Command, Run, Update } from '../src/worker/messages.ts'

const UNTIL = 45_000_000

for (const template of TEMPLATES) {
  test(`${template.id}: a recording leaves the same fingerprint in Node and in the browser's worker`, async ({
    page,
  }) => {
    const { topology } = template.build()
    const link = topology.links[2]?.id ?? ''
    const device = topology.devices[0]?.name ?? ''
    const run: Run = {
      topology,
      seed: 3,
      probeUs: 10_000,
      start: 'settled',
      commands: [
        { at: 2_500_000, command: { type: 'fail', failure: 'link-cut', target: link, options: {} } },
        { at: 9_000_000, command: { type: 'fail', failure: 'device-power-off', target: device, options: {} } },
        { at: 21_000_000, command: { type: 'repair-all' } },
      ],
    }
    let worker = ''
    page.on('request', (request) => {
      if (/sim\.worker/.test(request.url())) worker = request.url()
    })
    await page.goto('/')
    await expect.poll(() => worker).not.toBe('')
    const load: Command = { type: 'load', id: 1, run, profiles: PROFILES }
    const seen = await page.evaluate(
      async ({ url, commands, until }) => {
        const thread = new Worker(url, { type: 'module' })
        const update = await new Promise<Update>((resolve) => {
          thread.addEventListener('message', ({ data }: MessageEvent<Update>) => {
            if (data.type === 'delta' && !data.running && data.now === until)
              thread.postMessage({ type: 'fingerprint' })
            if (data.type === 'fingerprint' || data.type === 'crashed') resolve(data)
          })
          for (const command of commands) thread.postMessage(command)
        })
        thread.terminate()
        return update
      },
      { url: worker, commands: [load, { type: 'run-to', until: UNTIL } satisfies Command], until: UNTIL },
    )

    const sim = createSimulator({ topology, profiles: PROFILES, seed: run.seed, probeUs: run.probeUs, quiet: true })
    settle(sim)
    for (const { at, command } of run.commands) expect(scheduleCommand(sim, at, command)).toEqual({ ok: true })
    runUntil(sim, sim.zero + UNTIL)
    expect(seen).toMatchObject({ type: 'fingerprint', now: UNTIL, fingerprint: fingerprint(sim) })
  })
}
