import { atOnce, deviceIndexOf, type Failure } from './failure.ts'

export const devicePowerOff: Failure = {
  id: 'device-power-off',
  label: 'Power off',
  targetKind: 'device',
  story:
    'The device loses power: all its ports go dark and everything it had learned is gone. The repair is the instant at which it has booted again.',
  options: [],
  impair: (plan, target) => atOnce([{ on: 'device', device: deviceIndexOf(plan, target), state: 'off' }]),
}
