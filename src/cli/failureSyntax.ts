import { readTime } from './times.ts'
import { UsageError } from './usage.ts'

export interface TimedFailure {
  readonly failure: string
  readonly target: string
  readonly options: Readonly<Record<string, string>>
  /** Microseconds. */
  readonly at: number
}

/**
 * Reads `failure:target[,option=value…]@time`, such as `link-silent:srv-1:eth0,dir=both@40s`. The time is after the last
 * `@`, the failure before the first `:`; the target may contain `:`. Throws UsageError.
 */
export function readFailure(text: string, flag: string): TimedFailure {
  const at = text.lastIndexOf('@')
  const colon = text.indexOf(':')
  if (at < 0) throw wrong(text, flag, 'the time after an @ is missing')
  if (colon < 1 || colon > at) throw wrong(text, flag, 'the failure before a : is missing')
  const { target, options } = splitOptions(text.slice(colon + 1, at))
  if (target === '') throw wrong(text, flag, 'the target is missing')
  return { failure: text.slice(0, colon), target, options, at: readTime(text.slice(at + 1), `${flag}, after the @,`) }
}

/** Takes options off the end as long as they look like one; a comma elsewhere belongs to the target. */
function splitOptions(text: string): Pick<TimedFailure, 'target' | 'options'> {
  const found: [string, string][] = []
  let target = text
  for (;;) {
    const [whole, key, value] = /,([a-z][a-z0-9-]*)=([^,=]*)$/.exec(target) ?? []
    if (whole === undefined || key === undefined || value === undefined) break
    found.unshift([key, value])
    target = target.slice(0, -whole.length)
  }
  return { target, options: Object.fromEntries(found) }
}

function wrong(text: string, flag: string, problem: string): UsageError {
  return new UsageError(
    `${flag} ${JSON.stringify(text)}: ${problem}. It reads failure:target[,option=value…]@time, for example link-cut:srv-1:eth0@10s.`,
  )
}
