import { describe, expect, test } from 'vitest'
import { rstpInput } from './bridge.ts'
import type { RstBpdu } from './bpdu.ts'
import {
  alone,
  bridgeAt,
  bridgeConfig,
  connect,
  cut,
  feed,
  heal,
  macOf,
  netOf,
  portAt,
  run,
  SECOND,
  standingOf,
  type Cable,
  type End,
  type Net,
} from './testing/bridges.ts'
import type { RstpEffect } from './types.ts'
import { pathCost, portId } from './vector.ts'

describe('bringing links up', () => {
  test('S1: an edge port forwards at once and is no topology change', () => {
    const net = netOf([32_768])
    const edge = alone(net, 0, { edge: true })
    expect(standingOf(net, edge)).toBe('designated forwarding')
    run(net, 10)
    expect(bridgeAt(net, 0).topologyChanges).toBe(0)
  })

  test('S2: two bridges agree on a point-to-point link within milliseconds and a handful of BPDUs', () => {
    const net = netOf([4096, 32_768])
    const { ends } = connect(net, 0, 1)
    run(net, 0.01)
    expect(ends.map((end) => standingOf(net, end))).toEqual(['designated forwarding', 'root forwarding'])
    expect(changes(net).every(({ at }) => at < 10_000)).toBe(true)
    expect(sent(net).length).toBeLessThanOrEqual(6)
  })

  test('a port whose neighbour is silent forwards after 22 s by the standard, after 30 s as switches in the field do', () => {
    for (const [wait, seconds] of [
      ['standard', 22],
      ['forward-delay', 30],
    ] as const) {
      const net = netOf([32_768])
      net.bridges[0]!.config = bridgeConfig({ wait })
      const port = alone(net, 0)
      run(net, seconds - 0.001)
      expect(standingOf(net, port)).toBe('designated learning')
      run(net, 0.001)
      expect(standingOf(net, port)).toBe('designated forwarding')
    }
  })

  test('auto-edge: a port that hears nothing for the edge delay counts as edge', () => {
    const net = netOf([32_768])
    const port = alone(net, 0, { autoEdge: true })
    run(net, 2.999)
    expect(standingOf(net, port)).toBe('designated discarding')
    run(net, 0.001)
    expect(standingOf(net, port)).toBe('designated forwarding')
    expect(bridgeAt(net, 0).topologyChanges).toBe(0)
  })

  test('without point-to-point there is no agreement: both ends wait', () => {
    const net = netOf([4096, 32_768])
    const shared = { pointToPoint: false }
    const { ends } = connect(net, 0, 1, [shared, shared])
    run(net, 5)
    expect(standingOf(net, ends[0])).toBe('designated discarding')
    run(net, 18)
    expect(standingOf(net, ends[0])).toBe('designated forwarding')
  })
})

