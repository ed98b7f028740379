import type { ComponentProps, ReactNode } from 'react'

export type ButtonLook = 'primary' | 'outlined' | 'ghost' | 'failure'

interface ButtonProps extends ComponentProps<'button'> {
  readonly look?: ButtonLook
  /** 24 px high instead of 28. */
  readonly compact?: boolean
  /** Square, for an icon alone: `aria-label` says what it does and is shown on hover. */
  readonly square?: boolean
  readonly children: ReactNode
}

/** The page's one button. The strongest look is ink; a failure wears the state only while `aria-pressed`. */
export function Button({ look = 'outlined', compact = false, square = false, className = '', ...rest }: ButtonProps) {
  const size = `${compact ? 'h-6' : 'h-7'} ${square ? (compact ? 'w-6' : 'w-7') : compact ? 'px-2' : 'px-2.5'}`
  return (
    <button
      type="button"
      title={square ? rest['aria-label'] : undefined}
      {...rest}
      className={`${BASE} ${LOOK[look]} ${size} ${className}`}
    />
  )
}

const BASE =
  'target inline-flex shrink-0 items-center justify-center gap-1.5 rounded-2 text-12 font-medium whitespace-nowrap transition-colors duration-[var(--t-fast)] focus-visible:outline-2 focus-visible:outline-offset-2 focus-visible:outline-you disabled:opacity-55 [&_svg]:size-4 [&_svg]:shrink-0'

const LOOK: Readonly<Record<ButtonLook, string>> = {
  primary: 'bg-ink text-panel enabled:hover:bg-ink-2',
  outlined:
    'bg-raised text-ink shadow-[inset_0_0_0_1px_var(--line-2)] enabled:hover:bg-hover enabled:active:bg-press aria-pressed:bg-press',
  ghost: 'text-ink-2 enabled:hover:bg-hover enabled:active:bg-press aria-pressed:bg-press aria-pressed:text-ink',
  failure:
    'bg-raised text-ink shadow-[inset_0_0_0_1px_var(--line-2)] enabled:hover:bg-hover enabled:active:bg-press aria-pressed:bg-down-bg aria-pressed:text-down-text aria-pressed:shadow-[inset_0_0_0_1px_var(--down)]',
}
