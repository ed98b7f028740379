import type { Network } from '../../core/model/network.ts'
import { portLabel } from '../../core/model/network.ts'
import type { SimTime } from '../../core/model/runView.ts'
import type { TimedCommand } from '../../core/model/scenario.ts'
import { addedProblems } from '../../core/scenarios/problems.ts'
import { type Failure, failureById } from '../../core/sim/failures/index.ts'
import type { When } from '../../state/runtimeStore.ts'

/** A failure as it is being put together; times as they were typed, in seconds. */
export interface Draft {
  readonly target: string
  readonly failure: string
  /** Those that differ from the standard. */
  readonly options: Readonly<Record<string, string>>
  readonly begins: 'now' | 'at' | 'in'
  readonly beginS: string
  readonly ends: 'open' | 'after' | 'at'
  readonly endS: string
}

/** What a draft means for the run, or why it cannot be done. */
export type Meant =
  | { readonly ok: true; readonly when: When; readonly repairAt: SimTime | null }
  | { readonly ok: false; readonly message: string }

/** Reads the times of a draft and holds it against what the run has had and waits for. */
export function meantBy(net: Network, draft: Draft, now: SimTime, given: readonly TimedCommand[]): Meant {
  const { failure, target, options, begins, ends } = draft
  const begin = begins === 'now' ? now : timeOf(draft.beginS, begins === 'in' ? now : 0)
  if (begin === null) return no('Say at how many seconds it begins.')
  if (begin < now) return no(`It cannot begin at ${inSeconds(begin)}: the run stands at ${inSeconds(now)}.`)
  const end = ends === 'open' ? null : timeOf(draft.endS, ends === 'after' ? begin : 0)
  if (end === null && ends !== 'open') return no('Say after how many seconds it is repaired.')
  if (end !== null && end <= begin) {
    return no(`It cannot be repaired at ${inSeconds(end)}: it begins at ${inSeconds(begin)}.`)
  }
  const lastsUs = failureById(failure)?.lastsUs?.(options)
  if (end !== null && lastsUs !== undefined && end - begin >= lastsUs) {
    return no(`It is over by itself after ${inSeconds(lastsUs)}: repair it earlier, or let it end.`)
  }
  const added: TimedCommand[] = [{ at: begin, command: { type: 'fail', failure, target, options } }]
  if (end !== null) added.push({ at: end, command: { type: 'repair', failure, target } })
  const [problem] = addedProblems(net, given, added)
  if (problem !== undefined) return no(`This ${problem}`)
  const at = begins === 'now' ? {} : { at: begin }
  // A length is kept to the microsecond, however far the run gets before it hears of it.
  if (end !== null && ends === 'after') return { ok: true, when: { ...at, forUs: end - begin }, repairAt: null }
  return { ok: true, when: at, repairAt: end }
}

/** A thing that something can be done to. */
export interface Place {
  readonly target: string
  readonly label: string
}

/** Everything in the design that can fail, by kind; a cable once from each of its ports. */
export function placesOf(net: Network): Readonly<Record<Failure['targetKind'], readonly Place[]>> {
  const { devices, domains, ports } = net.topology
  return {
    domain: domains.map(({ name }) => ({ target: name, label: name })),
    device: devices.map(({ name }) => ({ target: name, label: name })),
    link: ports.flatMap((port) => {
      const other = net.neighbour.get(port.id)
      if (other === undefined) return []
      return [{ target: portLabel(net, port), label: `${nameOf(net, port)} to ${nameOf(net, other)}` }]
    }),
  }
}

function nameOf(net: Network, port: Parameters<typeof portLabel>[1]): string {
  return portLabel(net, port).replace(':', ' ')
}

/** Microseconds of typed seconds from a beginning on; null: no time. */
function timeOf(text: string, from: SimTime): SimTime | null {
  const seconds = Number(text.trim())
  if (text.trim() === '' || !(seconds >= 0 && seconds <= LONGEST_S)) return null
  return from + Math.round(seconds * 1_000_000)
}

function no(message: string): Meant {
  return { ok: false, message }
}

function inSeconds(us: number): string {
  return `${Number((us / 1_000_000).toFixed(3))} s`
}

const LONGEST_S = 604_800
