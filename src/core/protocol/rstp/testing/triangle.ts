import type { RstBpdu } from '../bpdu.ts'
import { connect, macOf, netOf, portAt, run, standingOf, type Cable, type End, type Net } from './bridges.ts'

export interface Triangle {
  readonly net: Net
  readonly direct: Cable
  readonly second: Cable
  readonly between: Cable
}

/** Cores 0 (root) and 1, access 2; settled. */
export function triangle(watch: (net: Net) => unknown = () => {}): Triangle {
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

/** As many cables forward at both ends as there are bridges, or more: then some of them make a ring. */
export function hasLoop(net: Net): boolean {
  const whole = net.cables.filter(
    ({ ends, cut: dark }) => !dark && ends.every((end) => portAt(net, end).state === 'forwarding'),
  )
  return whole.length >= net.bridges.length
}

export function table(net: Net, cables: readonly Cable[]): readonly string[] {
  return cables.flatMap(({ ends }) => ends.map((end: End) => standingOf(net, end)))
}

export function sent(net: Net, from = 0) {
  return net.log
    .slice(from)
    .flatMap(({ at, bridge, effect }) => (effect.do === 'send' ? [{ at, bridge, bpdu: effect.bpdu }] : []))
}

export function changes(net: Net) {
  return net.log.filter(({ effect }) => effect.do === 'changed')
}

export interface Heard {
  readonly root?: number
  readonly rootMac?: string
  readonly cost?: number
  readonly bridge?: number
  readonly mac?: string
  readonly proposal?: boolean
  readonly learning?: boolean
}

/** An RST BPDU of a designated port. */
export function hello({
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
