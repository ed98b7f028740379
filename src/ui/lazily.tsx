import { type ComponentType, useLayoutEffect, useReducer } from 'react'
import { useUi } from '../state/uiStore.ts'

/**
 * A component whose code loads when it is shown for the first time; `Meanwhile` stands in its place. React's own `lazy`
 * holds back for 300 ms whatever comes after its fallback was shown: every menu would take that long to open.
 */
export function lazily<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  Meanwhile: ComponentType = Nothing,
): ComponentType<Props> {
  let here: ComponentType<Props> | null = null
  return function Later(props) {
    const [, look] = useReducer((looks: number) => looks + 1, 0)
    useLayoutEffect(() => {
      if (here !== null) return undefined
      let shown = true
      load().then(
        (part) => {
          here = part
          if (shown) look()
        },
        () =>
          useUi.getState().announce('This part of the page could not be loaded. Reload the page when you are online.'),
      )
      return () => {
        shown = false
      }
    }, [])
    const Part = here
    return Part === null ? <Meanwhile /> : <Part {...props} />
  }
}

function Nothing() {
  return null
}
