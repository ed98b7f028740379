import { leastWait } from '../core/upgrade/search.ts'
import { upgradablePairs, UPGRADE_STANDARD, type UpgradeRequest } from '../core/upgrade/upgrade.ts'
import { upgradeSentences } from '../core/upgrade/words.ts'
import { withPlatform } from '../core/vendors/exporter.ts'
import { PROFILES } from '../core/vendors/index.ts'
import { onePositional, readArgs, wholeNumber, type Args } from './args.ts'
import { PLATFORM_HELP, readDesign, readPlatform } from './input.ts'
import type { CliCommand } from './io.ts'
import { readProbe, readTime } from './times.ts'
import { upgradeOutput, upgradeReport } from './upgradeOutput.ts'
import { UsageError } from './usage.ts'

/** `upgrade <file> …`: the least wait between the reloads of a pair's peers. */
export const upgradeCommand: CliCommand = {
  name: 'upgrade',
  summary: 'find the least safe wait of a rolling upgrade: reload one peer, wait, reload the other',
  help: `mlag upgrade <file> [--pair <name>] [--first <peer>] [--boot <time>] [--gap <time>] [--limit <time>]
             [--platform <platform>] [--seed <n>] [--probe <ms>] [--json]

  --pair    the pair to upgrade; the design's first one unless given
  --first   the peer that reloads first; the one that is not the preferred primary unless given
  --boot    how long a switch boots, 60s unless given
  --gap     front ports drop so long before the rest of the switch, 2s unless given
  --limit   the longest outage that is accepted, 1s unless given. Flows that lose more however long one waits, such as
            those of a server with one cable, may lose as much as they do then
  --probe   milliseconds between probes of a flow direction, ${UPGRADE_STANDARD.probeUs / 1_000} unless given
${PLATFORM_HELP}

  Every wait that is tried is run on the engine. Time counts from the beginning of the first reload.`,
  run: async (argv, io) => {
    const args = readArgs(argv, {
      switches: ['json'],
      values: ['pair', 'first', 'boot', 'gap', 'limit', 'platform', 'seed', 'probe'],
    })
    const request = await readRequest(args, io)
    const search = leastWait(request, PROFILES)
    let next = search.next()
    while (!next.done) next = search.next()
    if (!next.value.ok) throw new UsageError(next.value.problem)
    const { found } = next.value
    io.out(
      args.has('json')
        ? `${JSON.stringify(upgradeOutput.parse(upgradeReport(found)), null, 2)}\n`
        : `${upgradeSentences(found).join('\n')}\n`,
    )
    return 0
  },
}

async function readRequest(args: Args, io: Parameters<typeof readDesign>[1]): Promise<UpgradeRequest> {
  const file = onePositional(args, 'file')
  const time = (name: string, otherwise: number): number => {
    const text = args.value(name)
    return text === undefined ? otherwise : readTime(text, `--${name}`)
  }
  const options = {
    bootS: time('boot', UPGRADE_STANDARD.bootS * 1_000_000) / 1_000_000,
    gapS: time('gap', UPGRADE_STANDARD.gapS * 1_000_000) / 1_000_000,
    limitUs: time('limit', UPGRADE_STANDARD.limitUs),
    seed: wholeNumber(args, 'seed', UPGRADE_STANDARD.seed),
    probeUs: readProbe(args.value('probe') ?? String(UPGRADE_STANDARD.probeUs / 1_000)),
  }
  const platform = readPlatform(args)
  const drawn = (await readDesign(file, io)).topology
  const pairs = upgradablePairs(drawn)
  const [first] = pairs
  if (first === undefined) throw new UsageError('The design has no pair to upgrade.')
  const wanted = args.value('pair')
  const pair = wanted === undefined ? first : pairs.find((one) => one.pair === wanted)
  if (pair === undefined) {
    const known = pairs.map((one) => one.pair).join(', ')
    throw new UsageError(`There is no pair called ${JSON.stringify(wanted)}; there is ${known}.`)
  }
  return {
    ...options,
    topology: platform === undefined ? drawn : withPlatform(drawn, platform),
    pair: pair.pair,
    first: args.value('first') ?? pair.peers[0],
  }
}
