import { deviceIndexOf, numberOf, type Failure } from './failure.ts'

export const agentCrash: Failure = {
  id: 'mlag-agent-crash',
  label: 'Crash MLAG agent',
  targetKind: 'device',
  story: 'The process that talks to the peer stops; LACP and hardware carry on. It starts anew after a while.',
  options: [{ key: 'restart', label: 'Starts anew after', min: 1, max: 3600, unit: 'seconds', standard: '60' }],
  lastsUs,
  impair: (plan, target, options) => {
    const device = deviceIndexOf(plan, target)
    if ((plan.devices[device]?.domain ?? -1) < 0) {
      return { ok: false, message: 'mlag-agent-crash needs a switch that is in a pair.' }
    }
    return {
      ok: true,
      course: {
        phases: [{ afterUs: 0, impairments: [{ on: 'device', device, state: 'no-agent' }] }],
        repeatUs: null,
        endsAfterUs: lastsUs(options),
      },
    }
  },
}

function lastsUs(options: Readonly<Record<string, string>>): number {
  return Math.round(numberOf(agentCrash, options, 'restart') * 1_000_000)
}
