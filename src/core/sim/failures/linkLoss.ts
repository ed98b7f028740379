import { atOnce, linkIndexOf, numberOf, onLink, type Failure } from './failure.ts'

export const linkLoss: Failure = {
  id: 'link-loss',
  label: 'Lose frames',
  targetKind: 'link',
  story: 'A share of all frames is lost at random, both ways; light stays on.',
  options: [{ key: 'percent', label: 'Frames lost', min: 0.01, max: 100, unit: 'percent', standard: '5' }],
  impair: (plan, target, options) =>
    atOnce([onLink(linkIndexOf(plan, target), { loss: numberOf(linkLoss, options, 'percent') / 100 })]),
}
