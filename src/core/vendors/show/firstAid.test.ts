import { describe, expect, test } from 'vitest'
import { networkOf } from '../../model/network.ts'
import type { Topology, VendorId } from '../../model/topology.ts'
import { fail, repair, start, until } from '../../sim/testing/scenario.ts'
import type { Simulator } from '../../sim/state.ts'
import { PROFILES } from '../index.ts'
import { redrawnOn } from '../platforms.ts'
import { answer, complete, type Console } from './console.ts'
import { contextOf, type ShowContext } from './context.ts'
import { loadConsole } from './loaders.ts'

describe('huawei-vrp8', () => {
  test('the block form tells of every M-LAG of the node that is asked for, and is not mistaken for the brief one', async () => {
    const { ask, complete: tab } = await consoleOf('huawei-vrp8', 'leaf-b', (sim) =>
      fail(sim, 'link-cut', 'srv-1:eth1', 5),
    )
    expect(ask('display dfs-group 1 node 2 m-lag')).toEqual([
      '* - Local node',
      '',
      'M-Lag ID          : 11',
      'Interface         : Eth-Trunk 11',
      'Port State        : Down',
      'Status            : active-inactive(*)',
      '',
      'M-Lag ID          : 12',
      'Interface         : Eth-Trunk 12',
      'Port State        : Up',
      'Status            : active-active(*)',
    ])
    expect(ask('dis dfs 1 node 1 m-lag')[4]).toBe('Port State        : Up')
    expect(ask('display dfs-group 1 node 2 m-lag brief')[2]).toMatch(/^M-Lag ID +Interface/)
    expect(tab('display dfs-group 1 node ').options).toEqual(['2', '1'])
  })
})

describe('aruba-aoscx', () => {
  test('the link-up delay waits for the synchronisation, then runs', async () => {
    const { ask } = await consoleOf('aruba-aoscx', 'leaf-b', (sim) => fail(sim, 'peer-link-down', 'leafs', 5), 20)
    expect(ask('show vsx status inter-switch-link')).toEqual([
      'State                   : Out-Of-Sync',
      'Link Status             : down',
      'Mgmt state              : inter_switch_link_down',
    ])
    expect(ask('show vsx status peering').at(-1)).toMatch(/^MAC +Not-started$/)
    expect(ask('show vsx status config-sync')).toHaveLength(1)

    const back = await consoleOf(
      'aruba-aoscx',
      'leaf-b',
      (sim) => {
        fail(sim, 'peer-link-down', 'leafs', 5)
        repair(sim, 'peer-link-down', 'leafs', 20)
      },
      60,
    )
    expect(back.ask('show vsx status inter-switch-link')[0]).toBe('State                   : In-Sync')
    expect(back.ask('show vsx status peering').at(-1)).toMatch(/^MAC +Complete$/)
    const delay = back.ask('show vsx status linkup-delay').join('\n')
    expect(delay).toMatch(/Delay timer status +: Running/)
    expect(delay).toMatch(/Linkup Delay time left +: 2 minutes \d+ seconds/)
    expect(delay).toMatch(/expires: lag11,lag12$/)
  })

  test('a single-homed port that is marked goes down in a split, and the list says so', async () => {
    const marked = (topology: Topology): Topology => ({
      ...topology,
      links: topology.links.map((link) => ({ ...link, suspendWithMembers: true })),
    })
    const healthy = await consoleOf('aruba-aoscx', 'leaf-b', () => undefined, 10, marked)
    const rows = healthy.ask('show vsx status shutdown-on-split').slice(3)
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatch(/^1\/1\/\d+ +Enabled$/)
    const split = await consoleOf('aruba-aoscx', 'leaf-b', cutPeerLink, 20, marked)
    expect(split.ask('show vsx status shutdown-on-split').at(-1)).toMatch(/ Disabled$/)
    const primary = await consoleOf('aruba-aoscx', 'leaf-a', cutPeerLink, 20, marked)
    expect(primary.ask('show vsx status shutdown-on-split').at(-1)).toMatch(/ Enabled$/)
  })
})

