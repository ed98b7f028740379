import { atOnce, BOTH, linkIndexOf, onLink, type Failure } from './failure.ts'

export const linkCut: Failure = {
  id: 'link-cut',
  label: 'Cut',
  targetKind: 'link',
  story: 'The cable is cut: both ends lose light, frames under way are lost.',
  options: [],
  impair: (plan, target) => atOnce([onLink(linkIndexOf(plan, target), { dark: BOTH })]),
}
