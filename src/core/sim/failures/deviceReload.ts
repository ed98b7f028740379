import type { Impairment } from '../course.ts'
import { deviceIndexOf, numberOf, type Failure } from './failure.ts'

export const deviceReload: Failure = {
  id: 'device-reload',
  label: 'Reload',
  targetKind: 'device',
  story:
    'Front ports drop first, the keepalive only after the gap, then the device boots and returns by itself. In the gap the other peer sees a lost peer-link and a living keepalive.',
  storyAlone: 'Its ports drop, then it boots and returns by itself.',
  options: [
    {
      key: 'gap',
      label: 'Front ports drop before the keepalive by',
      ofPeer: true,
      min: 0,
      max: 600,
      unit: 'seconds',
      standard: '2',
    },
    { key: 'boot', label: 'Boot time', min: 1, max: 3600, unit: 'seconds', standard: '120' },
  ],
  lastsUs,
  impair: (plan, target, options) => {
    const device = deviceIndexOf(plan, target)
    const shut: readonly Impairment[] = (plan.devices[device]?.ports ?? [])
      .filter((port) => plan.links[plan.ports[port]?.link ?? -1]?.use === 'data')
      .map((port) => ({ on: 'port', port, hold: { code: 'reload', text: 'the device reloads' } }))
    return {
      ok: true,
      course: {
        phases: [
          { afterUs: 0, impairments: shut },
          { afterUs: microseconds(options, 'gap'), impairments: [{ on: 'device', device, state: 'off' }] },
        ],
        repeatUs: null,
        endsAfterUs: lastsUs(options),
      },
    }
  },
}

function lastsUs(options: Readonly<Record<string, string>>): number {
  return microseconds(options, 'gap') + microseconds(options, 'boot')
}

function microseconds(options: Readonly<Record<string, string>>, key: 'gap' | 'boot'): number {
  return Math.round(numberOf(deviceReload, options, key) * 1_000_000)
}
