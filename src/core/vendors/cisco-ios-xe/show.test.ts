import { expect, test } from 'vitest'
import { networkOf } from '../../model/network.ts'
import type { BondEnd, Topology } from '../../model/topology.ts'
import type { Simulator } from '../../sim/state.ts'
import { fail, start, until } from '../../sim/testing/scenario.ts'
import { PROFILES } from '../index.ts'
import { answer } from '../show/console.ts'
import { contextOf } from '../show/context.ts'
import { loadConsole } from '../show/loaders.ts'
import { plainOn } from '../testing/below.ts'

const SITUATIONS: readonly { readonly name: string; readonly breakIt: (sim: Simulator) => void }[] = [
  { name: 'healthy', breakIt: () => undefined },
  { name: 'leg-cut', breakIt: (sim) => fail(sim, 'link-cut', 'access-1:TenGigabitEthernet1/0/49', 1) },
  { name: 'peer-off', breakIt: (sim) => fail(sim, 'device-power-off', 'dist-1', 1) },
]

test.each(SITUATIONS)('$name: every command of an access switch below a pair', async ({ name, breakIt }) => {
  const { console, ask, values } = await consoleOf(breakIt)
  const told = console.commands.flatMap(({ syntax }) => {
    const line = syntax.replaceAll(/<[^>]+>/g, values(syntax)[0] ?? '')
    return [`${console.prompt('access-1')}${line}`, ...ask(line), '']
  })
  await expect(`${told.join('\n')}\n`).toMatchFileSnapshot(`golden/console-${name}.txt`)
})

test('a member without a partner is suspended, or stands alone where the port-channel lets it', async () => {
  const silent = (sim: Simulator) => fail(sim, 'link-silent', 'access-1:TenGigabitEthernet1/0/49', 1)
  const strict = await consoleOf(silent, 120)
  expect(strict.ask('show etherchannel summary').join('\n')).toMatch(
    /Po\d+\(SU\) +LACP +Te1\/0\/49\(s\) +Te1\/0\/50\(P\)/,
  )
  const alone = await consoleOf(silent, 120, { lacp: { fallback: 'individual' } })
  expect(alone.ask('show etherchannel summary').join('\n')).toMatch(/Te1\/0\/49\(I\) +Te1\/0\/50\(P\)/)
})

test('too few members leave the port-channel out of use', async () => {
  const cut = (sim: Simulator) => fail(sim, 'link-cut', 'access-1:TenGigabitEthernet1/0/49', 1)
  const { ask } = await consoleOf(cut, 20, { lacp: { minLinks: 2 } })
  expect(ask('show etherchannel summary').join('\n')).toMatch(/Po\d+\(SM\) +LACP +Te1\/0\/49\(D\)/)
  expect(ask('show interfaces trunk').join('\n')).not.toMatch(/Po\d/)
})

test('spanning tree that is off has no instances', async () => {
  const { ask } = await consoleOf(
    () => undefined,
    20,
    {},
    (topology) => ({
      ...topology,
      devices: topology.devices.map((device) =>
        device.kind === 'switch' ? { ...device, stp: { ...device.stp, enabled: false } } : device,
      ),
    }),
  )
  expect(ask('show spanning-tree')).toEqual(['No spanning tree instances exist.'])
  expect(ask('show spanning-tree vlan 10')).toHaveLength(1)
})

async function consoleOf(
  breakIt: (sim: Simulator) => void,
  seconds = 40,
  end: Partial<BondEnd> = {},
  change: (topology: Topology) => Topology = (same) => same,
) {
  const sim = start({
    template: 'core-distribution',
    probeUs: 100_000,
    change: (topology) => change(withEnds(plainOn('cisco-ios-xe', topology), end)),
  })
  breakIt(sim)
  const view = until(sim, seconds)
  const net = networkOf(sim.plan.topology)
  const found = net.deviceNamed.get('access-1')!
  const console = (await loadConsole(found))!
  const context = contextOf(net, view, found.id, PROFILES['cisco-ios-xe'])
  return {
    console,
    ask: (line: string) => answer(console, context, line),
    values: (syntax: string) => console.commands.find((command) => command.syntax === syntax)?.values?.(context) ?? [],
  }
}

/** The access switches' ends of their port-channels. */
function withEnds(topology: Topology, end: Partial<BondEnd>): Topology {
  const ids = topology.devices.filter(({ name }) => name.startsWith('access')).map(({ id }) => id)
  const changed = (one: BondEnd): BondEnd =>
    'device' in one.at && ids.includes(one.at.device) ? { ...one, ...end } : one
  return {
    ...topology,
    bonds: topology.bonds.map((bond) => ({ ...bond, ends: [changed(bond.ends[0]), changed(bond.ends[1])] as const })),
  }
}
