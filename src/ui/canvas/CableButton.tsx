import { memo } from 'react'
import type { StateWord } from '../../core/model/runView.ts'
import { useNetwork } from '../../state/network.ts'
import { useRuntime } from '../../state/runtimeStore.ts'
import { useUi } from '../../state/uiStore.ts'
import { duration } from '../controls/time.ts'
import { type Drawn, isFailureLook, pillOf } from './cableLook.ts'
import { useFailureCatalog } from '../failureCatalog.ts'
import { failureIcon, failureLabel } from '../failures.ts'
import { stateClass } from '../state/words.ts'
import type { CableShape } from './cableShapes.ts'
import { useCanvas } from './canvasStore.ts'
import { pointAt } from './curves.ts'
import { LAYER } from './layers.ts'
import { cableEnds, cableRole } from './labels.ts'
import { lowered } from '../../core/model/lowered.ts'

/** The button of a cable: always there for keyboard and tests, seen only when focused or when a failure marks it. */
export const CableButton = memo(function CableButton({
  shape,
  drawn,
  state,
  selected,
  colour,
}: {
  readonly shape: CableShape
  readonly drawn: Drawn
  readonly state: StateWord
  readonly selected: boolean
  /** Class of the state that colours it. */
  readonly colour: string
}) {
  const { id, curve, markAt } = shape
  const net = useNetwork()
  const link = net.links.get(id)
  const wait = useRuntime((s) =>
    state === 'waiting'
      ? waitText(s.ports.get(shape.ports[0])?.waitsUntil, s.ports.get(shape.ports[1])?.waitsUntil, s.now)
      : null,
  )
  // Icons and labels of failures come later than the first of them may show.
  useFailureCatalog((catalog) => catalog.icons)
  if (link === undefined) return null
  const { x, y } = pointAt(curve, markAt)
  // Between two peers there is no room beside the mark: only a timer shows, on the other side of the ring.
  const sideways = shape.sides.every((side) => side === 'left' || side === 'right')
  const beside = sideways ? pointAt(curve, 1 - markAt) : { x, y }
  const Icon = drawn.failure === null ? null : failureIcon(drawn.failure.failure)
  const pill = (sideways ? null : pillOf(drawn)) ?? wait
  const word =
    drawn.failure === null
      ? state
      : `${isFailureLook(drawn.look) ? drawn.look : lowered(failureLabel(drawn.failure.failure))}, ${state}`
  return (
    <>
      <button
        type="button"
        tabIndex={-1}
        className={`cable-button nodrag nopan ${drawn.failure === null ? colour : stateClass('down')}`}
        style={{ left: x, top: y, zIndex: LAYER.mark }}
        data-testid={`cable-${id}`}
        data-link={id}
        data-state={state}
        data-look={drawn.look}
        data-kind={shape.kind}
        data-marked={Icon !== null || undefined}
        aria-label={`cable ${cableEnds(net, link)}, ${cableRole(net, link)}, ${word}`}
        aria-pressed={selected}
        onClick={(event) => {
          event.stopPropagation()
          useUi.getState().select({ kind: 'link', id }, event.shiftKey || event.ctrlKey || event.metaKey)
        }}
        onPointerEnter={() => useCanvas.setState({ hoveredLink: id })}
        onPointerLeave={() => useCanvas.setState({ hoveredLink: null })}
        onFocus={() => useCanvas.setState({ hoveredLink: id })}
        onBlur={() => useCanvas.setState({ hoveredLink: null })}
      >
        {Icon !== null && <Icon size={14} strokeWidth={1.7} aria-hidden="true" />}
      </button>
      {pill !== null && (
        <span
          className={`pill ${drawn.failure === null ? colour : stateClass('down')}`}
          data-beside={(Icon !== null && !sideways) || undefined}
          style={{ left: beside.x, top: beside.y, zIndex: LAYER.mark }}
          aria-hidden="true"
        >
          {pill}
        </span>
      )}
    </>
  )
})

/** Time left until the longer wait of the two ends is over, in whole seconds. */
function waitText(a: number | null | undefined, b: number | null | undefined, now: number): string | null {
  const until = Math.max(a ?? 0, b ?? 0)
  return until <= now ? null : duration(Math.ceil((until - now) / 1_000_000) * 1_000_000)
}