describe('h3c-comware', () => {
  test('an M-LAG interface whose leg is lost, and the one at the peer', async () => {
    const { ask } = await consoleOf('h3c-comware', 'leaf-a', (sim) => fail(sim, 'link-cut', 'srv-1:eth1', 5))
    const lines = ask('display m-lag verbose interface Bridge-Aggregation 11')
    expect(lines).toContain('Local M-LAG interface state: UP')
    expect(lines).toContain('Peer M-LAG interface state: DOWN')
    expect(lines.join('\n')).not.toContain('M-LAG group state')
    expect(ask('display m-lag verbose interface Bridge-Aggregation 10')).toHaveLength(1)
  })

  test('spanning tree off on one device fails the check of type 1, and only its part', async () => {
    const { ask } = await consoleOf(
      'h3c-comware',
      'leaf-a',
      () => undefined,
      10,
      (topology) => ({
        ...topology,
        devices: topology.devices.map((device) =>
          device.kind === 'switch' && device.name === 'leaf-b'
            ? { ...device, stp: { ...device.stp, enabled: false } }
            : device,
        ),
      }),
    )
    const lines = ask('display m-lag consistency type1 global')
    expect(lines).toContain('VLAN consistency check: Success')
    expect(lines).toContain('STP consistency check: Failed')
    expect(lines).toContain('Local global STP protocol state: Enabled')
    expect(lines).toContain('Peer global STP protocol state: Disabled')
  })

  test('MAD takes down the members of the secondary', async () => {
    const { ask } = await consoleOf('h3c-comware', 'leaf-b', cutPeerLink, 20)
    expect(ask('display m-lag mad verbose')[0]).toBe('MAD DOWN state: Yes')
    expect(ask('display m-lag mad verbose').slice(-2)).toEqual(['  HundredGigE1/0/1', '  HundredGigE1/0/2'])
  })
})

describe('nvidia-cumulus', () => {
  test('clagctl -j is JSON that says what the text says', async () => {
    const { ask } = await consoleOf('nvidia-cumulus', 'leaf-a', (sim) => fail(sim, 'link-cut', 'srv-1:eth1', 5))
    const said: unknown = JSON.parse(ask('clagctl -j').join('\n'))
    expect(said).toMatchObject({
      clagIntfs: {
        bond11: { clagId: 11, operstate: 'up', status: 'single' },
        bond12: { clagId: 12, operstate: 'up', peerIf: 'bond12', status: 'dual' },
      },
      status: { peerAlive: true, ourRole: 'primary', peerRole: 'secondary', backupActive: true },
    })
    const text = ask('clagctl -v').join('\n')
    expect(text).toMatch(/bond11 +02:00:00:00:0a:0b +11 +up +-\n/)
    expect(text).toMatch(/bond12 +02:00:00:00:0a:0c +12 +up +D\n/)
    expect(text).toMatch(/Peer LACP Information\n.*\n.*\nbond11 +00:00:00:00:00:00 +11 +down +-\n/)
  })
})

describe('sonic', () => {
  test('an address behind a lost leg is where the peer-link goes, and the origin stays', async () => {
    const healthy = await consoleOf('sonic', 'leaf-b', () => undefined)
    const rows = (of: Asked) => of.ask('mclagdctl -i 10 dump mac').slice(2)
    expect(rows(healthy)[0]).toMatch(/^1 +D +02:00:00:00:0a:0b +10 +PortChannel11 +PortChannel11$/)
    const lost = await consoleOf('sonic', 'leaf-b', (sim) => fail(sim, 'link-cut', 'srv-1:eth1', 5))
    expect(rows(lost)[0]).toMatch(/^1 +D +02:00:00:00:0a:0b +10 +PortChannel10 +PortChannel11$/)
    expect(rows(lost)).toHaveLength(rows(healthy).length)
    expect(lost.ask('mclagdctl -i 9 dump mac')).toEqual(['MCLAG domain 9 is not configured'])
  })
})

