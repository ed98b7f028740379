import { type ReactNode, useId, useState } from 'react'

/** One line of a form: label left, control right, what is wrong with it below. */
export function Field({ label, hint, error, children }: FieldProps) {
  const id = useId()
  return (
    <div className="grid min-h-7 grid-cols-[min(104px,34%)_minmax(0,1fr)] items-start gap-x-2 py-0.5">
      <label htmlFor={id} className="pt-1.5 text-12 leading-4 [overflow-wrap:anywhere] text-ink-3">
        {label}
      </label>
      <div className="min-w-0">
        {children(id, error ? `${id}-error` : undefined)}
        {hint !== undefined && <p className="pt-0.5 text-11 leading-4 text-ink-3">{hint}</p>}
        {error !== undefined && error !== '' && (
          <p id={`${id}-error`} role="alert" className="pt-0.5 text-11 leading-4 text-down-text">
            {error}
          </p>
        )}
      </div>
    </div>
  )
}

interface FieldProps {
  readonly label: string
  readonly hint?: ReactNode
  readonly error?: string | undefined
  readonly children: (id: string, errorId: string | undefined) => ReactNode
}

/** What a commit of a field answers: undefined when it was taken, else why not. */
export type Refusal = string | undefined

interface TextFieldProps {
  readonly label: string
  readonly value: string
  readonly hint?: ReactNode
  readonly unit?: string
  readonly mono?: boolean
  readonly placeholder?: string
  readonly inputMode?: 'text' | 'numeric' | 'decimal'
  readonly onCommit: (text: string) => Refusal
}

/** A text taken on Enter or on leaving the field, as one step. Escape puts the old text back. */
export function TextField({
  label,
  value,
  hint,
  unit,
  mono = false,
  placeholder,
  inputMode,
  onCommit,
}: TextFieldProps) {
  const [draft, setDraft] = useState<string | null>(null)
  const [error, setError] = useState<Refusal>()
  const commit = (): void => {
    if (draft === null) return
    const refusal = draft === value ? undefined : onCommit(draft)
    setError(refusal)
    if (refusal === undefined) setDraft(null)
  }
  const drop = (): void => {
    setDraft(null)
    setError(undefined)
  }
  return (
    <Field label={label} hint={hint} error={error}>
      {(id, errorId) => (
        <div className="flex items-center gap-1.5">
          <input
            id={id}
            type="text"
            value={draft ?? value}
            placeholder={placeholder}
            inputMode={inputMode}
            spellCheck={false}
            autoComplete="off"
            aria-invalid={errorId !== undefined}
            aria-describedby={errorId}
            className={`${INPUT} ${mono ? 'font-mono' : ''}`}
            onChange={(change) => setDraft(change.target.value)}
            onBlur={commit}
            onKeyDown={(key) => {
              if (key.key === 'Enter') commit()
              if (key.key !== 'Escape' || draft === null) return
              key.stopPropagation()
              drop()
            }}
          />
          {unit !== undefined && <span className="shrink-0 text-12 text-ink-3">{unit}</span>}
        </div>
      )}
    </Field>
  )
}

interface NumberFieldProps extends Omit<TextFieldProps, 'value' | 'onCommit' | 'inputMode' | 'mono'> {
  readonly value: number
  readonly min: number
  readonly max: number
  /** Digits behind the point that are allowed. */
  readonly decimals?: number
  readonly onCommit: (value: number) => Refusal
}

/** A number within its range, in its unit. */
export function NumberField({ value, min, max, decimals = 0, onCommit, ...rest }: NumberFieldProps) {
  return (
    <TextField
      {...rest}
      mono
      inputMode={decimals > 0 ? 'decimal' : 'numeric'}
      value={String(value)}
      onCommit={(text) => {
        const number = Number(text.trim())
        const fits = text.trim() !== '' && number >= min && number <= max
        if (!fits || Math.round(number * 10 ** decimals) !== number * 10 ** decimals) {
          return `${rest.label} is ${decimals > 0 ? 'a number' : 'a whole number'} from ${min} to ${max}.`
        }
        return onCommit(number)
      }}
    />
  )
}

export interface Choice<V extends string> {
  readonly value: V
  readonly label: string
}

interface SelectFieldProps<V extends string> {
  readonly label: string
  readonly value: V
  readonly choices: readonly Choice<V>[]
  readonly hint?: ReactNode
  readonly onCommit: (value: V) => Refusal
}

export function SelectField<V extends string>({ label, value, choices, hint, onCommit }: SelectFieldProps<V>) {
  const [error, setError] = useState<Refusal>()
  return (
    <Field label={label} hint={hint} error={error}>
      {(id, errorId) => (
        <select
          id={id}
          value={value}
          aria-describedby={errorId}
          className={INPUT}
          onChange={(change) => {
            const chosen = choices.find((choice) => choice.value === change.target.value)
            if (chosen !== undefined) setError(onCommit(chosen.value))
          }}
        >
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

interface SwitchFieldProps {
  readonly label: string
  readonly value: boolean
  readonly hint?: ReactNode
  readonly onCommit: (value: boolean) => Refusal
}

export function SwitchField({ label, value, hint, onCommit }: SwitchFieldProps) {
  const [error, setError] = useState<Refusal>()
  return (
    <Field label={label} hint={hint} error={error}>
      {(id) => (
        <span className="flex h-7 items-center">
          <button
            id={id}
            type="button"
            role="switch"
            aria-checked={value}
            onClick={() => setError(onCommit(!value))}
            className="group relative h-4 w-7 rounded-full shadow-[inset_0_0_0_1.25px_var(--edge)] transition-colors duration-[var(--t-fast)] focus-visible:outline-2 focus-visible:outline-offset-2 focus-visible:outline-you aria-checked:bg-ink aria-checked:shadow-none"
          >
            <span className="absolute top-[3px] left-[3px] size-2.5 rounded-full bg-edge transition-[left] duration-[var(--t-fast)] group-aria-checked:left-[15px] group-aria-checked:bg-panel" />
          </button>
        </span>
      )}
    </Field>
  )
}

/** A value that is shown and not edited. */
export function FixedField({
  label,
  value,
  hint,
}: {
  readonly label: string
  readonly value: string
  readonly hint?: ReactNode
}) {
  return (
    <div className="grid min-h-7 grid-cols-[min(104px,34%)_minmax(0,1fr)] items-start gap-x-2 py-0.5">
      <span className="pt-1.5 text-12 leading-4 [overflow-wrap:anywhere] text-ink-3">{label}</span>
      <div>
        <span className="block pt-1.5 font-mono text-12 leading-4 text-ink-2">{value}</span>
        {hint !== undefined && <p className="pt-0.5 text-11 leading-4 text-ink-3">{hint}</p>}
      </div>
    </div>
  )
}

const INPUT =
  'h-7 w-full min-w-0 rounded-2 bg-panel px-2 text-12 text-ink shadow-[inset_0_0_0_1px_var(--edge)] outline-none focus-visible:outline-2 focus-visible:outline-offset-1 focus-visible:outline-you aria-invalid:bg-down-bg aria-invalid:shadow-[inset_0_0_0_1.5px_var(--down)]'
