import type { NumberKey } from '../../model/profileKeys.ts'
import { portOn, type KeepalivePlan, type PairPlan, type SwitchPlan } from '../switchPlan.ts'
import { word } from '../text.ts'
import { addressOf, holdTime, overKeepalive, seconds, type Group } from './common.ts'
import { juniperJunosProfile } from './profile.ts'
import { below } from './statements.ts'

export function pairGroups(plan: SwitchPlan, pair: PairPlan): readonly Group[] {
  const { lags, runs } = plan
  const { domain, keepalive, peering } = pair
  const value = (key: NumberKey) => runs.numbers[key]?.value ?? 0
  const beside = overKeepalive(runs)
  const session = beside ? keepalive : peering
  const peerLink = lags.find(({ lag }) => lag.role === 'peer-link')
  const hold = `session-establishment-hold-time ${seconds(value('session-hold-ms'))}`
  return [
    [
      ...(keepalive ? keepaliveInterface(plan, keepalive) : []),
      ...(beside ? [] : below(domain.id, ['interfaces', 'irb', `unit ${peering.vlan}`], [addressOf(peering)])),
    ],
    session
      ? [
          ...below(domain.id, ['protocols', 'iccp'], [`local-ip-addr ${word(session.own)}`]),
          ...below(
            domain.id,
            ['protocols', 'iccp', `peer ${word(session.peer)}`],
            [
              hold,
              `redundancy-group-id-list ${domain.number}`,
              ...(keepalive && !beside
                ? [['backup-liveness-detection', `backup-peer-ip ${word(keepalive.peer)}`]]
                : []),
              ['liveness-detection', `minimum-interval ${value('heartbeat-interval-ms')}`],
              ['liveness-detection', `multiplier ${value('heartbeat-timeout-multiplier')}`],
            ],
          ),
          ...(peerLink
            ? below(
                domain.id,
                ['multi-chassis', `multi-chassis-protection ${word(session.peer)}`],
                [
                  `interface ae${peerLink.lag.channel}`,
                  ...(beside ? [`icl-down-delay ${seconds(value('peer-link-down-delay-ms'))}`] : []),
                ],
              )
            : []),
          ...below(
            domain.id,
            ['multi-chassis', 'mc-lag', 'consistency-check'],
            [`comparison-delay-time ${seconds(value('consistency-delay-ms'))}`],
          ),
          ...below(domain.id, ['switch-options'], [`service-id ${domain.number}`]),
        ]
      : [],
  ]
}

function keepaliveInterface(plan: SwitchPlan, keepalive: KeepalivePlan): Group {
  const { port, link, towards } = keepalive
  const title = overKeepalive(plan.runs) ? 'ICCP' : 'backup liveness'
  return below(
    link.id,
    ['interfaces', portOn(juniperJunosProfile, port)],
    [
      `description "${title}: ${towards}"`,
      ...(port.kind === 'front' ? holdTime(plan) : []),
      ['unit 0', ...addressOf(keepalive)],
    ],
  )
}
