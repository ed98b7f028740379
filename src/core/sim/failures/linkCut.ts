import { linkIndexOf, type Failure } from './failure.ts'

export const linkCut: Failure = {
  id: 'link-cut',
  label: 'Cut',
  targetKind: 'link',
  story: 'The cable is cut: both ends lose light, frames under way are lost.',
  options: [],
  impair: (plan, target) => ({
    ok: true,
    impairments: [
      { on: 'link', link: linkIndexOf(plan, target), dark: [true, true], silent: [false, false], remoteFault: false },
    ],
  }),
}
