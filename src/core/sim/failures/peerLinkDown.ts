import type { Failure } from './failure.ts'

export const peerLinkDown: Failure = {
  id: 'peer-link-down',
  label: 'Peer-link down',
  targetKind: 'domain',
  story: 'Every cable of the peer-link is cut at once.',
  options: [],
  impair: (plan, target) => {
    if (target.kind !== 'domain') return { ok: false, message: 'peer-link-down needs a domain.' }
    const domain = plan.domains.find(({ id }) => id === target.domain.id)
    const ports = plan.lags[domain?.peerLinks[0] ?? -1]?.ports ?? []
    if (ports.length === 0) return { ok: false, message: `${target.domain.name} has no peer-link that could fail.` }
    return {
      ok: true,
      impairments: ports.map((port) => ({
        on: 'link',
        link: plan.ports[port]?.link ?? -1,
        dark: [true, true],
        silent: [false, false],
        remoteFault: false,
      })),
    }
  },
}
