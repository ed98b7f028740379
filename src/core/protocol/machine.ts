/**
 * One arrow of a machine's figure. `from` is `*` for an arrow that leaves every state. `check` is the input of arrows
 * that wait for variables rather than for an event; machines are fed it whenever a variable may have changed.
 */
export type Row<State extends string, Input extends string, Subject> = readonly [
  from: State | '*',
  input: Input,
  when: (subject: Subject) => boolean,
  to: State,
]

/**
 * The state the first matching arrow leads to, undefined if none matches. An arrow from everywhere that would lead
 * back to the same state is not taken: a global condition that merely still holds changes nothing.
 */
export function nextState<State extends string, Input extends string, Subject>(
  table: readonly Row<State, Input, Subject>[],
  from: State,
  input: Input,
  subject: Subject,
): State | undefined {
  for (const row of table) {
    if (row[1] !== input) continue
    if (row[0] !== from && (row[0] !== '*' || row[3] === from)) continue
    if (row[2](subject)) return row[3]
  }
  return undefined
}

/** An arrow without a condition. */
export function always(): boolean {
  return true
}
