import { describe, expect, test } from 'vitest'
import type { RunView } from '../model/runView.ts'
import type { LacpOptions, Topology, VendorId } from '../model/topology.ts'
import { CLASS, push } from './eventQueue.ts'
import type { Simulator } from './state.ts'
import { fail, lagOf, outages, repair, SECOND, start, towards, until } from './testing/scenario.ts'

/** The bond of srv-1 with options at the switches' end and at the server's. */
function withLacp(topology: Topology, switches: LacpOptions, server: LacpOptions): Topology {
  const bonds = topology.bonds.map((bond) =>
    bond.id === 'bond-srv-1'
      ? {
          ...bond,
          ends: [
            { ...bond.ends[0], lacp: switches },
            { ...bond.ends[1], lacp: server },
          ] as const,
        }
      : bond,
  )
  return { ...topology, bonds }
}

function run(template: string, platform: VendorId, switches: LacpOptions, server: LacpOptions): Simulator {
  const change = (topology: Topology) => withLacp(topology, switches, server)
  return start({ template, platform, probeUs: 10_000, change })
}

/** A server that boots over the network, below switches with these options. */
const booting = (template: string, platform: VendorId, switches: LacpOptions) =>
  run(template, platform, switches, { netboot: true })

function states(view: RunView, ports: readonly string[]): readonly (string | undefined)[] {
  return ports.map((id) => view.ports.find(({ port }) => port === id)?.state)
}

function isServed(sim: Simulator, from: number, to: number): boolean {
  until(sim, from)
  const counts = (view: RunView) => {
    const both = [...towards(sim, view, 'srv-1', 'srv-2'), ...towards(sim, view, 'srv-2', 'srv-1')]
    return both.map(({ delivered }) => delivered)
  }
  const before = counts(until(sim, from))
  return counts(until(sim, to)).every((count, at) => count > (before[at] ?? 0))
}

/** The server on that port speaks LACP for once, as its bonding does when it is loaded. */
function speak(sim: Simulator, portId: string): void {
  const port = sim.plan.ports.find(({ id }) => id === portId)
  const own = sim.devices[port?.device ?? -1]?.lacp.ports.get(String(port?.index))
  if (!port || !own) throw new Error(`No LACP on ${portId}`)
  const actor = { ...own.actor, system: '02:00:00:00:0a:0b', port: 1, state: 0x05 }
  const pdu = { version: 1, actor, partner: own.partner, collectorMaxDelay: 0 }
  const end = sim.plan.ports[port.far]?.end ?? 0
  const epoch = sim.links[port.link]?.epoch[end] ?? 0
  const frame = { kind: 'lacp', pdu } as const
  push(sim.queue, sim.now + 1, CLASS.frame, { type: 'frame', port: port.index, frame, epoch, captured: null })
}

describe('a server that boots over the network', () => {
  test.each(['cisco-nxos', 'arista-eos', 'h3c-comware'] as const)(
    'stays without a network on %s as it comes',
    (platform) => {
      const sim = booting('plain-lacp', platform, {})
      expect(isServed(sim, 10, 11)).toBe(false)
      expect(states(until(sim, 11), ['sw-1-p1', 'sw-1-p2'])).toEqual(['down', 'down'])
    },
  )

  test('comes up on NX-OS without suspend-individual: each member forwards by itself', () => {
    const sim = booting('plain-lacp', 'cisco-nxos', { fallback: 'individual' })
    expect(isServed(sim, 10, 11)).toBe(true)
    const view = until(sim, 11)
    expect(states(view, ['sw-1-p1', 'sw-1-p2', 'srv-1-p1', 'srv-1-p2'])).toEqual([
      'forwarding',
      'forwarding',
      'forwarding',
      'standby',
    ])
    expect(lagOf(view, 'sw-1', 'bond-srv-1')).toMatchObject({ operational: false, distributing: [] })
  })

  test('comes up on EOS with static fallback: one member carries for the port-channel', () => {
    const sim = booting('plain-lacp', 'arista-eos', { fallback: 'static', fallbackAfterS: 30 })
    expect(isServed(sim, 10, 11)).toBe(true)
    const view = until(sim, 11)
    expect(lagOf(view, 'sw-1', 'bond-srv-1')).toMatchObject({ operational: true, distributing: ['sw-1-p1'] })
    expect(states(view, ['sw-1-p1', 'sw-1-p2'])).toEqual(['forwarding', 'down'])
  })

  test('finds no static fallback on NX-OS and no fallback at all on Comware, whatever the design asks for', () => {
    expect(isServed(booting('plain-lacp', 'cisco-nxos', { fallback: 'static' }), 10, 11)).toBe(false)
    expect(isServed(booting('plain-lacp', 'h3c-comware', { fallback: 'individual' }), 10, 11)).toBe(false)
  })

  test('below a pair of NX-OS its first cable is an orphan port', () => {
    const sim = booting('basic-pair', 'cisco-nxos', { fallback: 'individual' })
    expect(isServed(sim, 10, 11)).toBe(true)
    expect(outages(until(sim, 20).directions)).toEqual([])
  })

  test('below a pair of Junos only the preferred peer is forced up', () => {
    const sim = booting('basic-pair', 'juniper-junos', { fallback: 'static' })
    expect(isServed(sim, 10, 11)).toBe(true)
    expect(states(until(sim, 11), ['leaf-a-p1', 'leaf-b-p1'])).toEqual(['forwarding', 'down'])
  })
})

