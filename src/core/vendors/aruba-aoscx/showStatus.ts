import type { ShowCommand } from '../show/console.ts'
import {
  hasKeepalive,
  isPreferred,
  mlagsOf,
  peerHeard,
  peerLinkOf,
  secondsOf,
  timerLeft,
  type ShowContext,
} from '../show/context.ts'
import { columns, fact } from '../show/columns.ts'

/**
 * What follows `show vsx status`.
 * Source: AOS-CX 10.14 Virtual Switching Extension Guide, show vsx status and its forms; an ISL that is down as printed
 * in the AOS-CX simulator's VSX lab guide.
 */
export const VSX_STATUS_COMMANDS: readonly ShowCommand[] = [
  { syntax: 'show vsx status keepalive', help: 'keepalive between the switches', print: keepalive },
  { syntax: 'show vsx status inter-switch-link', help: 'the ISL', print: interSwitchLink },
  { syntax: 'show vsx status linkup-delay', help: 'VSX LAGs that wait after a start', print: linkupDelay },
  { syntax: 'show vsx status peering', help: 'how far the switches synchronised', print: peering },
  { syntax: 'show vsx status config-sync', help: 'synchronisation of the configuration', print: configSync },
  {
    syntax: 'show vsx status shutdown-on-split',
    help: 'other interfaces that go down in a split',
    print: shutdownOnSplit,
  },
]

function keepalive(context: ShowContext): readonly string[] {
  const { pair } = context
  if (pair === null) return NOT_CONFIGURED
  const alive = pair.own.keepalive === 'alive'
  return [
    fact(20, 'Keepalive State', keepaliveWord(context)),
    ...(alive
      ? [
          fact(20, 'Peer System Id', pair.peer.mac),
          fact(20, 'Peer Device Role', isPreferred(context) ? 'secondary' : 'primary'),
        ]
      : []),
  ]
}

function interSwitchLink(context: ShowContext): readonly string[] {
  if (context.pair === null) return NOT_CONFIGURED
  return [
    fact(24, 'State', islWord(context)),
    fact(24, 'Link Status', peerLinkOf(context)?.view.operational === true ? 'up' : 'down'),
    fact(24, 'Mgmt state', managementWord(context)),
  ]
}

/** Out of sync there is no delay to speak of, and its lines stay empty. */
function linkupDelay(context: ShowContext): readonly string[] {
  if (context.pair === null) return NOT_CONFIGURED
  const other = peerHeard(context)
  const left = timerLeft(context, 'member-restore')
  const waiting = mlagsOf(context).map(({ lag }) => `lag${lag.channel}`)
  const synced = other?.step === 3
  const held = (context.pair.inner?.members ?? null) !== null
  const delay = left !== null ? 'Running' : held && !synced ? 'Waiting-to-start' : 'Completed'
  return [
    fact(60, 'Configured linkup delay-timer', `${secondsOf(context, 'member-restore-ms')} seconds`),
    fact(60, 'Initial sync status', other === null ? '' : synced ? 'Completed' : 'In-progress'),
    fact(60, 'Delay timer status', other === null ? '' : delay),
    fact(60, 'Linkup Delay time left', left === null ? '' : timeLeft(left)),
    fact(
      60,
      'Interfaces that will be brought up after delay timer expires',
      other === null || delay === 'Completed' ? '' : waiting.join(','),
    ),
  ]
}

function timeLeft(seconds: number): string {
  const minutes = Math.floor(seconds / 60)
  return `${minutes === 0 ? '' : `${minutes} minutes `}${seconds % 60} seconds`
}

/** The MAC table is what the simulated switches synchronise; neighbours and routes are none of it. */
function peering(context: ShowContext): readonly string[] {
  if (context.pair === null) return NOT_CONFIGURED
  const widths = [18]
  const done = peerHeard(context) === null ? 'Not-started' : context.pair.own.step === 3 ? 'Complete' : 'In-progress'
  return [RULE, columns(widths, ['Module', 'Sync-Status']), RULE, columns(widths, ['MAC', done])]
}

/** Not paused by `config-sync disable`. What it prints while the ISL is down is not documented. */
function configSync(context: ShowContext): readonly string[] {
  if (context.pair === null) return NOT_CONFIGURED
  return [
    fact(24, 'Admin State', 'Enabled'),
    ...(peerHeard(context) === null
      ? []
      : [
          fact(24, 'Operational State', 'Operational'),
          fact(24, 'Error State', 'None'),
          fact(24, 'Recommended remediation', 'N/A'),
        ]),
  ]
}

function shutdownOnSplit({ pair, orphans }: ShowContext): readonly string[] {
  if (pair === null) return NOT_CONFIGURED
  const widths = [24]
  return [
    'List of non-vsx interfaces enabled for split shutdown and its status.',
    columns(widths, ['Interfaces', 'Status']),
    columns(widths, ['----------', '------']),
    ...orphans
      .filter(({ link }) => link.suspendWithMembers)
      .map(({ port, view }) => columns(widths, [port.name, view.suspended === null ? 'Enabled' : 'Disabled'])),
  ]
}

/** The other parts of the platform's console use the same words. */
export function islWord(context: ShowContext): string {
  return peerHeard(context) === null ? 'Out-Of-Sync' : 'In-Sync'
}

export function managementWord(context: ShowContext): string {
  return peerHeard(context) === null ? 'inter_switch_link_down' : 'operational'
}

export function keepaliveWord(context: ShowContext): string {
  if (!hasKeepalive(context)) return 'Keepalive-Init'
  return context.pair?.own.keepalive === 'alive' ? 'Keepalive-Established' : 'Keepalive-Failed'
}

/** Configured, never elected. */
export function roleWord(context: ShowContext): string {
  return isPreferred(context) ? 'primary' : 'secondary'
}

export const NOT_CONFIGURED = ['VSX is not configured.']
const RULE = '-'.repeat(64)
