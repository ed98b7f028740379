import { outageWords } from '../compare/words.ts'
import { switchFiles, type SwitchFile } from '../export/switchFiles.ts'
import type { Network } from '../model/network.ts'
import type { MlagDomain, SwitchDevice } from '../model/topology.ts'
import { CHANGE_COMMANDS } from '../vendors/changeCommands.ts'
import type { RunbookInput } from './input.ts'
import { failoverTests, peersOf, type FailoverTest } from './failoverTests.ts'
import { heading, list, table, text, type Part } from './parts.ts'
import { preChecks } from './preChecks.ts'
import { verification } from './verification.ts'

/** Every run that the runbook of a design takes, pair by pair. None without a pair. */
export function runbookTests(net: Network): readonly FailoverTest[] {
  return net.topology.domains.flatMap((domain) => failoverTests(net, domain))
}

/** The change plan of every pair: checks before, order of pasting, verification, failover tests, the way back. */
export function runbook(input: RunbookInput): readonly Part[] {
  const { title, net, settled } = input
  return [
    heading(1, `Runbook: ${title}`),
    text(
      'Written by MLAG Studio from the design. Outputs and figures are what the simulation of this very design showed; the time a switch needs to program its hardware comes on top.',
    ),
    ...(settled ? [] : [text('This design does not come to rest in the simulation. Mend that first.')]),
    ...net.topology.domains.flatMap((domain) => pairPlan(input, domain)),
  ]
}

function pairPlan(input: RunbookInput, domain: MlagDomain): readonly Part[] {
  const { net, profiles } = input
  const peers = [...peersOf(net, domain)].flatMap((name) => {
    const device = net.deviceNamed.get(name)
    return device?.kind === 'switch' ? [device] : []
  })
  const [first] = peers
  if (first === undefined) return []
  const words = profiles[first.vendor]?.words
  return [
    heading(2, `${domain.name}: ${peers.map(({ name }) => name).join(' and ')}`),
    text(
      `${words?.vendorPlatform ?? first.vendor}, ${words?.domain ?? 'domain'} ${domain.number}. ${first.name} is preferred as primary.`,
    ),
    heading(3, '1. Before the change'),
    ...preChecks(input, domain, peers),
    heading(3, '2. Order of pasting'),
    ...pasting(net, domain, peers),
    heading(3, '3. Verification'),
    ...verification(input, domain, peers),
    heading(3, '4. Failover tests'),
    ...testParts(input, domain),
    heading(3, '5. The way back'),
    ...wayBack(peers),
  ]
}

function pasting(net: Network, domain: MlagDomain, peers: readonly SwitchDevice[]): readonly Part[] {
  const files = switchFiles(net)
  const steps = peers.flatMap((device) => {
    const own = files.filter((file) => file.device.id === device.id)
    const [main, ...others] = own.map(({ path, format: { format } }) =>
      format === undefined || own.length === 1 ? path : `${path} (${format})`,
    )
    if (main === undefined) return []
    const instead = others.length === 0 ? '' : `, or else ${others.join(' or ')}`
    const { commit = [] } = CHANGE_COMMANDS[device.vendor] ?? {}
    return [`Paste ${main} on ${device.name}${instead}.${commit.length === 0 ? '' : ` Then: ${commit.join('; ')}.`}`]
  })
  const how = [...new Set(peers.flatMap(({ vendor }) => CHANGE_COMMANDS[vendor]?.how ?? []))]
  const below = net.topology.bonds.flatMap((bond) =>
    bond.ends.flatMap(({ at }, end) => {
      const far = bond.ends[end === 0 ? 1 : 0].at
      const device =
        'domain' in at && at.domain === domain.id && 'device' in far ? net.devices.get(far.device) : undefined
      return device === undefined ? [] : [device.name]
    }),
  )
  return [
    ...how.map(text),
    ...list(
      [
        ...steps,
        'Wait until the peers have formed; section 3 says what to look for.',
        ...(below.length === 0
          ? []
          : [`Configure what hangs below, one after the other: ${[...new Set(below)].join(', ')}.`]),
      ],
      true,
    ),
    ...remarks(files, peers),
  ]
}

/** What the files cannot say as drawn, once for both peers where it is the same. */
function remarks(files: readonly SwitchFile[], peers: readonly SwitchDevice[]): readonly Part[] {
  const notes = files.flatMap(({ device, main, notes: own }) => (main && peers.includes(device) ? own : []))
  const texts = [...new Set(notes.map((note) => note.text))]
  return texts.length === 0 ? [] : [text('What the files say of what is drawn:'), ...list(texts)]
}

function testParts({ net, results }: RunbookInput, domain: MlagDomain): readonly Part[] {
  const tests = failoverTests(net, domain)
  const rows = tests.map(({ deed, undo, run }, at) => {
    const result = results.find(({ fault }) => fault === run.fault.id)
    const after = result?.measured?.domains.find((one) => one.domain === domain.name)
    return [
      String(at + 1),
      deed,
      result === undefined ? 'not simulated' : (result.refused ?? outageWords(result)),
      after === undefined ? '–' : `${after.status}${after.dualActive ? ', dual-active' : ''}`,
      undo,
    ]
  })
  return [
    text(
      `One at a time, each from the healthy pair. “Outage” says how many of the drawn flow directions lose something, and for how long at most, ${tests[0] === undefined ? '' : `measured with a probe every ${tests[0].run.probeUs / 1_000} ms`}; “until repair” is what is still out a minute later.`,
    ),
    table(['', 'Do', 'Outage', 'Pair afterwards', 'Undo'], rows),
  ]
}

function wayBack(peers: readonly SwitchDevice[]): readonly Part[] {
  const vendors = [...new Set(peers.map(({ vendor }) => vendor))]
  return [
    text(
      `In reverse: ${peers
        .toReversed()
        .map(({ name }) => name)
        .join(', then ')}. What was kept before the change is put back as a whole.`,
    ),
    ...vendors.flatMap((vendor): readonly Part[] => {
      const commands = CHANGE_COMMANDS[vendor]
      return commands === null
        ? []
        : [{ kind: 'lines', title: 'On each peer:', lines: commands.restore }, text(`Source: ${commands.source}.`)]
    }),
  ]
}
