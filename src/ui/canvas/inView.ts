import { useStore } from '@xyflow/react'
import { useShallow } from 'zustand/shallow'
import { useCanvas } from './canvasStore.ts'

interface Placed {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Those that the window shows, with some room round it; all of them while a picture is taken. */
export function useInView<T extends Placed>(items: readonly T[]): readonly T[] {
  const whole = useCanvas((s) => s.whole)
  const seen = useStore(
    useShallow(({ transform: [x, y, zoom], width, height }) =>
      items.filter((item) => {
        const left = item.x * zoom + x
        const top = item.y * zoom + y
        return (
          left < width + ROOM &&
          left + item.width * zoom > -ROOM &&
          top < height + ROOM &&
          top + item.height * zoom > -ROOM
        )
      }),
    ),
  )
  return whole ? items : seen
}

const ROOM = 240
