import type { RunEvent } from '../../model/runView.ts'
import type { ShowContext } from './context.ts'

/** What the pair on a device decided and noticed, the latest first: what platforms keep as the causes of a failure. */
export function pairHistory({ events, device }: ShowContext, most: number): readonly RunEvent[] {
  const own = `${device.name}: `
  return events
    .filter(({ kind, text }) => KINDS.includes(kind) && text.startsWith(own))
    .map((event) => ({ ...event, text: event.text.slice(own.length) }))
    .slice(-most)
    .toReversed()
}

const KINDS: readonly RunEvent['kind'][] = ['notice', 'reaction', 'state']

/** `+00:01:05.120` since the start of the run: the simulation knows no date. */
export function runTime(us: number): string {
  const ms = Math.floor(us / 1_000)
  const two = (value: number) => String(value).padStart(2, '0')
  const [hours, minutes, rest] = [Math.floor(ms / 3_600_000), Math.floor(ms / 60_000) % 60, Math.floor(ms / 1_000) % 60]
  return `+${two(hours)}:${two(minutes)}:${two(rest)}.${String(ms % 1_000).padStart(3, '0')}`
}
