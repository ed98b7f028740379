import { cablePlan } from '../export/cablePlan.ts'
import { switchFiles } from '../export/switchFiles.ts'
import type { Finding } from '../lint/lint.ts'
import type { Network } from '../model/network.ts'
import type { MlagDomain, SwitchDevice } from '../model/topology.ts'
import { CHANGE_COMMANDS } from '../vendors/changeCommands.ts'
import { lines, list, text, type Part } from './parts.ts'
import type { RunbookInput } from './input.ts'
import { hearsBeside } from './keepalive.ts'
import { routedChecks } from './routed.ts'

/** What must be so before the first line is pasted. */
export function preChecks(
  { net, findings, profiles }: Pick<RunbookInput, 'net' | 'findings' | 'profiles'>,
  domain: MlagDomain,
  peers: readonly SwitchDevice[],
): readonly Part[] {
  const names = peers.map(({ name }) => name)
  const cables = cablePlan(net).filter(({ ends }) => ends.some(({ device }) => names.includes(device)))
  const between = cables.filter(({ role }) => role === 'peer-link')
  const addresses = domain.keepalive.addresses.join(' and ')
  const [first] = peers
  const commands = first === undefined ? null : CHANGE_COMMANDS[first.vendor]
  return [
    ...list([
      `${names.join(' and ')} run the same release.`,
      `All ${cables.length} cables of the pair are plugged as in cables.csv, ${between.length} of them for the peer-link: ${between.map(({ ends: [a, b] }) => `${a.device} ${a.port} to ${b.device} ${b.port}`).join(', ') || 'none is drawn'}.`,
      ...(hearsBeside(net, domain, profiles)
        ? [`${addresses} are free, and one reaches the other by a way of its own.`]
        : []),
      ...routedChecks(net, domain),
      'The ports carry no configuration yet; the files remove nothing.',
      ...secrets(net, peers),
    ]),
    ...openFindings(net, domain, peers, findings),
    ...(commands === null
      ? []
      : [
          ...lines('To see the release, and that the ports are up, on each peer:', commands.look),
          ...lines('Keep what is there, on each peer:', commands.keep),
        ]),
  ]
}

function secrets(net: Network, peers: readonly SwitchDevice[]): readonly string[] {
  return switchFiles(net)
    .filter(({ device }) => peers.some(({ id }) => id === device.id))
    .flatMap(({ path, secrets: found }) =>
      found.map(({ number, text: line }) => `The placeholder in ${path}, line ${number} is replaced: ${line}`),
    )
}

/** What the checks still say of the pair and of what hangs on it. */
function openFindings(
  net: Network,
  domain: MlagDomain,
  peers: readonly SwitchDevice[],
  findings: readonly Finding[],
): readonly Part[] {
  const own = new Set<string>([
    domain.id,
    ...peers.map(({ id }) => id),
    ...peers.flatMap(({ id }) => (net.lagsOf.get(id) ?? []).map(({ bond }) => bond.id)),
  ])
  const open = findings.filter(
    ({ severity, objects }) => severity !== 'info' && objects.some((object) => own.has(object)),
  )
  return open.length === 0
    ? [text('The checks find nothing wrong with the pair.')]
    : [text('Still open in the checks:'), ...list(open.map(({ severity, text: words }) => `${severity}: ${words}`))]
}
