import type { ReactElement } from 'react'
import type { StateWord } from '../../core/model/runView.ts'
import { stateClass } from './words.ts'

/**
 * The mark of a state: each has its own shape, so it reads without colour. Decorative unless `label` is given; write
 * the word beside it otherwise.
 */
export function StateMark({
  state,
  size = 12,
  label,
}: {
  readonly state: StateWord
  readonly size?: 12 | 16
  readonly label?: string
}) {
  return (
    <svg
      className={`${stateClass(state)} block flex-none`}
      width={size}
      height={size}
      viewBox="0 0 12 12"
      {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    >
      <MarkShape state={state} />
    </svg>
  )
}

/** The mark inside a 12 by 12 box, for use in another SVG. Takes its colour from `--c`. */
export function MarkShape({ state }: { readonly state: StateWord }) {
  return SHAPES[state]
}

const SHAPES: Readonly<Record<StateWord, ReactElement>> = {
  forwarding: <circle cx="6" cy="6" r="5" fill="var(--c)" />,
  standby: (
    <>
      <circle cx="6" cy="6" r="4.25" fill="none" stroke="var(--c)" strokeWidth="1.5" />
      <circle cx="6" cy="6" r="1.6" fill="var(--c)" />
    </>
  ),
  waiting: (
    <>
      <circle cx="6" cy="6" r="4.25" fill="none" stroke="var(--c)" strokeWidth="1.5" />
      <path d="M6 1.5a4.5 4.5 0 0 1 0 9z" fill="var(--c)" />
    </>
  ),
  suspended: (
    <path
      d="M1.8 1.8a.6.6 0 0 1 .6-.6h1.8a.6.6 0 0 1 .6.6v8.4a.6.6 0 0 1-.6.6H2.4a.6.6 0 0 1-.6-.6zM7.2 1.8a.6.6 0 0 1 .6-.6h1.8a.6.6 0 0 1 .6.6v8.4a.6.6 0 0 1-.6.6H7.8a.6.6 0 0 1-.6-.6z"
      fill="var(--c)"
    />
  ),
  blocked: (
    <>
      <rect x="1" y="1" width="10" height="10" rx="1.5" fill="var(--c)" />
      <rect x="3" y="5" width="6" height="2" fill="var(--on-mark)" />
    </>
  ),
  down: <path d="M2 2l8 8M10 2l-8 8" stroke="var(--c)" strokeWidth="2.2" strokeLinecap="round" fill="none" />,
  unknown: <circle cx="6" cy="6" r="4.4" fill="none" stroke="var(--c)" strokeWidth="1.6" strokeDasharray="1.7 1.756" />,
}
