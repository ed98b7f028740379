import { useRef } from 'react'

interface ResizerProps {
  readonly label: string
  /** Edge of the panel that is dragged; the panel grows away from the canvas's far side. */
  readonly edge: 'top' | 'left'
  readonly value: number
  readonly min: number
  readonly max: number
  readonly onResize: (value: number) => void
}

/** The draggable edge of a panel; arrow keys move it by 16 px. */
export function Resizer({ label, edge, value, min, max, onResize }: ResizerProps) {
  const grip = useRef<{ readonly at: number; readonly value: number } | null>(null)
  const vertical = edge === 'left'
  const resize = (size: number): void => onResize(Math.round(Math.min(max, Math.max(min, size))))
  return (
    <div
      role="separator"
      aria-label={label}
      aria-orientation={vertical ? 'vertical' : 'horizontal'}
      aria-valuenow={value}
      aria-valuemin={min}
      aria-valuemax={max}
      tabIndex={0}
      className={`absolute z-20 touch-none hover:bg-you/30 focus-visible:bg-you focus-visible:outline-none ${vertical ? 'inset-y-0 -left-1 w-1.5 cursor-col-resize' : 'inset-x-0 -top-1 h-1.5 cursor-row-resize'}`}
      onPointerDown={(down) => {
        down.currentTarget.setPointerCapture(down.pointerId)
        grip.current = { at: vertical ? down.clientX : down.clientY, value }
      }}
      onPointerMove={(move) => {
        const held = grip.current
        if (held !== null) resize(held.value + held.at - (vertical ? move.clientX : move.clientY))
      }}
      onPointerUp={() => {
        grip.current = null
      }}
      onKeyDown={(key) => {
        const step = GROW[key.key]
        if (step === undefined || vertical !== /Left|Right/.test(key.key)) return
        key.preventDefault()
        key.stopPropagation()
        resize(value + step)
      }}
    />
  )
}

const GROW: Readonly<Record<string, number>> = { ArrowUp: 16, ArrowLeft: 16, ArrowDown: -16, ArrowRight: -16 }