// The same triangle in Open vSwitch 3.1 (dummy datapath, warped time) has the same roles and states at rest, moves the
// alternate port to root and forwarding in the step of the cut, and goes back within 1.9 s of the repair. It differs in
// one thing: its alternate port does not answer a proposal, so the designated port facing it forwards 3 s later.
describe('triangle of two cores and an access switch', () => {
  test('S3, S17: the worst bridge blocks its way over the worse core', () => {
    const { net, direct, second, between } = triangle()
    expect(table(net, [direct, second, between])).toEqual([
      'designated forwarding',
      'root forwarding',
      'designated forwarding',
      'alternate discarding',
      'designated forwarding',
      'root forwarding',
    ])
  })

  test('S4: the alternate port forwards in the instant in which the root port goes down', () => {
    const { net, direct, second } = triangle()
    const from = net.log.length
    cut(net, direct)
    expect(standingOf(net, second.ends[1])).toBe('root forwarding')
    run(net, 1)
    const tc = sent(net, from).filter(({ bpdu }) => bpdu.type === 'rst' && bpdu.flags.topologyChange)
    expect(tc.map(({ bridge }) => bridge)).toContain(2)
    run(net, 10)
    // The flag is sent while tcWhile runs, a hello and a second.
    const last = sent(net, from)
      .filter(({ bpdu }) => bpdu.type === 'rst' && bpdu.flags.topologyChange)
      .at(-1)
    expect(last!.at - net.now).toBeLessThanOrEqual(-11 * SECOND + 3.1 * SECOND)
  })

  test('S4: the topology change makes the cores forget what they learned, but not on edge ports', () => {
    const { net, direct } = triangle()
    const hosts = [0, 1, 2].map((at) => alone(net, at, { edge: true }))
    run(net, 5)
    const from = net.log.length
    cut(net, direct)
    run(net, 1)
    const flushed = net.log
      .slice(from)
      .flatMap(({ bridge, effect }) => (effect.do === 'flush' ? [[bridge, effect.port]] : []))
    expect(flushed.map(([bridge]) => bridge)).toEqual(expect.arrayContaining([0, 1]))
    for (const [bridge, port] of hosts) expect(flushed).not.toContainEqual([bridge, port])
  })

  test('S5: healed, the root port returns within a hello and the old way blocks again', () => {
    const { net, direct, second } = triangle()
    cut(net, direct)
    run(net, 5)
    heal(net, direct)
    run(net, 2)
    expect(standingOf(net, direct.ends[1])).toBe('root forwarding')
    expect(standingOf(net, second.ends[1])).toBe('alternate discarding')
  })

  test('S8: BPDUs that vanish silently on the root port cost three hellos', () => {
    const { net, direct, second } = triangle()
    const from = net.now
    direct.silent[0] = true
    run(net, 3.9)
    expect(standingOf(net, direct.ends[1])).toBe('root forwarding')
    run(net, 2.2)
    expect(standingOf(net, second.ends[1])).toBe('root forwarding')
    const aged = net.log.find(({ at, effect }) => at > from && effect.do === 'aged')
    expect(aged!.at - from).toBeLessThanOrEqual(6 * SECOND)
  })

  test('no frame could ever have taken a loop', () => {
    // Ports forwarding at both ends of all three cables at any instant would be one.
    const { net, direct } = triangle(checkLoops)
    cut(net, direct)
    run(net, 5)
    heal(net, direct)
    run(net, 5)
    checkLoops(net)
  })
})

describe('other shapes', () => {
  test('S6: of two parallel links the one to the lower port id is root, the other alternate', () => {
    const net = netOf([4096, 32_768])
    const first = connect(net, 0, 1)
    const second = connect(net, 0, 1)
    run(net, 5)
    expect(standingOf(net, first.ends[1])).toBe('root forwarding')
    expect(standingOf(net, second.ends[1])).toBe('alternate discarding')
    cut(net, first)
    expect(standingOf(net, second.ends[1])).toBe('root forwarding')
  })

  test('S7: a cable from a bridge to itself leaves one end backup', () => {
    const net = netOf([4096])
    const loop = connect(net, 0, 0)
    run(net, 30)
    expect(loop.ends.map((end) => standingOf(net, end))).toEqual(['designated forwarding', 'backup discarding'])
  })

  test('S9: when the root of a chain dies the next one takes over and old information does not circle', () => {
    const net = netOf([4096, 8192, 12_288, 16_384])
    const cables = [connect(net, 0, 1), connect(net, 1, 2), connect(net, 2, 3), connect(net, 3, 1)]
    run(net, 10)
    cut(net, cables[0]!)
    run(net, 7)
    for (const at of [1, 2, 3]) expect(bridgeAt(net, at).rootVector.root.mac).toBe(macOf(2))
    expect(standingOf(net, cables[2]!.ends[1])).toMatch(/^(root|alternate|designated)/)
    checkLoops(net)
  })

  test('the root fails: a new one is elected and everything forwards again within seconds', () => {
    const { net, direct, second, between } = triangle()
    cut(net, direct)
    cut(net, between)
    run(net, 7)
    expect(second.ends.map((end) => standingOf(net, end))).toEqual(['designated forwarding', 'root forwarding'])
    expect(bridgeAt(net, 2).rootVector.root.mac).toBe(macOf(2))
  })
})

