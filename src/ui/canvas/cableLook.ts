import type { ActiveFailure, LinkView, StateWord } from '../../core/model/runView.ts'
import { shortPort } from './labels.ts'

/** How a cable is drawn: by the failure that touches it, else by its state. */
export type CableLook = FailureLook | StateWord

export type FailureLook = 'cut' | 'silent' | 'one-way' | 'loss' | 'flapping' | 'moved'

export interface Drawn {
  readonly look: CableLook
  /** The failure whose mark the cable carries. */
  readonly failure: ActiveFailure | null
  /** For one-way: the end, by index, that frames no longer reach. */
  readonly darkEnd: 0 | 1
}

/** Picks the drawing of a cable. `endNames` are its ends as targets are written: `device:port`. */
export function drawnAs(view: LinkView | undefined, endNames: readonly [string, string]): Drawn {
  if (view === undefined) return { look: 'unknown', failure: null, darkEnd: 0 }
  for (const look of STRONGEST_FIRST) {
    const failure = view.failures.find((active) => LOOK_OF[active.failure] === look)
    // What comes in phases is cut only while it is.
    if (failure === undefined || (look === 'cut' && view.state !== 'down')) continue
    // What the loop takes the place of hangs free.
    const pulled = endNames.includes(failure.options['into'] ?? '')
    return { look: pulled ? 'cut' : look, failure, darkEnd: darkEnd(failure, endNames) }
  }
  return { look: view.state, failure: view.failures[0] ?? null, darkEnd: 0 }
}

export function isFailureLook(look: CableLook): look is FailureLook {
  return STRONGEST_FIRST.some((failing) => failing === look)
}

/** What stands beside the mark: when it was cut, how much is lost, how often it flaps. */
export function pillOf({ look, failure }: Drawn): string | null {
  if (failure === null) return null
  switch (look) {
    case 'cut':
      return `cut ${(failure.at / 1_000_000).toFixed(3)} s`
    case 'loss':
      return `${failure.options['percent'] ?? '5'} %`
    case 'flapping':
      return `every ${failure.options['period'] ?? '10'} s`
    case 'moved':
      return movedText(failure)
    case 'silent':
    case 'one-way':
    case 'forwarding':
    case 'standby':
    case 'waiting':
    case 'suspended':
    case 'blocked':
    case 'down':
    case 'unknown':
      return null
  }
}

/** The two ports whose cables were swapped, or the port that the loop leads into. */
function movedText({ target, options }: ActiveFailure): string {
  const [device, port] = (options['into'] ?? '').split(':')
  if (port !== undefined) return `to ${device} ${shortPort(port)}`
  return target.includes(':') ? `${shortPort(target)} ⇄ ${shortPort(options['with'] ?? '')}` : 'swapped'
}

/** `dir` is seen from the named port; a target without a port means the first end. */
function darkEnd({ target, options }: ActiveFailure, endNames: readonly [string, string]): 0 | 1 {
  const named = target === endNames[1] ? 1 : 0
  return options['dir'] === 'from' ? (named === 0 ? 1 : 0) : named
}

const STRONGEST_FIRST: readonly FailureLook[] = ['cut', 'moved', 'one-way', 'silent', 'flapping', 'loss']

const LOOK_OF: Readonly<Record<string, FailureLook>> = {
  'link-cut': 'cut',
  'peer-link-down': 'cut',
  'peer-link-member-down': 'cut',
  'keepalive-down': 'cut',
  'keepalive-path-down': 'cut',
  'peer-link-then-keepalive': 'cut',
  'keepalive-then-peer-link': 'cut',
  'uplink-down': 'cut',
  'uplinks-lost': 'cut',
  'cable-in-wrong-port': 'moved',
  'loop-cable': 'moved',
  'link-one-way': 'one-way',
  'link-silent': 'silent',
  'peer-link-silent': 'silent',
  'link-flap': 'flapping',
  'link-loss': 'loss',
}
