import { describe, expect, test } from 'vitest'
import { networkOf } from '../model/network.ts'
import type { Topology } from '../model/topology.ts'
import { TEMPLATES } from '../templates/index.ts'
import { PROFILES } from '../vendors/index.ts'
import { redrawnOn } from '../vendors/platforms.ts'
import { FORMATS, imported, textsOf } from '../vendors/testing/roundTrips.ts'
import { scheduleCommand } from './commands.ts'
import { settle } from './settle.ts'
import { createSimulator, runUntil } from './simulator.ts'
import { SECOND } from './testing/scenario.ts'
import { viewOf } from './view.ts'

const FAILURES = [
  ['device-power-off', 'leaf-a'],
  ['peer-link-down', 'pair'],
  ['keepalive-down', 'pair'],
] as const

describe.each(FORMATS)('a pair that was exported as $name and read again', (written) => {
  const drawn = redrawnOn(TEMPLATES.find(({ id }) => id === 'basic-pair')!.build().topology, written.vendor)
  const again = imported(textsOf(written, drawn)).design.topology

  test.each(FAILURES)('does the same after %s of %s', (failure, target) => {
    expect(outcome(again, failure, target)).toEqual(outcome(drawn, failure, target))
  })
})

/** What the pair is and which ports forward, by names that survive, half a minute and five minutes after the failure. */
function outcome(topology: Topology, failure: string, what: string) {
  const sim = createSimulator({ profiles: PROFILES, topology, seed: 1, probeUs: 50_000, quiet: true })
  settle(sim)
  const target = what === 'pair' ? topology.domains[0]!.name : what
  expect(scheduleCommand(sim, SECOND, { type: 'fail', failure, target, options: {} }).ok).toBe(true)
  return [30, 300].map((second) => {
    runUntil(sim, sim.zero + second * SECOND)
    const view = viewOf(sim)
    const net = networkOf(topology)
    const name = (id: string) => {
      const port = topology.ports.find((port) => port.id === id)!
      return `${net.devices.get(port.device)!.name} ${port.name}`
    }
    return {
      domains: view.domains.map(({ status }) => status),
      ports: Object.fromEntries(view.ports.map(({ port, state, suspended }) => [name(port), [state, suspended]])),
    }
  })
}
