import { runUntil } from '../core/sim/simulator.ts'
import { fingerprint } from '../core/sim/trace.ts'
import { viewOf } from '../core/sim/view.ts'
import { readArgs } from './args.ts'
import { writeFileAt } from './files.ts'
import type { CliCommand } from './io.ts'
import { simulateOutput } from './output.ts'
import { endRun, failuresHelp, readRun, RUN_FLAGS_HELP, RUN_SWITCHES, RUN_VALUES, startRun } from './run.ts'
import { simulateReport } from './simulateReport.ts'
import { simulateText } from './simulateText.ts'
import { traceLines } from './traceLines.ts'

/** `simulate <file> … --until <t>`: runs a design, breaks and repairs it, reports. */
export const simulateCommand: CliCommand = {
  name: 'simulate',
  summary: 'run a design, break and repair it, report what happened',
  help: `mlag simulate <file> --until <time> [--fail F:T[,option=value…]@<time>]… [--repair F:T@<time>]…
              [--scenario <name>] [--cold] [--platform <platform>] [--seed <n>] [--probe <ms>] [--json] [--trace <file>]

${RUN_FLAGS_HELP}
  --trace   writes what happened, one JSON object a line

  mlag simulate template:basic-pair --scenario peer-link-loss
  mlag simulate template:basic-pair --fail link-cut:srv-1:eth0@1s --repair link-cut:srv-1:eth0@10s --until 30s

${failuresHelp()}`,
  run: async (argv, io) => {
    const args = readArgs(argv, { switches: [...RUN_SWITCHES, 'json'], values: [...RUN_VALUES, 'trace'] })
    const request = await readRun(args, io)
    const { topology, seed, until } = request
    const sim = startRun(request, io)
    runUntil(sim, sim.zero + until)

    const report = simulateReport({
      topology,
      seed,
      until,
      settled: sim.settled,
      events: sim.events.length,
      fingerprint: fingerprint(sim),
      scenario: request.scenario,
      view: viewOf(sim),
      recorded: sim.events,
      failures: sim.failures,
    })
    io.out(args.has('json') ? `${JSON.stringify(simulateOutput.parse(report), null, 2)}\n` : simulateText(report))
    const trace = args.value('trace')
    if (trace !== undefined) await writeFileAt(trace, traceLines(topology, sim.events), io)
    return endRun(sim, io)
  },
}
