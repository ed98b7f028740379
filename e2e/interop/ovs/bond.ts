import { join } from 'node:path'
import { MEMBERS } from '../station.ts'
import type { MemberName } from '../station.ts'
import { startOvs } from './daemon.ts'
import type { OpenVswitch } from './daemon.ts'

/** LACP system of the bridge under test. */
export const OVS_SYSTEM = 'aa:55:aa:55:00:00'

export interface OvsBond {
  readonly ovs: OpenVswitch
  /** Unix socket on which the dummy device of a member listens. */
  wirePath(member: MemberName): string
  stop(): Promise<void>
}

/** A bridge with a bond of two dummy devices, LACP active, at the rate that it asks its partner for. */
export async function startBond(rate: 'fast' | 'slow'): Promise<OvsBond> {
  const ovs = await startOvs()
  const wirePath = (member: MemberName) => join(ovs.folder, `${member}.sock`)
  const device = (member: MemberName, port: number) => [
    'set',
    'interface',
    member,
    'type=dummy',
    `ofport_request=${port}`,
    `options:pstream=punix:${wirePath(member)}`,
    'other-config:lacp-aggregation-key=7',
  ]
  ovs.configure([
    ['add-br', 'br0'],
    ['set', 'bridge', 'br0', 'datapath_type=dummy', `other-config:hwaddr=${OVS_SYSTEM}`],
    ['add-bond', 'br0', 'bond0', ...MEMBERS, 'bond_mode=balance-tcp', 'lacp=active', `other-config:lacp-time=${rate}`],
    device('p1', 1),
    device('p2', 2),
  ])
  await ovs.control.run('netdev-dummy/set-admin-state', 'up')
  return { ovs, wirePath, stop: () => ovs.stop() }
}