describe('guards and odd neighbours', () => {
  test('S10: an edge port that hears a better bridge is an edge no longer and takes part', () => {
    const { net } = triangle()
    const edge = alone(net, 2, { edge: true, cost: 200_000 })
    feed(net, edge, { type: 'bpdu', bpdu: hello({ root: 4096, cost: 0, bridge: 4096, mac: macOf(1) }) })
    expect(portAt(net, edge).operEdge).toBe(false)
    expect(standingOf(net, edge)).toBe('alternate discarding')
  })

  test('BPDU guard takes the port down until it comes up anew', () => {
    const net = netOf([32_768])
    const edge = alone(net, 0, { edge: true, guard: 'bpdu' })
    feed(net, edge, { type: 'bpdu', bpdu: hello({}) })
    expect(portAt(net, edge)).toMatchObject({ guarded: 'bpdu', role: 'disabled', state: 'discarding' })
    feed(net, edge, { type: 'enabled', enabled: true })
    expect(portAt(net, edge)).toMatchObject({ guarded: 'none', state: 'forwarding' })
  })

  test('root guard: a better bridge behind the port blocks it and does not become root', () => {
    const net = netOf([8192])
    const port = alone(net, 0, { guard: 'root' })
    feed(net, port, { type: 'bpdu', bpdu: hello({ root: 4096, bridge: 4096 }) })
    expect(portAt(net, port)).toMatchObject({ guarded: 'root', role: 'alternate', state: 'discarding' })
    expect(bridgeAt(net, 0).rootPort).toBe(null)
    run(net, 7)
    expect(portAt(net, port)).toMatchObject({ guarded: 'none', role: 'designated' })
  })

  test('S11: towards a bridge of 802.1D-1998 the port waits twice 15 s and speaks its language; mcheck returns', () => {
    const net = netOf([4096])
    net.bridges[0]!.config = bridgeConfig({ wait: 'forward-delay' })
    const port = alone(net, 0)
    const worse = { type: 'config', version: 0, topologyChange: false, topologyChangeAck: false } as const
    const { flags: _, ...fields } = hello({ root: 61_440, bridge: 61_440 })
    const from = net.log.length
    for (let second = 0; second < 29; second += 1) {
      feed(net, port, { type: 'bpdu', bpdu: { ...fields, ...worse } })
      run(net, 1)
    }
    expect(standingOf(net, port)).toBe('designated learning')
    expect(portAt(net, port).sendRstp).toBe(false)
    expect(sent(net, from).at(-1)!.bpdu.type).toBe('config')
    run(net, 1.001)
    expect(standingOf(net, port)).toBe('designated forwarding')
    feed(net, port, { type: 'mcheck' })
    run(net, 2)
    expect(sent(net).at(-1)!.bpdu.type).toBe('rst')
  })

  test('an 802.1D-1998 bridge that is nearer to the root gets TCNs for topology changes', () => {
    const net = netOf([32_768])
    const port = alone(net, 0)
    // Begins to forward after 22 s: the change that the neighbour hears of.
    alone(net, 0)
    const { flags: _, ...fields } = hello({ root: 4096, bridge: 4096 })
    const config = { ...fields, type: 'config', version: 0, topologyChange: false, topologyChangeAck: false } as const
    for (let second = 0; second < 23; second += 1) {
      feed(net, port, { type: 'bpdu', bpdu: config })
      run(net, 1)
    }
    expect(standingOf(net, port)).toBe('root forwarding')
    expect(sent(net).some(({ bpdu }) => bpdu.type === 'tcn')).toBe(true)
    feed(net, port, { type: 'bpdu', bpdu: { ...config, topologyChangeAck: true } })
    expect(portAt(net, port).timers.tc).toBe(null)
  })

  test('S12: no port sends more than the hold count within a second', () => {
    const net = netOf([32_768])
    const port = alone(net, 0)
    run(net, 9.5)
    const from = net.log.length
    for (let change = 0; change < 9; change += 1) {
      feed(net, port, { type: 'bpdu', bpdu: hello({ root: 4096, bridge: 8192, cost: 1000 - change, proposal: true }) })
    }
    expect(sent(net, from)).toHaveLength(6)
    run(net, 0.999)
    expect(sent(net, from)).toHaveLength(6)
    run(net, 0.001)
    expect(sent(net, from)).toHaveLength(7)
  })

  test('S13: a designated port that hears a worse one which is learning discards', () => {
    const { net, direct } = triangle()
    const end = direct.ends[0]
    feed(net, end, { type: 'bpdu', bpdu: hello({ root: 40_960, bridge: 40_960, mac: macOf(9), learning: true }) })
    expect(standingOf(net, end)).toBe('designated discarding')
  })

  test('S18: a message whose age reached max age is discarded', () => {
    const net = netOf([32_768])
    const port = alone(net, 0)
    feed(net, port, { type: 'bpdu', bpdu: { ...hello({ root: 4096, bridge: 4096 }), messageAge: 20 } })
    expect(bridgeAt(net, 0).rootPort).toBe(null)
    expect(portAt(net, port).counters.discardedRx).toBe(1)
  })

  test('S16: a port that hears two bridges in turn keeps to the better one', () => {
    const net = netOf([32_768])
    const port = alone(net, 0)
    const heard: string[] = []
    for (const mac of [macOf(7), macOf(8), macOf(7), macOf(8)]) {
      feed(net, port, { type: 'bpdu', bpdu: hello({ root: 4096, rootMac: mac, bridge: 4096, mac }) })
      run(net, 1)
      heard.push(bridgeAt(net, 0).rootVector.root.mac)
    }
    expect(heard).toEqual([macOf(7), macOf(7), macOf(7), macOf(7)])
  })

  test('two BPDUs of one instant on one port are both taken', () => {
    const net = netOf([32_768])
    const [at, port] = alone(net, 0)
    const bridge = bridgeAt(net, at)
    const out: RstpEffect[] = []
    rstpInput(bridge, port, { type: 'bpdu', bpdu: hello({ root: 8192, bridge: 8192, mac: macOf(8) }) }, net.now, out)
    rstpInput(bridge, port, { type: 'bpdu', bpdu: hello({ root: 4096, bridge: 4096, mac: macOf(7) }) }, net.now, out)
    feed(net, [at, port], { type: 'mcheck' })
    expect(bridge.rootVector.root.priority).toBe(4096)
  })
})

