import type { Failure } from './failure.ts'

export const devicePowerOff: Failure = {
  id: 'device-power-off',
  label: 'Power off',
  targetKind: 'device',
  story: 'The device loses power: all its ports go dark and everything it had learned is gone.',
  options: [],
  impair: (plan, target) => {
    if (target.kind !== 'device') return { ok: false, message: 'device-power-off needs a device.' }
    const device = plan.devices.findIndex(({ id }) => id === target.device.id)
    return { ok: true, impairments: [{ on: 'device', device, power: 'off' }] }
  },
}
