import { useShallow } from 'zustand/shallow'
import type { LinkId } from '../../../core/model/ids.ts'
import { useNetwork } from '../../../state/network.ts'
import { useRuntime } from '../../../state/runtimeStore.ts'
import { milliseconds } from '../../controls/time.ts'
import { StateMark } from '../../state/StateMark.tsx'
import { isBroken, worstOutage } from '../../timeline/outages.ts'
import { directionName } from '../../timeline/directionNames.ts'
import { Section } from '../Section.tsx'

/** Flow directions that run over these cables now. */
export function FlowsThrough({ links }: { readonly links: readonly LinkId[] }) {
  const net = useNetwork()
  const keys = useRuntime(useShallow((run) => [...new Set(links.flatMap((id) => run.links.get(id)?.flows ?? []))]))
  return (
    <Section head="Flows here now" right={`${keys.length}`}>
      {keys.length === 0 && <p className="text-ink-3">No probe takes this way.</p>}
      <ul>
        {keys.map((key) => (
          <FlowRow key={key} direction={key} name={directionName(net, key)} />
        ))}
      </ul>
    </Section>
  )
}

/** One flow direction with its state and its longest outage. */
export function FlowRow({ direction, name }: { readonly direction: string; readonly name: string }) {
  const broken = useRuntime((run) => {
    const view = run.directions.get(direction)
    return view === undefined || isBroken(view)
  })
  const worst = useRuntime((run) => worstOutage(run.directions.get(direction), run.now))
  return (
    <li className="flex min-h-6 items-center gap-2">
      <StateMark state={broken ? 'down' : 'forwarding'} label={broken ? 'broken' : 'ok'} />
      <span className="min-w-0 flex-1 truncate">{name}</span>
      {worst !== null && <span className="text-down-text">{milliseconds(worst)}</span>}
    </li>
  )
}
