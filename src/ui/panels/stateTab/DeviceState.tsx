import type { DeviceId } from '../../../core/model/ids.ts'
import type { Port } from '../../../core/model/topology.ts'
import { useNetwork } from '../../../state/network.ts'
import { directionKey } from '../../../state/runState.ts'
import { useRuntime } from '../../../state/runtimeStore.ts'
import { useUi } from '../../../state/uiStore.ts'
import { StateMark } from '../../state/StateMark.tsx'
import { directionName } from '../../timeline/directionNames.ts'
import { Section } from '../Section.tsx'
import { Facts, type Fact } from './Facts.tsx'
import { FlowRow, FlowsThrough } from './FlowsThrough.tsx'
import { Why } from './Why.tsx'

const UPSTREAM = { uplinks: 'over uplinks', 'peer-link': 'over the peer-link', nowhere: 'no way: it is lost' } as const

/** A device: power, its ports, and the flows it sends or carries. */
export function DeviceState({ id }: { readonly id: DeviceId }) {
  const net = useNetwork()
  const view = useRuntime((run) => run.devices.get(id))
  const domain = net.domainOf.get(id)
  const role = useRuntime(
    (run) => domain && run.domains.get(domain.id)?.views.find(({ device }) => device === id)?.role,
  )
  const ports = net.portsOf.get(id) ?? []
  const device = net.devices.get(id)
  const down = useRuntime((run) => ports.filter((port) => run.ports.get(port.id)?.state !== 'forwarding').length)
  const links = useLinks(ports)
  if (device === undefined) return null
  const facts: readonly Fact[] = [
    { name: 'Power', value: view?.power ?? 'unknown' },
    ...(domain && role !== undefined ? [{ name: 'Role', value: `${role} of ${domain.name}` }] : []),
    ...(view === undefined || view.upstream === null ? [] : [{ name: 'Upstream', value: UPSTREAM[view.upstream] }]),
    ...(device.kind === 'host' || device.kind === 'router'
      ? []
      : [{ name: 'MAC table', value: `${view?.macs ?? 0} learned` }]),
  ]
  return (
    <>
      <Why target={{ kind: 'device', id }}>
        {view?.power === 'off'
          ? 'It has no power.'
          : ports.length === 0
            ? 'Nothing is plugged into it.'
            : down === 0
              ? 'All of its ports forward.'
              : `${down} of ${ports.length} ports do not forward.`}
      </Why>
      <Section head="Device">
        <Facts rows={facts} />
      </Section>
      <Section head="Ports" right={`${ports.length}`}>
        <ul>
          {ports.map((port) => (
            <PortRow key={port.id} port={port} />
          ))}
        </ul>
      </Section>
      {device.kind === 'host' ? <OwnFlows host={id} /> : <FlowsThrough links={links} />}
    </>
  )
}

function PortRow({ port }: { readonly port: Port }) {
  const net = useNetwork()
  const state = useRuntime((run) => run.ports.get(port.id)?.state ?? 'unknown')
  const other = net.neighbour.get(port.id)
  return (
    <li className="flex min-h-6 items-center gap-2">
      <StateMark state={state} label={state} />
      <button
        type="button"
        className="font-mono text-11 hover:underline"
        onClick={() => useUi.getState().select({ kind: 'port', id: port.id })}
      >
        {port.name}
      </button>
      <span className="min-w-0 flex-1 truncate text-ink-3">
        {other && `to ${net.devices.get(other.device)?.name ?? ''}`}
      </span>
      <span className="text-ink-3">{state}</span>
    </li>
  )
}

function OwnFlows({ host }: { readonly host: DeviceId }) {
  const net = useNetwork()
  const flows = net.topology.flows.filter(({ from, to }) => from === host || to === host)
  const keys = flows.flatMap(({ id }) => [directionKey(id, 0), directionKey(id, 1)])
  return (
    <Section word="flow" head="Its flows" right={`${keys.length}`}>
      <ul>
        {keys.map((key) => (
          <FlowRow key={key} direction={key} name={directionName(net, key)} />
        ))}
      </ul>
    </Section>
  )
}

function useLinks(ports: readonly Port[]) {
  const net = useNetwork()
  return ports.flatMap(({ id }) => net.linkAt.get(id)?.id ?? [])
}
