import { useId, useState } from 'react'
import { turnOff } from '../../../state/mend.ts'
import { Button } from '../../controls/Button.tsx'

/** Asks why this design does without a rule: the reason goes into the file. */
export function TurnOffForm({ rule, onCancel }: { readonly rule: string; readonly onCancel: () => void }) {
  const id = useId()
  const [reason, setReason] = useState('')
  const [refusal, setRefusal] = useState<string | null>(null)
  return (
    <form
      className="pt-2"
      onSubmit={(submit) => {
        submit.preventDefault()
        setRefusal(turnOff(rule, reason))
      }}
    >
      <label htmlFor={id} className="text-11 font-semibold text-ink-3">
        Why this design does without the rule
      </label>
      <input
        id={id}
        // Opened by a button to be typed into.
        ref={(field) => field?.focus()}
        value={reason}
        maxLength={240}
        autoComplete="off"
        aria-invalid={refusal !== null}
        aria-describedby={refusal === null ? undefined : `${id}-refusal`}
        className="mt-0.5 h-7 w-full rounded-2 bg-raised px-2 text-12 text-ink shadow-[inset_0_0_0_1px_var(--line-2)] focus-visible:outline-2 focus-visible:outline-you"
        onChange={(change) => setReason(change.target.value)}
        onKeyDown={(key) => {
          if (key.key !== 'Escape') return
          key.stopPropagation()
          onCancel()
        }}
      />
      {refusal !== null && (
        <p id={`${id}-refusal`} role="alert" className="pt-1 text-down-text">
          {refusal}
        </p>
      )}
      <div className="flex gap-1.5 pt-1.5">
        <Button type="submit" compact>
          Turn off for this design
        </Button>
        <Button compact look="ghost" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
