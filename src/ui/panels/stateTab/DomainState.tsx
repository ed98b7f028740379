import type { DomainId } from '../../../core/model/ids.ts'
import type { DomainView } from '../../../core/model/runView.ts'
import { platformOf } from '../../../core/vendors/platforms.ts'
import { useNetwork } from '../../../state/network.ts'
import { useRuntime } from '../../../state/runtimeStore.ts'
import { useUi } from '../../../state/uiStore.ts'
import { duration, seconds } from '../../controls/time.ts'
import { StateMark } from '../../state/StateMark.tsx'
import { bondTitle } from '../../canvas/labels.ts'
import { STEP_NAMES, stepStates, stepWord } from '../../canvas/PairNode.tsx'
import { Section } from '../Section.tsx'
import { lazily } from '../../lazily.tsx'
import { Consistency } from './Consistency.tsx'
import { Facts } from './Facts.tsx'
import { FlowsThrough } from './FlowsThrough.tsx'
import { sentence } from './sentence.ts'
import { Why } from './Why.tsx'

const PeerLinkLoad = lazily(() => import('./Load.tsx').then(({ PeerLinkLoad }) => PeerLinkLoad))

const GatewayState = lazily(() => import('./GatewayState.tsx').then(({ GatewayState }) => GatewayState))

/** A pair: how far its four steps are and why, what each peer believes, and the flows it carries. */
export function DomainState({ id }: { readonly id: DomainId }) {
  const net = useNetwork()
  const view = useRuntime((run) => run.domains.get(id))
  const domain = net.domains.get(id)
  if (domain === undefined) return null
  if (view === undefined) return <p className="px-4 py-3 text-ink-3">The run has not said anything about it yet.</p>
  const first = net.devices.get(domain.peers[0])
  const platform = platformOf(first?.kind === 'switch' ? first.vendor : 'cisco-nxos')
  const bonds = net.topology.bonds.filter(({ ends }) => ends.some(({ at }) => 'domain' in at && at.domain === id))
  const links = [...bonds.flatMap(({ members }) => members), ...(net.orphansOf.get(id) ?? []).map((link) => link.id)]
  const states = stepStates(view)
  return (
    <>
      <Why target={{ kind: 'domain', id }}>
        {view.reasons.length === 0 ? 'Both peers forward; nothing is in the way.' : sentence(view.reasons[0] ?? '')}
      </Why>
      <Section word="four steps" head="Four steps">
        <ol>
          {STEP_NAMES.map((text, at) => {
            const state = states[at] ?? null
            const look =
              state === null
                ? 'badge-line bg-transparent!'
                : `s-${state} bg-(--cb)! text-(--ct)! shadow-[inset_0_0_0_1px_var(--c)]`
            return (
              <li key={text} className="flex min-h-6 items-center gap-2">
                <span className={`badge ${look}`}>{at + 1}</span>
                <span className="min-w-0 flex-1">{text}</span>
                {state !== null && <StateMark state={state} />}
                <span className="w-16 text-ink-3">{stepWord(state)}</span>
              </li>
            )
          })}
        </ol>
        {view.reasons.length > 1 && (
          <ul className="list-disc pt-1.5 pl-4 leading-[18px] text-ink-2">
            {view.reasons.slice(1).map((reason) => (
              <li key={reason}>{sentence(reason)}</li>
            ))}
          </ul>
        )}
        <Timer view={view} />
      </Section>
      <Section word="peer-link" head="Between the peers">
        <Facts
          rows={[
            { name: 'Peer-link', value: view.peerLink },
            { name: 'Keepalive', value: view.keepalive },
            { name: 'Dual-active', value: view.dualActive ? 'yes: both act as primary' : 'no' },
          ]}
        />
      </Section>
      <GatewayState domain={domain} view={view} />
      <PeerLinkLoad domain={domain} />
      <Consistency view={view} channel={platform.words.mlag} platform={platform.words.platform} />
      {view.views.map((peer) => (
        <Section word="role" key={peer.device} head={`What ${net.devices.get(peer.device)?.name ?? ''} believes`}>
          <Facts
            rows={[
              { name: 'Its role', value: peer.role },
              { name: 'The peer', value: peer.peer },
              { name: 'Peer-link', value: peer.peerLink },
              { name: 'Keepalive', value: peer.keepalive },
              { name: 'Step', value: String(peer.step) },
            ]}
          />
        </Section>
      ))}
      <Section word="member interface" head="Bonds" right={`${bonds.length}`}>
        <ul>
          {bonds.map((bond) => (
            <li key={bond.id}>
              <button
                type="button"
                className="min-h-6 hover:underline"
                onClick={() => useUi.getState().select({ kind: 'bond', id: bond.id })}
              >
                {bondTitle(net, bond)}
              </button>
            </li>
          ))}
        </ul>
      </Section>
      <FlowsThrough links={links} />
    </>
  )
}

function Timer({ view }: { readonly view: DomainView }) {
  const now = useRuntime((run) => (view.timer === null ? 0 : run.now))
  if (view.timer === null) return null
  const { name, endsAt } = view.timer
  return (
    <p className="pt-1.5 text-ink-2">
      {name} ends at <span className="font-mono">{seconds(endsAt)}</span>, in {duration(Math.max(0, endsAt - now))}.
    </p>
  )
}
