import type { Failure } from './failure.ts'

export const keepaliveDown: Failure = {
  id: 'keepalive-down',
  label: 'Keepalive down',
  targetKind: 'domain',
  story: 'Every keepalive cable at both peers is cut; the peer-link stays.',
  options: [],
  impair: (plan, target) => {
    if (target.kind !== 'domain') return { ok: false, message: 'keepalive-down needs a domain.' }
    const domain = plan.domains.find(({ id }) => id === target.domain.id)
    const links = new Set((domain?.keepalivePorts ?? []).flat().map((port) => plan.ports[port]?.link ?? -1))
    if (links.size === 0) return { ok: false, message: `${target.domain.name} has no keepalive path that could fail.` }
    return {
      ok: true,
      impairments: [...links].map((link) => ({
        on: 'link',
        link,
        dark: [true, true],
        silent: [false, false],
        remoteFault: false,
      })),
    }
  },
}
