import type { Draft } from './draft.ts'

interface WhenFieldsProps {
  readonly draft: Draft
  /** How long the failure lasts by itself, in seconds; null: until it is repaired. */
  readonly lastsS: number | null
  readonly onChange: (change: Partial<Draft>) => void
}

/** When a failure begins, and when it is repaired. */
export function WhenFields({ draft, lastsS, onChange }: WhenFieldsProps) {
  return (
    <div className="grid grid-cols-2 gap-x-4 border-t border-line pt-2 max-[640px]:grid-cols-1">
      <fieldset>
        <legend className="pb-1 text-11 font-semibold text-ink-3">Begins</legend>
        <Choice
          name="begins"
          label="now"
          checked={draft.begins === 'now'}
          onChoose={() => onChange({ begins: 'now' })}
        />
        {(['in', 'at'] as const).map((kind) => (
          <Choice
            key={kind}
            name="begins"
            label={kind === 'in' ? 'in' : 'at the instant'}
            checked={draft.begins === kind}
            seconds={draft.begins === kind ? draft.beginS : ''}
            onChoose={() => onChange({ begins: kind })}
            onType={(beginS) => onChange({ begins: kind, beginS })}
          />
        ))}
      </fieldset>
      <fieldset>
        <legend className="pb-1 text-11 font-semibold text-ink-3">Repaired</legend>
        <Choice
          name="ends"
          label={lastsS === null ? 'by hand' : `by itself, ${lastsS} s later`}
          checked={draft.ends === 'open'}
          onChoose={() => onChange({ ends: 'open' })}
        />
        {(['after', 'at'] as const).map((kind) => (
          <Choice
            key={kind}
            name="ends"
            label={kind === 'after' ? 'after' : 'at the instant'}
            checked={draft.ends === kind}
            seconds={draft.ends === kind ? draft.endS : ''}
            onChoose={() => onChange({ ends: kind })}
            onType={(endS) => onChange({ ends: kind, endS })}
          />
        ))}
      </fieldset>
    </div>
  )
}

interface ChoiceProps {
  readonly name: 'begins' | 'ends'
  readonly label: string
  readonly checked: boolean
  readonly seconds?: string
  readonly onChoose: () => void
  readonly onType?: (seconds: string) => void
}

function Choice({ name, label, checked, seconds, onChoose, onType }: ChoiceProps) {
  return (
    <div className="flex min-h-7 items-center gap-2 pointer-coarse:pb-1">
      <label className="flex w-34 items-center gap-2">
        <input type="radio" name={name} checked={checked} className="accent-[var(--ink)]" onChange={onChoose} />
        {label}
      </label>
      {onType && (
        <>
          <input
            aria-label={`${name === 'begins' ? 'Begins' : 'Repaired'} ${label}, in seconds`}
            inputMode="decimal"
            value={seconds}
            className="h-6 w-20 rounded-2 bg-panel px-1.5 font-mono text-12 shadow-[inset_0_0_0_1px_var(--edge)]"
            onChange={(change) => onType(change.target.value)}
          />
          <span className="text-ink-3">s</span>
        </>
      )}
    </div>
  )
}
