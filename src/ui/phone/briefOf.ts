import type { Network } from '../../core/model/network.ts'
import type { RunState } from '../../state/runState.ts'
import type { Target } from '../../state/uiStore.ts'
import { stateOf } from '../panels/stateOf.ts'
import { sentence } from '../panels/stateTab/sentence.ts'
import { STATE_MEANING } from '../state/words.ts'

/** Why a thing is in its state, in one sentence. */
export function briefOf(net: Network, run: RunState, target: Target): string {
  switch (target.kind) {
    case 'port':
      return sentence(run.ports.get(target.id)?.reason ?? STATE_MEANING[stateOf(net, run, target)])
    case 'link': {
      const reasons = (net.links.get(target.id)?.ends ?? []).flatMap((end) => run.ports.get(end)?.reason ?? [])
      return sentence(reasons[0] ?? STATE_MEANING[stateOf(net, run, target)])
    }
    case 'bond': {
      const members = net.bonds.get(target.id)?.members ?? []
      const carrying = members.filter((id) => run.links.get(id)?.state === 'forwarding').length
      return `${carrying} of ${members.length} ${members.length === 1 ? 'cable carries' : 'cables carry'} frames.`
    }
    case 'domain': {
      const view = run.domains.get(target.id)
      if (view === undefined) return sentence(STATE_MEANING.unknown)
      return view.reasons[0] === undefined ? `Step ${view.step} of 4, ${view.status}.` : sentence(view.reasons[0])
    }
    case 'device': {
      if (run.devices.get(target.id)?.power === 'off') return 'It has no power.'
      const ports = net.portsOf.get(target.id) ?? []
      const down = ports.filter(({ id }) => run.ports.get(id)?.state !== 'forwarding').length
      return down === 0 ? 'All of its ports forward.' : `${down} of ${ports.length} ports do not forward.`
    }
    case 'note':
      return 'A note takes no part in a run.'
  }
}