describe('a server that boots, when a switch of its pair loses power and returns', () => {
  /** Legs that carry, the server's cable, and whether all it sends and is sent arrives, from one second to the next. */
  function seen(platform: VendorId, seconds: readonly number[]) {
    const change = (topology: Topology) => withLacp(topology, { fallback: 'static' }, { netboot: true })
    const sim = start({ template: 'basic-pair', platform, probeUs: 100_000, change })
    fail(sim, 'device-power-off', 'leaf-a', 10)
    repair(sim, 'device-power-off', 'leaf-a', 100)
    return seconds.map((at) => {
      const view = until(sim, at)
      const on = (device: string) => lagOf(view, device, 'bond-srv-1').distributing
      return { legs: [...on('leaf-a'), ...on('leaf-b')], cable: on('srv-1'), served: isServed(sim, at, at + 1) }
    })
  }
  const overA = { legs: ['leaf-a-p1'], cable: ['srv-1-p1'], served: true }
  const overB = { legs: ['leaf-b-p1'], cable: ['srv-1-p2'], served: true }

  test('below EOS stays with the leg that took over until the elected one falls back too, then finds that', () => {
    // The reload-delay of 300 s is over at 402 s: from then on its first cable has light again.
    expect(seen('arista-eos', [99, 450, 600])).toEqual([overB, overB, overA])
  })

  test('below a VLT pair the leg with the lower port name, then the lower address, is elected anew', () => {
    expect(seen('dell-os10', [99, 400])).toEqual([overB, overA])
  })

  test('below Junos, where one peer alone is forced up, it looks for a cable that answers until that peer is back', () => {
    expect(seen('juniper-junos', [99, 450])).toEqual([{ ...overB, legs: [], served: false }, overA])
  })
})

test('no leg falls back while the other peer hears the partner', () => {
  const sim = run('basic-pair', 'arista-eos', { fallback: 'static', fallbackAfterS: 10 }, {})
  fail(sim, 'lacp-drop', 'leaf-a:Ethernet1/1', 5)
  const view = until(sim, 60)
  expect(lagOf(view, 'leaf-a', 'bond-srv-1').distributing).toEqual([])
  expect(lagOf(view, 'leaf-b', 'bond-srv-1').distributing).toEqual(['leaf-b-p1'])
  // The elected leg says so to its partner.
  expect(view.ports.find(({ port }) => port === 'leaf-a-p1')?.lacp?.actor.portPriority).toBe(8192)
})

test('members that a peer holds when it boots are dark from its first instant', () => {
  const drawn = (topology: Topology): Topology => ({
    ...topology,
    bonds: topology.bonds.map((bond) =>
      bond.id === 'bond-srv-1'
        ? {
            ...bond,
            ends: [
              { ...bond.ends[0], mode: 'static' },
              { ...bond.ends[1], mode: 'static' },
            ] as const,
          }
        : bond,
    ),
  })
  const sim = start({ probeUs: 10_000, change: drawn })
  fail(sim, 'device-power-off', 'leaf-a', 5)
  repair(sim, 'device-power-off', 'leaf-a', 20)
  const lost = (view: RunView) => towards(sim, view, 'srv-1', 'srv-2').map((direction) => direction.lost)
  const before = lost(until(sim, 19))
  expect(lost(until(sim, 30))).toEqual(before)
})

