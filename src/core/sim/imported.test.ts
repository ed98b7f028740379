import { describe, expect, test } from 'vitest'
import { networkOf } from '../model/network.ts'
import { formsPairs, type Topology } from '../model/topology.ts'
import { TEMPLATES } from '../templates/index.ts'
import { PROFILES } from '../vendors/index.ts'
import { redrawnOn } from '../vendors/platforms.ts'
import { renderText } from '../vendors/exporter.ts'
import { EXPORTERS } from '../vendors/exporters.ts'
import { plainOn } from '../vendors/testing/below.ts'
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

describe.each(FORMATS.filter(({ vendor }) => formsPairs(vendor)))(
  'a pair that was exported as $name and read again',
  (written) => {
    const drawn = redrawnOn(TEMPLATES.find(({ id }) => id === 'basic-pair')!.build().topology, written.vendor)
    const again = imported(textsOf(written, drawn)).design.topology

    // RouterOS has no keepalive, so none is read.
    const failures = FAILURES.filter(([id]) => id !== 'keepalive-down' || written.vendor !== 'mikrotik-routeros')

    test.each(failures)('does the same after %s of %s', (failure, target) => {
      expect(outcome(again, failure, target)).toEqual(outcome(drawn, failure, target))
    })
  },
)

describe('a pair with switches of IOS XE below it, exported and read again', () => {
  const drawn = plainOn('cisco-ios-xe', TEMPLATES.find(({ id }) => id === 'multi-tenant')!.build().topology)
  const net = networkOf(drawn)
  const texts = drawn.devices.flatMap((device) =>
    device.kind !== 'switch'
      ? []
      : [
          {
            name: `${device.name}.cfg`,
            text: renderText(EXPORTERS[device.vendor].render(net, device.id).lines),
          },
        ],
  )
  const { design, files } = imported(texts)

  test('is understood line by line, each switch on its platform', () => {
    expect(files.flatMap(({ unread }) => unread)).toEqual([])
    expect(files.map(({ platform }) => platform)).toEqual(
      drawn.devices.flatMap((device) => (device.kind === 'switch' ? [device.vendor] : [])),
    )
  })

  test.each([
    ['device-power-off', 'leaf-a'],
    ['link-cut', 'edge-1:TenGigabitEthernet1/0/49'],
    ['link-silent', 'edge-1:TenGigabitEthernet1/0/50'],
  ])('does the same after %s of %s', (failure, target) => {
    expect(outcome(design.topology, failure, target, [30, 100])).toEqual(outcome(drawn, failure, target, [30, 100]))
  })
})

/**
 * What the pair is and which ports of the switches forward, so many seconds into the run; of what hangs
 * below only how many ports do, as not every format has its names.
 */
function outcome(topology: Topology, failure: string, what: string, seconds: readonly number[] = [30, 300]) {
  const sim = createSimulator({ profiles: PROFILES, topology, seed: 1, probeUs: 50_000, quiet: true })
  settle(sim)
  const target = what === 'pair' ? topology.domains[0]!.name : what
  expect(scheduleCommand(sim, SECOND, { type: 'fail', failure, target, options: {} }).ok).toBe(true)
  return seconds.map((second) => {
    runUntil(sim, sim.zero + second * SECOND)
    const view = viewOf(sim)
    const net = networkOf(topology)
    const shown = view.ports.map(({ port: id, state, suspended }) => {
      const port = topology.ports.find((port) => port.id === id)!
      return { port, on: net.devices.get(port.device)!, is: [state, suspended] }
    })
    return {
      domains: view.domains.map(({ status }) => status),
      switches: Object.fromEntries(
        shown.flatMap(({ port, on, is }) =>
          on.kind === 'switch' && port.kind === 'front' ? [[`${on.name} ${port.name}`, is]] : [],
        ),
      ),
      below: shown.flatMap(({ on, is }) => (on.kind === 'host' ? [JSON.stringify(is)] : [])).sort(),
    }
  })
}
