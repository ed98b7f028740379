import { atOnce, DIRECTION, directions, linkIndexOf, onLink, type Failure } from './failure.ts'

export const linkSilent: Failure = {
  id: 'link-silent',
  label: 'Make silent',
  targetKind: 'link',
  story: 'Light stays on but every frame vanishes: only LACP time-outs can notice.',
  options: [{ ...DIRECTION, standard: 'both' }],
  impair: (plan, target, options) => {
    const link = linkIndexOf(plan, target)
    const port = target.kind === 'link' ? target.port : null
    return atOnce([onLink(link, { silent: directions(plan, link, port, options['dir'] ?? 'both') })])
  },
}
