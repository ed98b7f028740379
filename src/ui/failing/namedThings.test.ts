import { expect, test } from 'vitest'
import { networkOf } from '../../core/model/network.ts'
import { FAILURES } from '../../core/sim/failures/index.ts'
import { scheduleCommand } from '../../core/sim/commands.ts'
import { createSimulator } from '../../core/sim/simulator.ts'
import { basicPair } from '../../core/templates/basicPair.ts'
import { PROFILES } from '../../core/vendors/index.ts'
import { namedThings } from './namedThings.ts'

const { topology } = basicPair.build()
const NET = networkOf(topology)

const OF_LEAF_B = ['1/1', '1/2', '1/3', '1/53', '1/54'].map((port) => `leaf-b:Ethernet${port}`)

test.each([
  ['cable-in-wrong-port', 'leaf-a:Ethernet1/1', 'with', ['Ethernet1/2', 'Ethernet1/3', 'Ethernet1/53', 'Ethernet1/54']],
  ['config-drift', 'leaf-b', 'bond', ['11', '12']],
  ['same-mac', 'srv-1', 'at', ['srv-2', 'orphan-a', 'orphan-b']],
  [
    'loop-cable',
    'srv-1:eth0',
    'into',
    ['leaf-a:Ethernet1/2', 'leaf-a:Ethernet1/3', 'leaf-a:Ethernet1/53', 'leaf-a:Ethernet1/54', ...OF_LEAF_B],
  ],
] as const)('%s of %s: everything that is offered for "%s" is taken', (id, target, key, names) => {
  const option = FAILURES.find((failure) => failure.id === id)?.options.find((one) => one.key === key)
  if (option === undefined) throw new Error(`${id} has no option ${key}`)
  const offered = namedThings(NET, option, target)
  expect(offered).toEqual(names)
  const sim = createSimulator({ topology, profiles: PROFILES, seed: 1, probeUs: 100_000, quiet: true })
  for (const name of offered) {
    const command = { type: 'fail', failure: id, target, options: { [key]: name } } as const
    expect([name, scheduleCommand(sim, 0, command)]).toEqual([name, { ok: true }])
  }
})
