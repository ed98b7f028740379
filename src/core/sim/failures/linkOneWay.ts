import { atOnce, DIRECTION, directions, linkIndexOf, onLink, type Failure } from './failure.ts'

export const linkOneWay: Failure = {
  id: 'link-one-way',
  label: 'Lose light one way',
  targetKind: 'link',
  story:
    'One strand goes dark. With remote fault signalling both ends go down; without it only the dark end notices and the other keeps sending.',
  options: [
    { ...DIRECTION, values: ['to', 'from'], standard: 'to' },
    { key: 'rfi', label: 'Remote fault signalling', values: ['on', 'off'], standard: 'on' },
  ],
  impair: (plan, target, options) => {
    const link = linkIndexOf(plan, target)
    const port = target.kind === 'link' ? target.port : null
    const dark = directions(plan, link, port, options['dir'] ?? 'to')
    return atOnce([onLink(link, { dark, remoteFault: options['rfi'] !== 'off' })])
  },
}
