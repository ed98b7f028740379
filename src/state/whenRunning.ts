import { useRuntime } from './runtimeStore.ts'

/** Resolves when a run has reported for the first time, or failed to, and the page has taken it in. */
export function whenRunning(): Promise<void> {
  return new Promise((resolve) => {
    const look = ({ ready, crashed } = useRuntime.getState()): boolean => {
      if (ready || crashed !== null) setTimeout(resolve)
      return ready || crashed !== null
    }
    if (look()) return
    const stop = useRuntime.subscribe((run) => {
      if (look(run)) stop()
    })
  })
}
