import type { StateWord } from '../../core/model/runView.ts'

/** The page's colours as a canvas can use them. */
export interface Colours {
  readonly panel: string
  readonly inset: string
  readonly line: string
  readonly line2: string
  readonly ink: string
  readonly ink2: string
  readonly ink3: string
  readonly you: string
  readonly onYou: string
  readonly onMark: string
  readonly downText: string
  readonly hatchDown: string
  readonly state: Readonly<Record<StateWord, string>>
  readonly background: Readonly<Record<'forwarding' | 'waiting' | 'down', string>>
  readonly families: { readonly ui: string; readonly mono: string }
}

/**
 * Hands out a reader of tokens: as the browser resolves them for an element, in the theme that applies to it; where the
 * user forces colours, the system's in their place: text and what stands behind it must not become the same.
 */
export function withTokens<T>(at: HTMLElement, take: (read: (token: string) => string) => T): T {
  const probe = document.createElement('i')
  at.append(probe)
  const forced = matchMedia('(forced-colors: active)').matches
  probe.style.forcedColorAdjust = 'none'
  const taken = take((token) => {
    probe.style.color = forced ? systemColour(token) : `var(--${token})`
    return getComputedStyle(probe).color
  })
  probe.remove()
  return taken
}

export function readColours(at: HTMLElement): Colours {
  return withTokens(at, (read) => ({
    panel: read('panel'),
    inset: read('inset'),
    line: read('line'),
    line2: read('line-2'),
    ink: read('ink'),
    ink2: read('ink-2'),
    ink3: read('ink-3'),
    you: read('you'),
    onYou: read('on-you'),
    onMark: read('on-mark'),
    downText: read('down-text'),
    hatchDown: read('hatch-down'),
    state: {
      forwarding: read('forwarding'),
      standby: read('standby'),
      waiting: read('waiting'),
      suspended: read('suspended'),
      blocked: read('blocked'),
      down: read('down'),
      unknown: read('unknown'),
    },
    background: { forwarding: read('forwarding-bg'), waiting: read('waiting-bg'), down: read('down-bg') },
    families: {
      ui: getComputedStyle(at).getPropertyValue('--family-ui'),
      mono: getComputedStyle(at).getPropertyValue('--family-mono'),
    },
  }))
}

function systemColour(token: string): string {
  if (/^(canvas|chrome|panel|raised|inset|face|pair|on-mark|.*-bg)$/.test(token)) return 'Canvas'
  if (token === 'on-you') return 'HighlightText'
  if (token === 'you') return 'Highlight'
  return token.startsWith('line') ? 'GrayText' : 'CanvasText'
}
