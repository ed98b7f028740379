import { AlarmClock } from 'lucide-react'
import { useState } from 'react'
import { useNetwork } from '../../../state/network.ts'
import { useRuntime } from '../../../state/runtimeStore.ts'
import type { Target } from '../../../state/uiStore.ts'
import { Button } from '../../controls/Button.tsx'
import { OptionField } from '../../failing/OptionField.tsx'
import { toldOf } from '../../failing/toldOf.ts'
import { type Breakable, failureIcon, openFailures, toggleFailure, useBreakables } from '../../failures.ts'
import { Section } from '../Section.tsx'
import { lowered } from '../../../core/model/lowered.ts'

/** What can be done to the selected thing. A failure with options opens them first. */
export function FailureSection({ target }: { readonly target: Target }) {
  const breakables = useBreakables(target)
  const [open, setOpen] = useState<string | null>(null)
  const chosen = breakables.find(({ failure }) => failure.id === open)
  if (breakables.length === 0) return null
  return (
    <Section head="Break it">
      <div className="flex flex-wrap gap-1.5">
        {breakables.map((breakable) => {
          const { failure, active } = breakable
          const Icon = failureIcon(failure.id)
          const options = failure.options.length > 0 && !active
          return (
            <Button
              key={failure.id}
              look="failure"
              compact
              aria-pressed={active}
              {...(options ? { 'aria-expanded': open === failure.id } : {})}
              title={failure.story}
              onClick={() => {
                if (options) setOpen(open === failure.id ? null : failure.id)
                else toggleFailure(breakable)
              }}
            >
              <Icon strokeWidth={1.5} aria-hidden="true" />
              {active ? `Repair: ${lowered(failure.label)}` : failure.label}
              {options && ' …'}
            </Button>
          )
        })}
        <Button compact aria-keyshortcuts="W" title="With parameters, now or later (W)" onClick={() => openFailures()}>
          <AlarmClock strokeWidth={1.5} aria-hidden="true" />
          With options …
        </Button>
      </div>
      {chosen !== undefined && !chosen.active && (
        <Options key={chosen.failure.id} breakable={chosen} onDone={() => setOpen(null)} />
      )}
    </Section>
  )
}

function Options({ breakable, onDone }: { readonly breakable: Breakable; readonly onDone: () => void }) {
  const { failure, target } = breakable
  const { story, options } = toldOf(useNetwork(), failure, target)
  const [values, setValues] = useState<Readonly<Record<string, string>>>({})
  return (
    <form
      ref={(form) => form?.scrollIntoView({ block: 'nearest' })}
      className="mt-2 flex flex-col gap-1.5 rounded-2 bg-inset p-2.5"
      onSubmit={(submit) => {
        submit.preventDefault()
        useRuntime.getState().fail(failure.id, target, values)
        onDone()
      }}
    >
      <p className="leading-4 text-ink-2">{story}</p>
      {options.map((option) => (
        <OptionField
          key={option.key}
          option={option}
          target={target}
          value={values[option.key] ?? option.standard}
          onChange={(value) => setValues({ ...values, [option.key]: value })}
        />
      ))}
      <div className="flex justify-end gap-1.5">
        <Button compact className="mr-auto" onClick={() => openFailures(failure.id)}>
          When …
        </Button>
        <Button compact onClick={onDone}>
          Cancel
        </Button>
        <Button compact look="primary" type="submit">
          {failure.label}
        </Button>
      </div>
    </form>
  )
}
