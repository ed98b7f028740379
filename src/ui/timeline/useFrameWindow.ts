import { useCallback, useEffect, useLayoutEffect, useRef, type RefObject } from 'react'
import type { FrameFilter } from '../../core/model/capture.ts'
import { useRuntime } from '../../state/runtimeStore.ts'

export const ROW_PX = 21

/**
 * Asks for the rows that a scrolled list shows, again when the run went on; the end of the list, or the
 * instant that is looked at, is followed.
 */
export function useFrameWindow(filter: FrameFilter): {
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly onScroll: () => void
} {
  const scroller = useRef<HTMLDivElement>(null)
  const follows = useRef(true)
  const ask = useCallback(() => {
    const element = scroller.current
    if (element === null) return
    const count = Math.ceil(element.clientHeight / ROW_PX) + 2
    const from = follows.current ? null : Math.floor(element.scrollTop / ROW_PX)
    useRuntime.getState().askFrames(filter, from, count)
  }, [filter])

  useEffect(() => {
    follows.current = true
    ask()
    let asked = useRuntime.getState().liveNow
    const timer = setInterval(() => {
      const { liveNow } = useRuntime.getState()
      if (liveNow === asked) return
      asked = liveNow
      ask()
    }, ASK_EVERY_MS)
    return () => clearInterval(timer)
  }, [ask])

  useEffect(() => {
    const element = scroller.current
    if (element === null) return
    const resized = new ResizeObserver(ask)
    resized.observe(element)
    return () => resized.disconnect()
  }, [ask])

  // Another instant is looked at, or the present again: the list goes there.
  useEffect(
    () =>
      useRuntime.subscribe((run, before) => {
        const looked = run.now < run.liveNow || before.now < before.liveNow
        if (!looked || run.now === before.now) return
        follows.current = true
        ask()
      }),
    [ask],
  )

  const list = useRuntime((run) => run.frameList)
  useLayoutEffect(() => {
    if (list === null || !follows.current) return
    const { now, liveNow } = useRuntime.getState()
    scroller.current?.scrollTo(0, (now < liveNow ? list.from : list.total) * ROW_PX)
  }, [list])

  return {
    scroller,
    onScroll: () => {
      const element = scroller.current
      if (element === null) return
      follows.current = element.scrollTop + element.clientHeight >= element.scrollHeight - ROW_PX / 2
      ask()
    },
  }
}

const ASK_EVERY_MS = 200
