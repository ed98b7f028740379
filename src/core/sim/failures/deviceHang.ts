import { atOnce, deviceIndexOf, type Failure } from './failure.ts'

export const controlPlaneHang: Failure = {
  id: 'control-plane-hang',
  label: 'Hang control plane',
  targetKind: 'device',
  story: 'Ports stay lit and hardware forwards with the tables it has, but no protocol frame is sent or heard.',
  options: [],
  impair: (plan, target) => atOnce([{ on: 'device', device: deviceIndexOf(plan, target), state: 'hung' }]),
}

export const deviceFreeze: Failure = {
  id: 'device-freeze',
  label: 'Freeze',
  targetKind: 'device',
  story: 'Ports stay lit and nothing is forwarded any more: neighbours learn of it only by time-outs.',
  options: [],
  impair: (plan, target) => atOnce([{ on: 'device', device: deviceIndexOf(plan, target), state: 'frozen' }]),
}
