import { bundleName } from '../export/cablePlan.ts'
import type { MlagDomain, SwitchDevice } from '../model/topology.ts'
import { answer } from '../vendors/show/console.ts'
import { contextOf } from '../vendors/show/context.ts'
import { lines, table, text, type Part } from './parts.ts'
import type { RunbookInput } from './input.ts'
import { routedVerification } from './routed.ts'

/** Commands of the platform on both peers, with what the simulated peers answered once everything was up. */
export function verification(
  { net, view, profiles, consoles }: Pick<RunbookInput, 'net' | 'view' | 'profiles' | 'consoles'>,
  domain: MlagDomain,
  peers: readonly SwitchDevice[],
): readonly Part[] {
  const state = view.domains.find((one) => one.domain === domain.id)
  return [
    ...(state === undefined
      ? []
      : [
          text(`The pair is ${state.status}, peer-link ${state.peerLink}, keepalive ${state.keepalive}.`),
          ...(state.reasons.length === 0 ? [] : [text(`${state.reasons.join('; ')}.`)]),
        ]),
    table(
      ['Bond', 'On', 'Carries traffic on'],
      peers.flatMap((device) =>
        (net.lagsOf.get(device.id) ?? []).flatMap((lag) => {
          const seen = view.lags.find((one) => one.bond === lag.bond.id && one.device === device.id)
          const cables = seen && `${seen.distributing.length} of ${seen.members.length} cables here`
          return cables === undefined ? [] : [[bundleName(device, lag), device.name, cables]]
        }),
      ),
    ),
    ...routedVerification(net, view, domain),
    text('What the commands are to answer. MAC addresses, ages and counters are those of the simulation.'),
    ...peers.flatMap((device) => {
      const console = consoles[device.vendor]
      const profile = profiles[device.vendor]
      if (console === undefined || profile === undefined) return []
      const context = contextOf(net, view, device.id, profile)
      const answered = new Set<string>()
      return console.commands
        .filter(
          ({ syntax }) => !syntax.includes('<') && !/counter|statistic|troubleshooting|clagd\.log| -j$/.test(syntax),
        )
        .flatMap(({ syntax }) => {
          const said = answer(console, context, syntax)
          const key = said.join('\n')
          if (answered.has(key)) return []
          answered.add(key)
          return lines(`${console.prompt(device.name)}${syntax}`, said)
        })
    }),
  ]
}
