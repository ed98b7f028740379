import { useId } from 'react'
import type { ConfigText } from '../../core/vendors/importing/importConfigs.ts'

interface TextBoxProps {
  readonly at: number
  readonly given: ConfigText
  readonly onChange: (text: string) => void
}

/** Where the configuration of one switch is pasted. */
export function TextBox({ at, given, onChange }: TextBoxProps) {
  const id = useId()
  const lines = given.text === '' ? 0 : given.text.split('\n').length
  return (
    <div className="flex min-h-0 flex-col">
      <div className="flex items-baseline gap-2 pb-1">
        <label htmlFor={id} className="min-w-0 flex-1 truncate text-12 font-medium">
          {given.name}
        </label>
        {lines > 0 && <span className="text-11 text-ink-3 tabular-nums">{lines} lines</span>}
      </div>
      <textarea
        id={id}
        value={given.text}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        placeholder={at < 2 ? `Configuration of peer ${at + 1}` : 'Configuration of one more switch'}
        className="min-h-0 flex-1 resize-none rounded-2 bg-panel p-2 font-mono text-11 leading-4 whitespace-pre text-ink shadow-[inset_0_0_0_1px_var(--edge)] outline-none placeholder:text-ink-3 focus-visible:outline-2 focus-visible:outline-you [scrollbar-width:thin]"
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </div>
  )
}
