import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** `--name: light-dark(#rrggbb, #rrggbb);` of the tokens, light and dark. */
const TOKENS = new Map(
  [
    ...readFileSync(new URL('tokens.css', import.meta.url), 'utf8').matchAll(
      /--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g,
    ),
  ].map(([, name = '', light = '', dark = '']) => [name, { light, dark }]),
)
const STATES = ['forwarding', 'standby', 'waiting', 'suspended', 'blocked', 'down', 'unknown']
const SURFACES = ['canvas', 'chrome', 'panel', 'raised', 'inset', 'face', 'pair']
const TOUCHED = ['hover', 'press']

/** Which text stands on which grounds; a browser cannot tell where drawings, scrolled lists or marks lie between. */
const TEXT: readonly (readonly [string, readonly string[]])[] = [
  ['ink', [...SURFACES, ...TOUCHED, 'you-bg', ...STATES.map((state) => `${state}-bg`)]],
  ['ink-2', [...SURFACES, ...TOUCHED, 'you-bg']],
  ['ink-3', [...SURFACES, 'hover', 'you-bg']],
  ['you-text', ['panel', 'raised', 'chrome', 'you-bg']],
  ['on-you', ['you']],
  ['panel', ['ink']],
  ...STATES.map((state) => [`${state}-text`, ['canvas', 'chrome', 'panel', 'inset', 'hover', `${state}-bg`]] as const),
]

test.each(['light', 'dark'] as const)('%s: every text is told from its ground, 4.5 to 1', (theme) => {
  const poor = TEXT.flatMap(([text, grounds]) =>
    grounds.flatMap((ground) => {
      const ratio = contrast(colour(text, theme), colour(ground, theme))
      return ratio < 4.5 ? [`${text} on ${ground}: ${ratio.toFixed(2)}`] : []
    }),
  )
  expect(poor).toEqual([])
})

test.each(['light', 'dark'] as const)('%s: every mark and outline with a meaning, 3 to 1', (theme) => {
  const poor = [...STATES, 'edge', 'cable', 'you'].flatMap((mark) =>
    ['canvas', 'panel', 'face', 'pair', 'inset'].flatMap((ground) => {
      const ratio = contrast(colour(mark, theme), colour(ground, theme))
      return ratio < 3 ? [`${mark} on ${ground}: ${ratio.toFixed(2)}`] : []
    }),
  )
  expect(poor).toEqual([])
})

function colour(name: string, theme: 'light' | 'dark'): string {
  const token = TOKENS.get(name)
  if (token === undefined) throw new Error(`There is no token ${name}`)
  return token[theme]
}

/** WCAG 2.2, contrast ratio. */
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

/** WCAG 2.2, relative luminance. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
