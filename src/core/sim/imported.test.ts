import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { networkOf } from '../model/network.ts'
import type { Topology, VendorId } from '../model/topology.ts'
import { TEMPLATES } from '../templates/index.ts'
import { withPlatform } from '../vendors/exporter.ts'
import { exportFiles } from '../export/exportFiles.ts'
import { importConfigs } from '../vendors/importing/importConfigs.ts'
import { PROFILES } from '../vendors/index.ts'
import { redrawnOn } from '../vendors/platforms.ts'
import { scheduleCommand } from './commands.ts'
import { settle } from './settle.ts'
import { createSimulator, runUntil } from './simulator.ts'
import { designOf, recipe } from './testing/randomDesign.ts'
import { SECOND } from './testing/scenario.ts'
import { viewOf } from './view.ts'

const PLATFORMS: readonly VendorId[] = ['cisco-nxos', 'arista-eos']

const FAILURES = [
  ['device-power-off', 'leaf-a'],
  ['peer-link-down', 'pair'],
  ['keepalive-down', 'pair'],
] as const

describe.each(PLATFORMS)('a %s design that was exported and read again', (vendor) => {
  test('is exported as the same text, whatever was drawn', () => {
    fc.assert(
      fc.property(recipe, (ingredients) => {
        const drawn = redrawnOn(designOf({ ...ingredients, vendor }), vendor)
        expect(statements(reread(drawn))).toEqual(statements(drawn))
      }),
      { seed: 20_261_124, numRuns: 60 },
    )
  })

  test.each(FAILURES)('does the same after %s of %s', (failure, target) => {
    const template = TEMPLATES.find(({ id }) => id === 'basic-pair')!
    const drawn = redrawnOn(withPlatform(template.build().topology, vendor), vendor)
    const again = reread(drawn)
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

function reread(drawn: Topology): Topology {
  const texts = exportFiles(drawn)
    .filter(({ path }) => path.endsWith('.cfg'))
    .map(({ path, text }) => ({ name: path, text }))
  const result = importConfigs(texts)
  if (!result.ok) throw new Error(result.text)
  expect(result.files.flatMap(({ unread }) => unread)).toEqual([])
  return result.design.topology
}

function statements(topology: Topology) {
  return exportFiles(topology)
    .filter(({ path }) => path.endsWith('.cfg'))
    .map(({ path, text }) => [path, ...text.split('\n').filter((line) => !line.startsWith('!'))])
}
