import type { PortId } from '../../../core/model/ids.ts'
import type { LacpView, PortView } from '../../../core/model/runView.ts'
import type { StpView } from '../../../core/model/protocolView.ts'
import { useNetwork } from '../../../state/network.ts'
import { useRuntime } from '../../../state/runtimeStore.ts'
import { duration, seconds } from '../../controls/time.ts'
import { STATE_MEANING } from '../../state/words.ts'
import { Section } from '../Section.tsx'
import { FlowsThrough } from './FlowsThrough.tsx'
import { Facts } from './Facts.tsx'
import { LacpBits } from './LacpBits.tsx'
import { LagIdentity } from './LagIdentity.tsx'
import { sentence } from './sentence.ts'
import { Why } from './Why.tsx'

/** A port: why, LACP state bits of both sides, identity, machines, timers, flows. */
export function PortState({ port }: { readonly port: PortId }) {
  const net = useNetwork()
  const view = useRuntime((run) => run.ports.get(port))
  const link = net.linkAt.get(port)
  if (view === undefined) return <p className="px-4 py-3 text-ink-3">The run has not said anything about it yet.</p>
  return (
    <>
      <Why target={{ kind: 'port', id: port }}>
        <Reason view={view} />
      </Why>
      {view.lacp === null ? (
        <Section word="lacp" head="LACP">
          <p className="text-ink-2">{noLacp(net.lagAt.has(port))}</p>
        </Section>
      ) : (
        <Lacp port={port} lacp={view.lacp} />
      )}
      {view.stp !== null && <SpanningTree stp={view.stp} />}
      {link !== undefined && <FlowsThrough links={[link.id]} />}
    </>
  )
}

function Reason({ view }: { readonly view: PortView }) {
  const now = useRuntime((run) => (view.waitsUntil === null ? 0 : run.now))
  return (
    <>
      {sentence(view.reason ?? STATE_MEANING[view.state])}
      {view.suspended !== null && (
        <>
          {' '}
          Held as <span className="font-mono">{view.suspended.code}</span>: {view.suspended.text}
        </>
      )}
      {view.waitsUntil !== null && (
        <>
          {' '}
          Ends at <span className="font-mono">{seconds(view.waitsUntil)}</span>, in{' '}
          {duration(Math.max(0, view.waitsUntil - now))}.
        </>
      )}
    </>
  )
}

function Lacp({ port, lacp }: { readonly port: PortId; readonly lacp: LacpView }) {
  return (
    <>
      <LacpBits port={port} actor={lacp.actor.state} partner={lacp.partner.state} />
      <LagIdentity actor={lacp.actor} partner={lacp.partner} />
      <Section word="machines" head="Machines" right="since">
        <Facts
          rows={[
            { name: 'Receive', value: lacp.rx, since: seconds(lacp.rxSince) },
            { name: 'Mux', value: lacp.mux, since: seconds(lacp.muxSince) },
            { name: 'Selection', value: lacp.selected },
            { name: 'Periodic', value: lacp.periodic },
            { name: 'LACPDUs', value: `${lacp.pdusSent} out, ${lacp.pdusReceived} in` },
          ]}
        />
      </Section>
    </>
  )
}

function SpanningTree({ stp }: { readonly stp: StpView }) {
  const root = `${stp.root.priority} ${stp.root.mac}`
  return (
    <Section word="spanning tree" head="Spanning tree">
      <Facts
        rows={[
          { name: 'Role', value: stp.role },
          { name: 'State', value: stp.state },
          { name: 'Edge', value: stp.edge ? 'yes' : 'no' },
          { name: 'Path cost', value: String(stp.cost) },
          { name: 'Root bridge', value: <span className="font-mono text-11">{root}</span> },
          { name: 'Cost to root', value: String(stp.rootCost) },
        ]}
      />
    </Section>
  )
}

function noLacp(inLag: boolean): string {
  return inLag ? 'A static bond: no LACP runs here.' : 'In no bond: no LACP runs here.'
}
