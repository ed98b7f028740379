import { isFast, type ShowContext } from '../show/context.ts'
import { nameOf } from './showWords.ts'

/** `teamdctl PortChannelN state`. Source: jpirko/libteam, utils/teamdctl.c. */
export function team({ lags }: ShowContext, name: string): readonly string[] {
  const found = lags.find((lag) => nameOf(lag) === name)
  if (found === undefined) return [`Device "${name}" does not exist.`]
  const { view, members } = found
  const lacp = view.mode !== 'static'
  return [
    'setup:',
    `  runner: ${lacp ? 'lacp' : 'roundrobin'}`,
    'ports:',
    ...members.flatMap(({ port, view: { carrier, lacp: member } }) => [
      `  ${port.name}`,
      '    link watches:',
      `      link summary: ${carrier ? 'up' : 'down'}`,
      '      instance[link_watch_0]:',
      '        name: ethtool',
      `        link: ${carrier ? 'up' : 'down'}`,
      ...(member === null
        ? []
        : [
            '    runner:',
            `      selected: ${member.selected === 'selected' ? 'yes' : 'no'}`,
            `      state: ${TEAM_STATE[member.rx]}`,
          ]),
    ]),
    ...(lacp
      ? [
          'runner:',
          `  active: ${view.mode === 'active' ? 'yes' : 'no'}`,
          `  fast rate: ${isFast(found) ? 'yes' : 'no'}`,
        ]
      : []),
  ]
}

/** The words of the kernel-side runner for a port. Source: jpirko/libteam, teamd/teamd_runner_lacp.c. */
const TEAM_STATE = {
  initialize: 'disabled',
  'port-disabled': 'disabled',
  expired: 'expired',
  'lacp-disabled': 'disabled',
  defaulted: 'defaulted',
  current: 'current',
} as const
