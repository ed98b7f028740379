import type { ActiveFailure, LinkView, StateWord } from '../../core/model/runView.ts'

/** How a cable is drawn: by the failure that touches it, else by its state. */
export type CableLook = 'cut' | 'silent' | 'one-way' | StateWord

export interface Drawn {
  readonly look: CableLook
  readonly failure: ActiveFailure | null
  /** For one-way: the end, by index, that frames no longer reach. */
  readonly darkEnd: 0 | 1
}

/** Picks the drawing of a cable. `endNames` are its ends as targets are written: `device:port`. */
export function drawnAs(view: LinkView | undefined, endNames: readonly [string, string]): Drawn {
  if (view === undefined) return { look: 'unknown', failure: null, darkEnd: 0 }
  for (const look of FAILURE_LOOKS) {
    const failure = view.failures.find((active) => LOOK_OF[active.failure] === look)
    if (failure !== undefined) return { look, failure, darkEnd: darkEnd(failure, endNames) }
  }
  return { look: view.state, failure: view.failures[0] ?? null, darkEnd: 0 }
}

/** `dir` is seen from the named port; a target without a port means the first end. */
function darkEnd({ target, options }: ActiveFailure, endNames: readonly [string, string]): 0 | 1 {
  const named = target === endNames[1] ? 1 : 0
  return options.dir === 'from' ? (named === 0 ? 1 : 0) : named
}

/** Strongest first. */
const FAILURE_LOOKS = ['cut', 'one-way', 'silent'] as const

const LOOK_OF: Readonly<Record<string, CableLook>> = {
  'link-cut': 'cut',
  'peer-link-down': 'cut',
  'keepalive-down': 'cut',
  'link-silent': 'silent',
  'link-one-way': 'one-way',
}
