import { switchFiles, type SwitchFile } from '../export/switchFiles.ts'
import type { Network } from '../model/network.ts'
import type { MlagDomain, SwitchDevice } from '../model/topology.ts'
import { CHANGE_COMMANDS } from '../vendors/changeCommands.ts'
import type { RunbookInput } from './input.ts'
import { peersOf } from './failoverTests.ts'
import { heading, list, text, type Part } from './parts.ts'
import { preChecks } from './preChecks.ts'
import { testParts } from './testParts.ts'
import { verification } from './verification.ts'

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
    ...wayBack(peers, namesBelow(net, domain)),
  ]
}

function pasting(net: Network, domain: MlagDomain, peers: readonly SwitchDevice[]): readonly Part[] {
  const files = switchFiles(net)
  const below = namesBelow(net, domain)
  return [
    ...[...new Set(peers.flatMap(({ vendor }) => CHANGE_COMMANDS[vendor]?.how ?? []))].map(text),
    ...list(
      [
        ...pastingSteps(files, peers),
        'Wait until the peers have formed; section 3 says what to look for.',
        ...(below.length === 0 ? [] : [`Configure what hangs below, one after the other: ${below.join(', ')}.`]),
      ],
      true,
    ),
    ...remarks(files, peers),
  ]
}

/** Peer by peer; what goes in as two parts is on both peers up to there before either gets the rest. */
function pastingSteps(files: readonly SwitchFile[], peers: readonly SwitchDevice[]): readonly string[] {
  const steps = peers.flatMap(({ id, name, vendor }): readonly PastingStep[] => {
    const own = files.filter(({ device }) => device.id === id)
    const [main, ...others] = own.map(({ path, format: { format } }) =>
      format === undefined || own.length === 1 ? path : `${path} (${format})`,
    )
    if (main === undefined) return []
    const instead = others.length === 0 ? '' : `, or else ${others.join(' or ')}`
    const { parts, commit = [] } = CHANGE_COMMANDS[vendor] ?? {}
    const then = commit.length === 0 ? '' : ` Then: ${commit.join('; ')}.`
    if (parts === undefined) return [{ whole: `Paste ${main} on ${name}${instead}.${then}`, until: null, rest: null }]
    return [
      {
        whole: `Paste ${main} on ${name}${instead}, up to ${parts.upTo}.`,
        until: `Wait until ${parts.until}.`,
        rest: `Paste the rest of the file on ${name}.${then}`,
      },
    ]
  })
  return [
    ...steps.map(({ whole }) => whole),
    ...new Set(steps.flatMap(({ until }) => until ?? [])),
    ...steps.flatMap(({ rest }) => rest ?? []),
  ]
}

interface PastingStep {
  readonly whole: string
  /** Of a text that goes in as two parts. */
  readonly until: string | null
  readonly rest: string | null
}

/** Devices with a bond to the pair. */
function namesBelow(net: Network, domain: MlagDomain): readonly string[] {
  const names = net.topology.bonds.flatMap((bond) =>
    bond.ends.flatMap(({ at }, end) => {
      const far = bond.ends[end === 0 ? 1 : 0].at
      const device =
        'domain' in at && at.domain === domain.id && 'device' in far ? net.devices.get(far.device) : undefined
      return device === undefined ? [] : [device.name]
    }),
  )
  return [...new Set(names)]
}

/** What the files cannot say as drawn, once for both peers where it is the same. */
function remarks(files: readonly SwitchFile[], peers: readonly SwitchDevice[]): readonly Part[] {
  const notes = files.flatMap(({ device, main, notes: own }) => (main && peers.includes(device) ? own : []))
  const texts = [...new Set(notes.map((note) => note.text))]
  return texts.length === 0 ? [] : [text('What the files say of what is drawn:'), ...list(texts)]
}

function wayBack(peers: readonly SwitchDevice[], below: readonly string[]): readonly Part[] {
  const vendors = [...new Set(peers.map(({ vendor }) => vendor))]
  return [
    text(
      `In reverse: ${below.length === 0 ? '' : 'first what hangs below, as it was; then '}${peers
        .toReversed()
        .map(({ name }) => name)
        .join(', then ')}. What was kept before the change is put back as a whole, and stays after a restart.`,
    ),
    ...vendors.flatMap((vendor): readonly Part[] => {
      const commands = CHANGE_COMMANDS[vendor]
      return commands === null
        ? []
        : [{ kind: 'lines', title: 'On each peer:', lines: commands.restore }, text(`Source: ${commands.source}.`)]
    }),
  ]
}