test.each([
  [0.01, 2_000_000],
  [0.1, 200_000],
  [1, 20_000],
  [10, 2_000],
  [25, 800],
  [100, 200],
  [1000, 20],
])('the path cost of %s Gbit/s is %s', (speed, cost) => {
  expect(pathCost(speed)).toBe(cost)
})

test('a port id holds four bits of priority and twelve of number', () => {
  expect(portId(128, 1)).toBe(0x8001)
  expect(portId(240, 4095)).toBe(0xffff)
})

interface Triangle {
  readonly net: Net
  readonly direct: Cable
  readonly second: Cable
  readonly between: Cable
}

/** Cores 0 (root) and 1, access 2; settled. */
function triangle(watch: (net: Net) => void = () => {}): Triangle {
  const net = netOf([4096, 8192, 32_768])
  const between = connect(net, 0, 1)
  const direct = connect(net, 0, 2)
  const second = connect(net, 1, 2)
  for (let step = 0; step < 100; step += 1) {
    run(net, 0.1)
    watch(net)
  }
  return { net, direct, second, between }
}

function checkLoops(net: Net): void {
  const whole = net.cables.filter(
    ({ ends, cut: dark }) => !dark && ends.every((end) => portAt(net, end).state === 'forwarding'),
  )
  expect(whole.length).toBeLessThan(net.bridges.length)
}

function table(net: Net, cables: readonly Cable[]): readonly string[] {
  return cables.flatMap(({ ends }) => ends.map((end: End) => standingOf(net, end)))
}

function sent(net: Net, from = 0) {
  return net.log
    .slice(from)
    .flatMap(({ at, bridge, effect }) => (effect.do === 'send' ? [{ at, bridge, bpdu: effect.bpdu }] : []))
}

function changes(net: Net) {
  return net.log.filter(({ effect }) => effect.do === 'changed')
}

interface Heard {
  readonly root?: number
  readonly rootMac?: string
  readonly cost?: number
  readonly bridge?: number
  readonly mac?: string
  readonly proposal?: boolean
  readonly learning?: boolean
}

/** An RST BPDU of a designated port. */
function hello({
  root = 32_768,
  rootMac,
  cost = 0,
  bridge = 32_768,
  mac = macOf(9),
  proposal = false,
  learning = false,
}: Heard): RstBpdu {
  return {
    type: 'rst',
    version: 2,
    root: { priority: root, mac: rootMac ?? mac },
    rootPathCost: cost,
    bridge: { priority: bridge, mac },
    port: 0x8001,
    messageAge: 0,
    maxAge: 20,
    helloTime: 2,
    forwardDelay: 15,
    flags: {
      topologyChange: false,
      proposal,
      role: 'designated',
      learning,
      forwarding: learning,
      agreement: false,
      topologyChangeAck: false,
    },
  }
}
