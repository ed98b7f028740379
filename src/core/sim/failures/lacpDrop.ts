import { atOnce, linkIndexOf, onLink, type Failure } from './failure.ts'

export const lacpDrop: Failure = {
  id: 'lacp-drop',
  label: 'Drop LACPDUs',
  targetKind: 'link',
  story: 'Only LACPDUs vanish, as with a filter or a policer gone wrong; data still passes until LACP gives up.',
  options: [],
  impair: (plan, target) => atOnce([onLink(linkIndexOf(plan, target), { lacpLost: true })]),
}
