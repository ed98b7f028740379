import type { Bond } from '../../../core/model/topology.ts'
import type { LagView } from '../../../core/model/runView.ts'
import { devicesAt } from '../../../core/model/network.ts'
import { useNetwork } from '../../../state/network.ts'
import { lagKey } from '../../../state/runState.ts'
import { useRuntime } from '../../../state/runtimeStore.ts'
import { useUi } from '../../../state/uiStore.ts'
import { cableEnds } from '../../canvas/labels.ts'
import { StateMark } from '../../state/StateMark.tsx'
import { Section } from '../Section.tsx'
import { lazily } from '../../lazily.tsx'
import { Facts } from './Facts.tsx'
import { Distribution } from './Distribution.tsx'
import { hex } from './hex.ts'
import { Why } from './Why.tsx'

const Load = lazily(() => import('./Load.tsx').then(({ Load }) => Load))

/** A bond: its members, and how each device that ends it sees it. */
export function BondState({ bond }: { readonly bond: Bond }) {
  const net = useNetwork()
  const carrying = useRuntime((run) => bond.members.filter((id) => run.links.get(id)?.state === 'forwarding').length)
  const devices = [...new Set(bond.ends.flatMap((end) => devicesAt(net, end)))]
  return (
    <>
      <Why target={{ kind: 'bond', id: bond.id }}>
        {carrying} of {bond.members.length} {bond.members.length === 1 ? 'cable carries' : 'cables carry'} frames.
      </Why>
      <Section word="bond" head="Cables">
        <ul>
          {bond.members.map((id) => {
            const link = net.links.get(id)
            return link && <Member key={id} id={id} name={cableEnds(net, link)} />
          })}
        </ul>
      </Section>
      {devices.map((device) => (
        <LagSection key={device} name={net.devices.get(device)?.name ?? ''} lag={lagKey(bond.id, device)} />
      ))}
      <Distribution bond={bond} />
      <Load links={bond.members} />
    </>
  )
}

function Member({ id, name }: { readonly id: Bond['members'][number]; readonly name: string }) {
  const state = useRuntime((run) => run.links.get(id)?.state ?? 'unknown')
  return (
    <li className="flex min-h-6 items-center gap-2">
      <StateMark state={state} label={state} />
      <button
        type="button"
        className="min-w-0 flex-1 truncate text-left font-mono text-11 hover:underline"
        onClick={() => useUi.getState().select({ kind: 'link', id })}
      >
        {name}
      </button>
      <span className="text-ink-3">{state}</span>
    </li>
  )
}

function LagSection({ name, lag }: { readonly name: string; readonly lag: string }) {
  const view = useRuntime((run) => run.lags.get(lag))
  if (view === undefined) return null
  return (
    <Section head={`${name} ${view.name}`} right={view.operational ? 'operational' : 'not operational'}>
      <Facts rows={lagFacts(view)} />
    </Section>
  )
}

function lagFacts(view: LagView) {
  return [
    ...(view.mlagId === null ? [] : [{ name: 'MLAG id', value: String(view.mlagId) }]),
    { name: 'Mode', value: view.mode },
    { name: 'Distributing', value: `${view.distributing.length} of ${view.members.length}` },
    { name: 'Partner system', value: <span className="font-mono text-11">{view.partnerSystem ?? 'none heard'}</span> },
    {
      name: 'Partner key',
      value: (
        <span className="font-mono text-11">{view.partnerKey === null ? 'none heard' : hex(view.partnerKey, 4)}</span>
      ),
    },
  ]
}
