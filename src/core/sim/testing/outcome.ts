import type { RunView } from '../../model/runView.ts'
import { lengthS, outages, between } from './scenario.ts'
import type { Simulator } from '../state.ts'

/** How long a flow was out, in classes that a change board understands. */
export type OutageClass = 'none' | 'below 1 s' | 'seconds' | 'tens of seconds' | 'minutes' | 'never'

/** The worst outage between two hosts, both directions. */
export function worstBetween(sim: Simulator, view: RunView, a: string, b: string): OutageClass {
  const lengths = outages(between(sim, view, a, b)).map(lengthS)
  return classOf(lengths.length === 0 ? 0 : Math.max(...lengths))
}

function classOf(seconds: number): OutageClass {
  if (seconds === 0) return 'none'
  if (seconds < 1) return 'below 1 s'
  if (seconds < 10) return 'seconds'
  if (seconds < 60) return 'tens of seconds'
  return Number.isFinite(seconds) ? 'minutes' : 'never'
}

/** Ports that MLAG control holds, by id. */
export function heldPorts(view: RunView): readonly string[] {
  return view.ports.filter((port) => port.suspended !== null).map(({ port }) => port)
}

/** Members a host's bond distributes on, and the LACP systems it sees on those it hears. */
export function partnersOf(
  view: RunView,
  host: string,
): { readonly distributing: number; readonly systems: readonly string[] } {
  const lag = view.lags.find(({ device, role }) => device === host && role === 'host')
  const systems = (lag?.members ?? []).flatMap((id) => {
    const lacp = view.ports.find(({ port }) => port === id)?.lacp
    return lacp?.rx === 'current' ? [lacp.partner.system] : []
  })
  return { distributing: lag?.distributing.length ?? 0, systems: [...new Set(systems)] }
}
