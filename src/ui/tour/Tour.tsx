import { X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useRuntime } from '../../state/runtimeStore.ts'
import { markTourSeen } from '../../state/preferences.ts'
import { useUi } from '../../state/uiStore.ts'
import { Button } from '../controls/Button.tsx'
import { roomNow } from '../room.ts'
import { after, STEPS } from './steps.ts'

/** The first visit's tour: a card that covers nothing and goes on by itself when a step was done. */
export function Tour() {
  const [done, setDone] = useState(0)
  useEffect(() => {
    const look = (): void => setDone((before) => after(before, useUi.getState()))
    const stops = [useUi.subscribe(look), useRuntime.subscribe(look)]
    return () => {
      for (const stop of stops) stop()
    }
  }, [])
  const step = STEPS[done]
  return (
    <section aria-label="Tour" className="shrink-0 border-t border-line bg-raised px-4 py-3 text-12">
      <div className="flex items-center gap-2">
        <ol aria-hidden className="flex gap-1">
          {STEPS.map(({ title }, at) => (
            <li
              key={title}
              className={`size-2 rounded-full shadow-[inset_0_0_0_1px_var(--edge)] ${at < done ? 'bg-ink' : at === done ? 'bg-you' : ''}`}
            />
          ))}
        </ol>
        <span className="flex-1 text-11 text-ink-3">
          {step === undefined ? 'Done' : `Step ${done + 1} of ${STEPS.length}`}
        </span>
        <Button look="ghost" compact square aria-label="Close the tour" onClick={close}>
          <X strokeWidth={1.5} />
        </Button>
      </div>
      <div role="status">
        <h3 className="pt-1 text-13 font-semibold">{step?.title ?? 'That is all'}</h3>
        <p className="pt-0.5 leading-[18px] text-ink-2">
          {roomNow() === 'phone'
            ? (step?.onPhone ?? 'The menu opens other designs, finds every command, and has this tour.')
            : (step?.text ??
              'Templates (G) open other designs, Ctrl K finds every command, and ? lists the keys and this tour.')}
        </p>
      </div>
      <div className="flex justify-end gap-2 pt-2">
        {step === undefined ? (
          <Button compact onClick={close}>
            Close
          </Button>
        ) : (
          <>
            <Button look="ghost" compact onClick={close}>
              Skip the tour
            </Button>
            <Button compact onClick={() => setDone(done + 1)}>
              Skip this step
            </Button>
          </>
        )}
      </div>
    </section>
  )
}

function close(): void {
  markTourSeen()
  useUi.getState().set({ tour: false })
}
