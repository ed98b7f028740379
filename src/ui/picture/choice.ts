import { useUi } from '../../state/uiStore.ts'

export interface PictureChoice {
  /** `paper`: the light theme on white. */
  readonly theme: 'light' | 'dark' | 'paper'
  /** Title, instant and the meaning of lines and marks, below the drawing. */
  readonly legend: boolean
}

/** In the theme that the page shows, explained. */
export function usualChoice(): PictureChoice {
  const { theme } = useUi.getState()
  const dark = theme === 'system' ? matchMedia('(prefers-color-scheme: dark)').matches : theme === 'dark'
  return { theme: dark ? 'dark' : 'light', legend: true }
}