test('ML10: with fallback on both peers exactly one leg carries, and the first LACPDU ends it', () => {
  for (const seconds of [15, 60, 90]) {
    const sim = booting('basic-pair', 'arista-eos', { fallback: 'static', fallbackAfterS: seconds })
    expect(isServed(sim, 10, 11)).toBe(true)
    const legs = () => {
      const view = until(sim, (sim.now - sim.zero) / SECOND)
      return ['leaf-a', 'leaf-b'].flatMap((leaf) => lagOf(view, leaf, 'bond-srv-1').distributing)
    }
    const [leg] = legs()
    expect(legs()).toHaveLength(1)
    speak(sim, String(leg))
    until(sim, 11.001)
    expect(legs()).not.toContain(leg)
  }
})

test('a partner that falls silent is missed for the time of the fallback, and taken back at its first LACPDU', () => {
  const sim = run('plain-lacp', 'arista-eos', { fallback: 'static', fallbackAfterS: 10 }, {})
  for (const port of ['sw-1:Ethernet1/1', 'sw-1:Ethernet1/2']) {
    fail(sim, 'lacp-drop', port, 5)
    repair(sim, 'lacp-drop', port, 60)
  }
  const members = (at: number) => lagOf(until(sim, at), 'sw-1', 'bond-srv-1').distributing.length
  // Fast rate: expired after 3 s, given up after 6 s, and 10 s more.
  expect([members(4), members(12), members(20), members(59), members(95)]).toEqual([2, 0, 0, 1, 2])
})

describe('limits of the number of members', () => {
  test('min-links takes the bond down at both ends while too few members are left', () => {
    const sim = run('plain-lacp', 'cisco-nxos', { minLinks: 2 }, { minLinks: 2 })
    fail(sim, 'link-cut', 'sw-1:Ethernet1/1', 5)
    repair(sim, 'link-cut', 'sw-1:Ethernet1/1', 10)
    expect(lagOf(until(sim, 4), 'sw-1', 'bond-srv-1')).toMatchObject({ operational: true })
    const broken = until(sim, 9)
    for (const device of ['sw-1', 'srv-1'])
      expect(lagOf(broken, device, 'bond-srv-1')).toMatchObject({ operational: false, distributing: [] })
    expect(broken.ports.find(({ port }) => port === 'sw-1-p2')).toMatchObject({
      state: 'standby',
      reason: 'fewer members than min-links',
      lacp: { mux: 'collecting-distributing' },
    })
    expect(isServed(sim, 15, 16)).toBe(true)
  })

  test('max-bundle keeps the further member on standby, and it takes over at once', () => {
    const sim = run('plain-lacp', 'cisco-nxos', { maxBundle: 1 }, {})
    expect(states(until(sim, 4), ['sw-1-p1', 'sw-1-p2'])).toEqual(['forwarding', 'standby'])
    fail(sim, 'link-cut', 'sw-1:Ethernet1/1', 5)
    expect(lagOf(until(sim, 5.5), 'sw-1', 'bond-srv-1').distributing).toEqual(['sw-1-p2'])
  })

  test('Comware ignores both on members of a pair', () => {
    const sim = run('basic-pair', 'h3c-comware', { minLinks: 2, maxBundle: 1 }, {})
    expect(lagOf(until(sim, 4), 'leaf-a', 'bond-srv-1').operational).toBe(true)
  })
})

test('wait-to-restore keeps a link that was lost out for its time', () => {
  const sim = run('plain-lacp', 'cisco-nxos', { waitToRestoreS: 20 }, {})
  fail(sim, 'link-cut', 'sw-1:Ethernet1/1', 5)
  repair(sim, 'link-cut', 'sw-1:Ethernet1/1', 10)
  const members = (at: number) => lagOf(until(sim, at), 'sw-1', 'bond-srv-1').distributing.length
  expect([members(4), members(9), members(29), members(32)]).toEqual([2, 1, 1, 2])
})

test('independent control at one end and coupled control at the other come up and carry', () => {
  const sim = run('plain-lacp', 'cisco-nxos', { independent: true }, {})
  expect(isServed(sim, 1, 2)).toBe(true)
  expect(until(sim, 2).ports.find(({ port }) => port === 'sw-1-p1')?.lacp?.mux).toBe('distributing')
})

test('a design waits for its fallback before time zero', () => {
  const sim = booting('plain-lacp', 'arista-eos', { fallback: 'static' })
  expect(sim.settled).toBe(true)
  expect(sim.zero).toBeGreaterThan(90 * SECOND)
})
