import { expect, test } from 'vitest'
import { networkOf } from '../../model/network.ts'
import { VENDOR_IDS } from '../../model/topology.ts'
import { scheduleCommand } from '../../sim/commands.ts'
import { FAILURES } from '../../sim/failures/index.ts'
import { start, until } from '../../sim/testing/scenario.ts'
import { PROFILES } from '../index.ts'
import { redrawnOn } from '../platforms.ts'
import { answer, type Console } from './console.ts'
import { contextOf, type ShowContext } from './context.ts'
import { loadConsole } from './loaders.ts'

const TARGETS = {
  link: ['srv-1:eth1', 'link-leaf-a-p53-leaf-b', 'leaf-a:Ethernet1/49'],
  device: ['leaf-b', 'mgmt-1', 'leaf-a'],
  domain: ['leafs'],
} as const

test.each(VENDOR_IDS.filter((id) => id !== 'generic'))(
  '%s: every command answers under every failure, and what it says follows the state',
  async (platform) => {
    const sim = start({ template: 'pair-with-uplinks', platform, probeUs: 100_000 })
    const net = networkOf(redrawnOn(sim.plan.topology, platform))
    const asked = await Promise.all(
      ['leaf-a', 'leaf-b', 'srv-1'].map(async (name) => {
        const device = net.deviceNamed.get(name)!
        return { device, console: (await loadConsole(device))! }
      }),
    )
    /** What each command was ever answered with. */
    const said = new Map<string, Set<string>>()
    const bad: string[] = []
    const look = (failure: string, seconds: number) => {
      const view = until(sim, seconds)
      for (const { device, console } of asked) {
        const profile = device.kind === 'switch' ? PROFILES[platform] : null
        const context = contextOf(net, view, device.id, profile, sim.events)
        for (const { syntax } of console.commands) {
          const text = answer(console, context, typed(console, context, syntax)).join('\n')
          // Logs and lists of what was heard may be empty.
          const empty = text === '' && !/^tail|portlist peer$/.test(syntax)
          if (empty || /undefined|NaN|\[object|Infinity/.test(text)) bad.push(`${failure}: ${device.name} ${syntax}`)
          if (context.silence !== null || context.agentDown !== null) continue
          const key = `${device.name} ${syntax}`
          said.set(key, (said.get(key) ?? new Set()).add(text))
        }
      }
    }
    look('healthy', 1)
    let at = 1
    const stages = FAILURES.map(({ id, targetKind }) => ({
      id,
      targets: TARGETS[targetKind],
      options: {} as Readonly<Record<string, string>>,
      lastsS: id === 'keepalive-down' ? 100 : 18,
    }))
    const drifts = ['vlan-deleted', 'stp-mode', 'vlan-interface', 'peer-gateway'].map((what) => ({
      id: 'config-drift',
      targets: TARGETS.device,
      options: { what },
      lastsS: 5,
    }))
    for (const { id, targets, options, lastsS } of [...stages, ...drifts]) {
      const broken = targets.some(
        (target) => scheduleCommand(sim, at * 1e6, { type: 'fail', failure: id, target, options }).ok,
      )
      if (!broken) continue
      look(id, at + lastsS)
      scheduleCommand(sim, (at + lastsS) * 1e6, { type: 'repair-all' })
      at += lastsS + 12
      until(sim, at)
    }
    expect(bad).toEqual([])
    const varies = new Set([...said].flatMap(([key, { size }]) => (size > 1 ? [key.replace(/^\S+ /, '')] : [])))
    const constant = new Set([...said.keys()].map((key) => key.replace(/^\S+ /, '')).filter((key) => !varies.has(key)))
    expect([...constant].filter((command) => !OF_THE_CONFIGURATION.includes(command))).toEqual([])
  },
)

/** A command with its placeholders filled from what fits: each with the next value, while there is one. */
function typed(console: Console, context: ShowContext, syntax: string): string {
  const values = console.commands.find((command) => command.syntax === syntax)?.values?.(context) ?? []
  let at = -1
  return syntax.replaceAll(/<[^>]+>/g, () => values[(at += 1)] ?? values[0] ?? '11')
}

/** What they print is configured and nothing else, and no failure of the catalog changes it. */
const OF_THE_CONFIGURATION: readonly string[] = [
  'ip -br addr',
  'nmcli -f all con show <connection>',
  'clagctl params',
  'nv show mlag backup',
  'display dfs-group consistency-check status',
  'mclagdctl -i <domain> dump nd',
  'mclagdctl -i <domain> dump unique_ip',
  'show lacp system-identifier',
  'show lacp timeouts',
  'show multi-chassis mc-lag configuration-consistency list-of-parameters',
  'show vpc orphan-ports',
  'show vsx status shutdown-on-split',
]
