import { atOnce, keepaliveCables, noKeepalive, type Failure } from './failure.ts'

export const managementSwitchOff: Failure = {
  id: 'management-switch-off',
  label: 'Management switch off',
  targetKind: 'domain',
  story:
    'The switch between the management ports loses power: every keepalive through it dies, of this pair and of others.',
  options: [],
  impair: (plan, target) => {
    const cables = keepaliveCables(plan, target)
    if (cables.length === 0) return noKeepalive(target)
    const ends = cables.flatMap((link) => plan.links[link]?.ports ?? []).map((port) => plan.ports[port]?.device ?? -1)
    const between = [...new Set(ends)].filter((device) => plan.devices[device]?.kind === 'management-switch')
    if (between.length === 0) {
      return {
        ok: false,
        message: 'The keepalive runs over a direct cable: no management switch is between the peers.',
      }
    }
    return atOnce(between.map((device) => ({ on: 'device', device, state: 'off' })))
  },
}
