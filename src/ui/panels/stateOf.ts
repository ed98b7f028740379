import type { Network } from '../../core/model/network.ts'
import type { StateWord } from '../../core/model/runView.ts'
import type { RunState } from '../../state/runState.ts'
import type { Target } from '../../state/uiStore.ts'

type Views = Pick<RunState, 'ports' | 'links' | 'devices' | 'lags' | 'domains' | 'crashed'>

/** The one state word of a selected thing; unknown before the run said anything and after it stopped. */
export function stateOf(net: Network, run: Views, target: Target): StateWord {
  if (run.crashed !== null) return 'unknown'
  switch (target.kind) {
    case 'note':
      return 'unknown'
    case 'device': {
      const view = run.devices.get(target.id)
      return view === undefined ? 'unknown' : view.power === 'off' ? 'down' : 'forwarding'
    }
    case 'port':
      return run.ports.get(target.id)?.state ?? 'unknown'
    case 'link':
      return run.links.get(target.id)?.state ?? 'unknown'
    case 'bond': {
      const bond = net.bonds.get(target.id)
      const members = bond?.members.map((id) => run.links.get(id)?.state ?? 'unknown') ?? []
      const carrying = members.filter((state) => state === 'forwarding').length
      if (carrying === members.length && carrying > 0) return 'forwarding'
      return carrying > 0 ? 'waiting' : (members[0] ?? 'unknown')
    }
    case 'domain': {
      const status = run.domains.get(target.id)?.status
      switch (status) {
        case undefined:
          return 'unknown'
        case 'active-active':
          return 'forwarding'
        case 'establishing':
        case 'syncing':
        case 'degraded':
        case 'failed-over':
          return 'waiting'
        case 'dual-active':
        case 'down':
          return 'down'
      }
    }
  }
}

/** The word beside the mark, where it says more than the state does. */
export function stateWord(net: Network, run: Views, target: Target): string {
  const state = stateOf(net, run, target)
  if (run.crashed !== null) return 'stopped'
  switch (target.kind) {
    case 'note':
      return ''
    case 'device':
      return state === 'down' ? 'off' : state === 'unknown' ? 'unknown' : 'on'
    case 'domain':
      return run.domains.get(target.id)?.status ?? 'unknown'
    case 'bond': {
      const bond = net.bonds.get(target.id)
      if (bond === undefined) return state
      const carrying = bond.members.filter((id) => run.links.get(id)?.state === 'forwarding').length
      return `${carrying} of ${bond.members.length}`
    }
    case 'port':
    case 'link':
      return state
  }
}
