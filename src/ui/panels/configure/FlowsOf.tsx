import { flowEndName } from '../../../core/model/gateways.ts'
import { Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { DeviceId } from '../../../core/model/ids.ts'
import { FLOW_PATTERNS, type FlowPattern } from '../../../core/model/editFlows.ts'
import { useDocument } from '../../../state/documentStore.ts'
import type { Flow } from '../../../core/model/topology.ts'
import { useNetwork } from '../../../state/network.ts'
import { useUi } from '../../../state/uiStore.ts'
import { Button } from '../../controls/Button.tsx'
import { Section } from '../Section.tsx'
import { commit } from './commit.ts'

/** Flows of one host, or of the whole design: who sends probes to whom. */
export function FlowsOf({ host }: { readonly host: DeviceId | null }) {
  const net = useNetwork()
  const flows = net.topology.flows.filter(({ from, to }) => host === null || from === host || to === host)
  return (
    <Section word="flow" head="Flows" right={`${flows.length}`}>
      {flows.length === 0 && <p className="text-ink-3">No probes run here.</p>}
      <ul>
        {flows.map((flow) => (
          <Row key={flow.id} flow={flow} />
        ))}
      </ul>
      <AddFlow host={host} />
      {host === null && <Generate />}
    </Section>
  )
}

function Row({ flow }: { readonly flow: Flow }) {
  const net = useNetwork()
  const [from, to] = [flow.from, flow.to].map((id) => flowEndName(net, id))
  return (
    <li className="flex min-h-7 items-center gap-2">
      <span className="min-w-0 flex-1 truncate">
        {from} ↔ {to}
      </span>
      <span className="font-mono text-11 text-ink-3">
        udp {flow.ports[0]}, {flow.ports[1]}
      </span>
      <Button
        look="ghost"
        compact
        square
        aria-label={`Remove the flow between ${from} and ${to}, udp ${flow.ports[0]}`}
        onClick={() => commit({ type: 'remove-flows', flows: [flow.id] })}
      >
        <Trash2 strokeWidth={1.5} />
      </Button>
    </li>
  )
}

function AddFlow({ host }: { readonly host: DeviceId | null }) {
  const net = useNetwork()
  const hosts = net.topology.devices.filter(({ kind }) => kind === 'host')
  const upstream = net.topology.devices.filter(({ kind }) => kind === 'router')
  const gateways = net.topology.domains.filter(({ gateways }) => gateways.length > 0)
  const ends = [...hosts, ...upstream, ...gateways].map(({ id }) => ({ id, name: flowEndName(net, id) }))
  const [from, setFrom] = useState<string | null>(host)
  const [to, setTo] = useState<string | null>(null)
  const [a, b] = [from ?? hosts[0]?.id, to ?? ends.find(({ id }) => id !== (from ?? hosts[0]?.id))?.id]
  if (hosts.length === 0 || ends.length < 2)
    return <p className="pt-1 text-11 text-ink-3">A flow needs two servers, or a server and a router or gateway.</p>
  const add = (): void => {
    const [start, end] = [hosts.find(({ id }) => id === a), ends.find(({ id }) => id === b)]
    if (start === undefined || end === undefined) return
    const refusal = commit({ type: 'add-flow', from: start.id, to: end.id, ports: null })
    useUi.getState().announce(refusal ?? `Probes run between ${start.name} and ${end.name} now.`)
  }
  return (
    <div className="flex items-center gap-1.5 pt-1.5">
      {host === null && <HostSelect label="From" value={a ?? ''} hosts={hosts} onChange={setFrom} />}
      <HostSelect label="To" value={b ?? ''} hosts={ends.filter(({ id }) => id !== a)} onChange={setTo} />
      <Button compact onClick={add}>
        <Plus strokeWidth={1.5} />
        Add flow
      </Button>
    </div>
  )
}

/** Flows of a whole pattern at once; undone in one step. */
function Generate() {
  const net = useNetwork()
  const generate = (pattern: FlowPattern): void => {
    const before = net.topology.flows.length
    const refusal = commit({ type: 'generate-flows', pattern })
    const made = useDocument.getState().design.topology.flows.length - before
    useUi.getState().announce(refusal ?? `${made} ${made === 1 ? 'flow' : 'flows'} added.`)
  }
  return (
    <div role="group" aria-label="Add flows by pattern" className="flex items-center gap-1.5 pt-1.5">
      <span className="flex-1 text-ink-3">Between servers</span>
      {FLOW_PATTERNS.map((pattern) => (
        <Button key={pattern} compact onClick={() => generate(pattern)}>
          {PATTERN_WORDS[pattern]}
        </Button>
      ))}
    </div>
  )
}

const PATTERN_WORDS: Readonly<Record<FlowPattern, string>> = {
  'all-pairs': 'All pairs',
  neighbours: 'Each to the next',
}

function HostSelect({ label, value, hosts, onChange }: HostSelectProps) {
  return (
    <select
      aria-label={`Flow ${label.toLowerCase()}`}
      value={value}
      className="h-6 min-w-0 flex-1 rounded-2 bg-panel px-1.5 text-12 shadow-[inset_0_0_0_1px_var(--edge)]"
      onChange={(change) => onChange(change.target.value)}
    >
      {hosts.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  )
}

interface HostSelectProps {
  readonly label: string
  readonly value: string
  readonly hosts: readonly { readonly id: string; readonly name: string }[]
  readonly onChange: (id: string) => void
}
