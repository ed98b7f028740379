import type { RefObject } from 'react'
import { useRuntime } from '../../state/runtimeStore.ts'
import type { Scale } from './scale.ts'

interface RulerProps {
  readonly canvas: RefObject<HTMLCanvasElement | null>
  readonly scaleNow: () => Scale
}

/** The axis of time: a click or drag left of the present looks at the past, a click right of it runs to there. */
export function Ruler({ canvas, scaleNow }: RulerProps) {
  const shown = useRuntime((run) => Math.round(run.now / 100_000) / 10)
  const last = useRuntime((run) => Math.ceil(run.liveNow / 1_000_000))
  return (
    <canvas
      ref={canvas}
      role="slider"
      tabIndex={0}
      aria-label="Instant that is shown, in seconds"
      aria-valuemin={0}
      aria-valuemax={last}
      aria-valuenow={shown}
      title="Drag to look at the past. Click right of the present: run to there"
      className="h-5 min-w-0 flex-1 cursor-col-resize touch-none focus-visible:outline-2 focus-visible:-outline-offset-2 focus-visible:outline-you"
      onPointerDown={({ currentTarget, pointerId, clientX }) =>
        void import('./scrub.ts').then(({ scrubFrom }) => scrubFrom(currentTarget, pointerId, clientX, scaleNow))
      }
      onKeyDown={(press) => {
        const { key, shiftKey } = press
        if (!/^(Arrow|Page|Home|End)/.test(key)) return
        press.preventDefault()
        void import('./scrub.ts').then(({ scrubBy }) => scrubBy(key, shiftKey, scaleNow()))
      }}
    />
  )
}
