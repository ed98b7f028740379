import { startOvs } from '../../e2e/interop/ovs/daemon.ts'
import { parseLacpStats } from '../../e2e/interop/ovs/show.ts'

export interface OvsHour {
  readonly wallS: number
  readonly lacpdus: number
  readonly membersUp: number
}

/**
 * One virtual hour of a bond of two members between two bridges of one Open vSwitch, joined by patch ports, in steps of
 * its warped clock. Each step costs it at least 10 ms of sleep, whatever there is to do.
 */
export async function ovsHour(rate: 'fast' | 'slow', stepMs: number): Promise<OvsHour> {
  const ovs = await startOvs()
  try {
    ovs.configure([
      ...bridge('br0', 'aa:55:aa:55:00:00'),
      ...bridge('br1', 'aa:66:aa:66:00:00'),
      ...bond('br0', 'bond0', rate, [
        ['p1', 'q1'],
        ['p2', 'q2'],
      ]),
      ...bond('br1', 'bond1', rate, [
        ['q1', 'p1'],
        ['q2', 'p2'],
      ]),
    ])
    await ovs.control.run('netdev-dummy/set-admin-state', 'up')
    await ovs.control.run('time/stop')
    await ovs.control.run('time/warp', '10000', '100')
    const sent = async () =>
      [...parseLacpStats(await ovs.control.run('lacp/show-stats')).values()].reduce((sum, { tx }) => sum + tx, 0)
    const before = await sent()
    const startedAt = performance.now()
    await ovs.control.run('time/warp', String(HOUR_MS), String(stepMs))
    const wallS = (performance.now() - startedAt) / 1000
    const up = (await ovs.control.run('bond/show')).match(/: enabled/g)?.length ?? 0
    return { wallS, lacpdus: (await sent()) - before, membersUp: up }
  } finally {
    await ovs.stop()
  }
}

const HOUR_MS = 3_600_000

function bridge(name: string, mac: string): string[][] {
  return [
    ['add-br', name],
    ['set', 'bridge', name, 'datapath_type=dummy', `other-config:hwaddr=${mac}`, 'fail-mode=standalone'],
  ]
}

function bond(bridge: string, name: string, rate: string, members: readonly (readonly [string, string])[]): string[][] {
  return [
    ['add-bond', bridge, name, ...members.map(([member]) => member), 'bond_mode=balance-tcp', 'lacp=active'],
    ['set', 'port', name, `other-config:lacp-time=${rate}`, 'other-config:bond-rebalance-interval=0'],
    ...members.map(([member, peer]) => ['set', 'interface', member, 'type=patch', `options:peer=${peer}`]),
  ]
}
