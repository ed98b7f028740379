import type { DirectionView, Outage } from '../../core/model/runView.ts'
import { type ShownDirection, useUi } from '../../state/uiStore.ts'
import { Button } from '../controls/Button.tsx'

/** Chooses which way of a flow direction the canvas shows: now, or around an outage. */
export function WayParts({ view, outage, parts }: WayPartsProps) {
  const shown = useUi((ui) => ui.shownDirection)
  const { flow, direction } = view
  return (
    <div role="group" aria-label="Way on the canvas" className="flex gap-0.5">
      {parts.map((part) => (
        <Button
          key={part}
          look="ghost"
          compact
          disabled={part !== 'now' && (outage === undefined || (part === 'after' && outage.ways.after === null))}
          aria-pressed={isShown(shown, { flow, direction, part, outage: outage?.startAt ?? null })}
          onClick={() =>
            useUi.getState().set({ shownDirection: { flow, direction, part, outage: outage?.startAt ?? null } })
          }
        >
          {WORDS[part]}
        </Button>
      ))}
    </div>
  )
}

type Part = ShownDirection['part']

interface WayPartsProps {
  readonly view: DirectionView
  readonly outage: Outage | undefined
  readonly parts: readonly Part[]
}

function isShown(shown: ShownDirection | null, { flow, direction, part, outage }: ShownDirection): boolean {
  if (shown === null || shown.flow !== flow || shown.direction !== direction || shown.part !== part) return false
  return part === 'now' || shown.outage === null || shown.outage === outage
}

const WORDS: Readonly<Record<Part, string>> = { now: 'Now', before: 'Before', during: 'During', after: 'After' }
