import { writePcapng } from '../core/capture/pcapng.ts'
import type { CaptureScope } from '../core/model/capture.ts'
import { networkOf } from '../core/model/network.ts'
import { resolveTarget } from '../core/model/targets.ts'
import type { Topology } from '../core/model/topology.ts'
import { createTap } from '../core/sim/capture.ts'
import { captureFile, linksIn } from '../core/sim/captureFile.ts'
import { runUntil } from '../core/sim/simulator.ts'
import { readArgs, type Args } from './args.ts'
import { writeFileAt } from './files.ts'
import type { CliCommand } from './io.ts'
import { endRun, failuresHelp, readRun, RUN_FLAGS_HELP, RUN_SWITCHES, RUN_VALUES, startRun } from './run.ts'
import { UsageError } from './usage.ts'

/** `capture <file> --until <t> --out <pcapng> …`: runs a design and saves what was sent. */
export const captureCommand: CliCommand = {
  name: 'capture',
  summary: 'run a design, save what was sent as pcapng',
  help: `mlag capture <file> --until <time> --out <pcapng> [--link T | --device D]
             [--fail F:T[,option=value…]@<time>]… [--repair F:T@<time>]…
             [--scenario <name>] [--cold] [--platform <platform>] [--seed <n>] [--probe <ms>]

  --link    only this cable, a cable id or device:port
  --device  only the cables of this device
${RUN_FLAGS_HELP}

Every frame is in the file once, at the port that sent it. Simulated time zero is 1970-01-01 00:00:00 UTC.
Frames that were lost or that a device discarded have a comment that says why.

  mlag capture template:basic-pair --fail link-cut:srv-1:eth0@1s --until 10s --device leaf-a --out leaf-a.pcapng

${failuresHelp()}`,
  run: async (argv, io) => {
    const args = readArgs(argv, { switches: RUN_SWITCHES, values: [...RUN_VALUES, 'out', 'link', 'device'] })
    const out = args.value('out')
    if (out === undefined) throw new UsageError('--out is missing: the file to write.')
    const request = await readRun(args, io)
    const scope = readScope(args, request.topology)
    const sim = startRun(request, io)
    const tap = createTap({ links: linksIn(sim.plan, scope), probes: true, limit: MOST_FRAMES, keep: 'first' })
    sim.capture = tap
    runUntil(sim, sim.zero + request.until)

    const file = captureFile(sim, tap)
    await writeFileAt(out, writePcapng(file), io)
    io.out(`${out}: ${file.packets.length} frames on ${file.interfaces.length} cable ends\n`)
    if (tap.seen > MOST_FRAMES) {
      io.err(`Only the first ${MOST_FRAMES} of ${tap.seen} frames are in the file; a larger --probe sends fewer.\n`)
    }
    return endRun(sim, io)
  },
}

function readScope(args: Args, topology: Topology): CaptureScope {
  const [link, device] = [args.value('link'), args.value('device')]
  if (link !== undefined && device !== undefined) throw new UsageError('--link or --device, not both.')
  if (link !== undefined) {
    const found = resolveTarget(networkOf(topology), link)
    if (!found.ok) throw new UsageError(`--link: ${found.problem}`)
    if (found.target.kind === 'link') return { link: found.target.link.id }
    throw new UsageError(`--link takes a cable; ${link} is a ${found.target.kind}.`)
  }
  if (device === undefined) return 'everywhere'
  const found = topology.devices.find(({ name }) => name === device)
  if (found) return { device: found.id }
  throw new UsageError(
    `--device: nothing is called ${JSON.stringify(device)}; there are ${topology.devices.map(({ name }) => name).join(', ')}.`,
  )
}

/** About half a gigabyte while it is put together. */
const MOST_FRAMES = 1_000_000