describe('what happened', () => {
  test.each([
    ['h3c-comware', 'display m-lag troubleshooting', /^\+00:00:05\.\d+ +secondary: all its M-LAG members/],
    ['huawei-vrp8', 'display m-lag troubleshooting history', /^\+00:00:08\.\d+ +secondary: all its M-LAG members/],
    ['nvidia-cumulus', 'tail /var/log/clagd.log', /^\+00:00:05\.\d+ leaf-b clagd: secondary: all its MLAG members/],
  ] as const)('%s: %s', async (platform, command, said) => {
    const healthy = await consoleOf(platform, 'leaf-b', () => undefined)
    expect(healthy.ask(command).join('\n')).not.toContain('secondary')
    const { ask } = await consoleOf(platform, 'leaf-b', cutPeerLink)
    expect(ask(command).filter((line) => said.test(line))).toHaveLength(1)
  })
})

describe('a server', () => {
  test('counts lost carriers, and a partner that churns', async () => {
    const lines = async (failure: string, seconds: number) => {
      const { ask } = await consoleOf('cisco-nxos', 'srv-1', (sim) => fail(sim, failure, 'srv-1:eth1', 5), seconds)
      return ask('cat /proc/net/bonding/bond0').filter((line) => /Failure|Churn|Permanent/.test(line))
    }
    expect((await lines('link-cut', 20)).filter((line) => /Failure/.test(line))).toEqual([
      'Link Failure Count: 0',
      'Link Failure Count: 1',
    ])
    expect((await lines('link-silent', 90)).slice(6)).toEqual([
      'Link Failure Count: 0',
      'Permanent HW addr: 02:00:00:00:0a:0c',
      'Actor Churn State: churned',
      'Partner Churn State: churned',
      'Actor Churned Count: 1',
      'Partner Churned Count: 1',
    ])
  })

  test('shows which member does not send any more', async () => {
    const { ask, complete: tab } = await consoleOf('huawei-vrp8', 'srv-1', (sim) =>
      fail(sim, 'link-cut', 'srv-1:eth1', 5),
    )
    expect(ask('ip -d link show bond0')[2]).toContain('ad_num_ports 1')
    expect(ask('ip -d link show eth0').join('\n')).toMatch(
      /SLAVE,UP,LOWER_UP>.*master bond0[^]*state ACTIVE mii_status UP/,
    )
    expect(ask('ip -d link show eth1').join('\n')).toMatch(/<NO-CARRIER,.*[^]*state BACKUP mii_status DOWN/)
    expect(ask('ip -d link show eth7')).toEqual(['Device "eth7" does not exist.'])
    expect(ask('networkctl status bond0').join('\n')).toMatch(/State: routable[^]*Speed: 25Gbps/)
    expect(ask('nmcli -f all con show bond0').join('\n')).toContain('mode=802.3ad,miimon=100,lacp_rate=fast')
    expect(tab('networkctl status b').line).toBe('networkctl status bond0 ')
  })

  test('has no carrier on its bond when both members are cut', async () => {
    const { ask } = await consoleOf('huawei-vrp8', 'srv-1', (sim) => {
      fail(sim, 'link-cut', 'srv-1:eth0', 5)
      fail(sim, 'link-cut', 'srv-1:eth1', 5)
    })
    expect(ask('ip -d link show bond0')[0]).toMatch(/^bond0: <NO-CARRIER,BROADCAST,MULTICAST,MASTER,UP>.* state DOWN$/)
    const lines = ask('networkctl status bond0').join('\n')
    expect(lines).toContain('State: no-carrier')
    expect(lines).not.toContain('Speed')
  })
})

function cutPeerLink(sim: Simulator): void {
  fail(sim, 'peer-link-down', 'leafs', 5)
}

interface Asked {
  readonly ask: (line: string) => readonly string[]
  readonly complete: (line: string) => ReturnType<typeof complete>
}

async function consoleOf(
  platform: VendorId,
  device: string,
  breakIt: (sim: Simulator) => void,
  seconds = 20,
  change?: (topology: Topology) => Topology,
): Promise<Asked> {
  const sim = start({ platform, probeUs: 10_000, ...(change && { change }) })
  breakIt(sim)
  const view = until(sim, seconds)
  const net = networkOf(redrawnOn(sim.plan.topology, platform))
  const found = net.deviceNamed.get(device)!
  const profile = found.kind === 'switch' ? PROFILES[platform] : null
  const console: Console = (await loadConsole(found))!
  const context: ShowContext = contextOf(net, view, found.id, profile, sim.events)
  return { ask: (line) => answer(console, context, line), complete: (line) => complete(console, context, line) }
}
