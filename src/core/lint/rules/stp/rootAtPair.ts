import { bridgesOf } from '../../loops.ts'
import type { Rule } from '../../rule.ts'
import { breaking } from '../../steps.ts'

export const stpRootAtPair: Rule = {
  id: 'stp/root-at-pair',
  severity: 'warning',
  title: 'The root of the spanning tree is a pair.',
  why: ({ domain }) =>
    `Everything runs by the root. With an access switch as root, traffic between others takes the way over it, and each time it restarts the whole tree is computed anew. A ${domain} as root survives the loss of a switch.`,
  source: {
    general:
      'Cisco Nexus 9000 Series NX-OS Interfaces Configuration Guide, Configuring vPCs: vPC peers as the spanning tree root',
    'aruba-aoscx': 'AOS-CX Virtual Switching Extension Guide: spanning tree with VSX',
  },
  check: (drawn) => {
    const { switches, links } = bridgesOf(drawn)
    const joined = new Set(links.flatMap(({ bridges }) => bridges))
    const pairs = drawn.pairs.filter(
      ({ domain, peers }) => joined.has(domain.id) && peers.every(({ stp }) => stp.enabled),
    )
    const best = Math.min(...pairs.map(({ peers }) => Math.min(...peers.map(({ stp }) => stp.priority))))
    const isPair = (bridge: string) => drawn.pairs.some(({ domain }) => domain.id === bridge)
    const rivals = [...switches]
      .filter(([bridge]) => joined.has(bridge) && !isPair(bridge))
      .flatMap(([, devices]) => devices)
      .filter(({ stp }) => stp.enabled && stp.priority <= best)
    const [pair] = pairs
    if (pair === undefined) return []
    return rivals.map((rival) => ({
      text:
        rival.stp.priority < best
          ? `${rival.name} becomes root with priority ${rival.stp.priority}; the best pair has ${best}.`
          : `${rival.name} has the priority ${best} of the best pair: its address may make it root.`,
      wayOut: 'Give the pair that is to be root a lower priority.',
      at: [rival.id, pair.domain.id],
      vendor: pair.vendor,
      ...(rival.stp.priority < best
        ? {
            counterexample: {
              scenario: breaking(`${rival.name} is root`, [], 10),
              story: `The tree is at rest, and ${rival.name} is its root.`,
              shows: [{ what: 'root', device: rival.id }] as const,
            },
          }
        : {}),
      fix: {
        label: `Make ${pair.domain.name} root`,
        edits: [
          ...pair.peers.map(
            ({ id, stp }) => ({ type: 'set-device', device: id, set: { stp: { ...stp, priority: 4096 } } }) as const,
          ),
          ...drawn.switches
            .filter(({ id, stp }) => stp.priority <= 4096 && !pair.peers.some((peer) => peer.id === id))
            .map(
              ({ id, stp }) =>
                ({ type: 'set-device', device: id, set: { stp: { ...stp, priority: 32_768 } } }) as const,
            ),
        ],
      },
    }))
  },
}
