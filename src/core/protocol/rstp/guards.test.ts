import { describe, expect, test } from 'vitest'
import { rstpInput } from './bridge.ts'
import { alone, bridgeAt, bridgeConfig, feed, macOf, netOf, portAt, run, standingOf } from './testing/bridges.ts'
import type { RstpEffect } from './types.ts'
import { hello, sent, triangle } from './testing/triangle.ts'

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
