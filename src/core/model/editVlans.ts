import type { Design } from './design.ts'
import { type Edit, type EditResult, done, gone, refused } from './edit.ts'
import { brokenRule, SHORT_NAME, UDP_PORT, VLAN_ID } from './fieldRules.ts'
import { newId } from './freeNames.ts'
import type { FlowId } from './ids.ts'
import type { Bond, Flow, Link, Topology, Vlan, VlanMembership } from './topology.ts'

export function addVlan({ topology, ...design }: Design, vlan: Vlan): EditResult {
  const broken = vlanProblem(vlan)
  if (broken !== null) return refused(broken)
  return done({
    ...design,
    topology: { ...topology, vlans: sorted([...topology.vlans, { id: vlan.id, name: vlan.name }]) },
  })
}

export function renameVlan({ topology, ...design }: Design, { id, name }: Vlan): EditResult {
  if (!topology.vlans.some((vlan) => vlan.id === id)) return gone('VLAN')
  const broken = vlanProblem({ id, name })
  if (broken !== null) return refused(broken)
  const vlans = topology.vlans.map((vlan) => (vlan.id === id ? { id, name } : vlan))
  return done({ ...design, topology: { ...topology, vlans } })
}

export function removeVlan({ topology, ...design }: Design, id: number): EditResult {
  if (!topology.vlans.some((vlan) => vlan.id === id)) return gone('VLAN')
  const inUse = ({ vlans }: Bond | Link): boolean => used(vlans).includes(id)
  const bonds = topology.bonds.filter(inUse)
  const bonded = new Set(bonds.flatMap(({ members }) => members))
  const cables = topology.links.filter((link) => inUse(link) && !bonded.has(link.id))
  const users = [...bonds.map((bond) => bondPlace(topology, bond)), ...cables.map((link) => cablePlace(topology, link))]
  if (users.length > 0 && id !== 1) {
    const more = users.length > 3 ? ` and ${users.length - 3} more` : ''
    return refused(`VLAN ${id} is in use on ${users.slice(0, 3).join(', ')}${more}. Take it off these cables first.`)
  }
  const routed = topology.domains.find(({ gateways }) => gateways.some(({ vlan }) => vlan === id))
  if (routed) return refused(`${routed.name} is the gateway of VLAN ${id}. Remove that gateway first.`)
  return done({ ...design, topology: { ...topology, vlans: topology.vlans.filter((vlan) => vlan.id !== id) } })
}

/** Adds the VLANs that a cable was given and the design does not list, under the name that switches give them. */
export function withVlans(topology: Topology, vlans: VlanMembership | undefined): Topology {
  const known = new Set([1, ...topology.vlans.map(({ id }) => id)])
  const missing = [...new Set(vlans ? used(vlans) : [])].filter((id) => !known.has(id))
  if (missing.length === 0) return topology
  const added = missing.map((id) => ({ id, name: `VLAN${String(id).padStart(4, '0')}` }))
  return { ...topology, vlans: sorted([...topology.vlans, ...added]) }
}

export function vlansProblem(vlans: VlanMembership): string | null {
  const rule = used(vlans)
    .map((id) => brokenRule(VLAN_ID, id))
    .find((rule) => rule !== null)
  if (rule !== undefined) return `A VLAN ${rule}.`
  return vlans.mode === 'trunk' && new Set(vlans.allowed).size < vlans.allowed.length
    ? 'The list of allowed VLANs names one twice.'
    : null
}

export function addFlow({ topology, ...design }: Design, edit: Extract<Edit, { type: 'add-flow' }>): EditResult {
  const all = [...topology.devices, ...topology.domains]
  const ends = [edit.from, edit.to].map((id) => all.find((one) => one.id === id))
  if (ends.some((device) => device === undefined)) return gone('device')
  const ports = edit.ports ?? freeFlowPorts(topology, edit.from, edit.to)
  const broken = portsProblem(ports)
  if (broken !== null) return refused(broken)
  const id = newId<'flow'>(topology, `flow-${edit.from}-${edit.to}`.slice(0, 120))
  return done(
    { ...design, topology: { ...topology, flows: [...topology.flows, { id, from: edit.from, to: edit.to, ports }] } },
    [id],
  )
}

export function setFlow({ topology, ...design }: Design, id: FlowId, ports: Flow['ports']): EditResult {
  if (!topology.flows.some((flow) => flow.id === id)) return gone('flow')
  const broken = portsProblem(ports)
  if (broken !== null) return refused(broken)
  const flows = topology.flows.map((flow) => (flow.id === id ? { ...flow, ports } : flow))
  return done({ ...design, topology: { ...topology, flows } })
}

export function removeFlows({ topology, ...design }: Design, ids: readonly FlowId[]): EditResult {
  if (ids.some((id) => !topology.flows.some((flow) => flow.id === id))) return gone('flow')
  return done({ ...design, topology: { ...topology, flows: topology.flows.filter(({ id }) => !ids.includes(id)) } })
}

/** `the bond of leafs and srv-1`. */
function bondPlace({ devices, domains }: Topology, { ends }: Bond): string {
  const names = ends.map(({ at }) =>
    'device' in at
      ? devices.find(({ id }) => id === at.device)?.name
      : domains.find(({ id }) => id === at.domain)?.name,
  )
  return `the bond of ${names.join(' and ')}`
}

/** `the cable from leaf-a Ethernet1/3 to orphan-a eth0`. */
function cablePlace({ devices, ports }: Topology, { ends }: Link): string {
  const names = ends.map((end) => {
    const port = ports.find(({ id }) => id === end)
    return `${devices.find(({ id }) => id === port?.device)?.name} ${port?.name}`
  })
  return `the cable from ${names.join(' to ')}`
}

function vlanProblem({ id, name }: Vlan): string | null {
  const [number, word] = [brokenRule(VLAN_ID, id), brokenRule(SHORT_NAME, name)]
  if (number !== null) return `The VLAN ${number}.`
  return word === null ? null : `The name ${word}.`
}

function portsProblem(ports: Flow['ports']): string | null {
  const rule = ports.map((port) => brokenRule(UDP_PORT, port)).find((rule) => rule !== null)
  return rule === undefined ? null : `A UDP port ${rule}.`
}

function freeFlowPorts(topology: Topology, from: Flow['from'], to: Flow['to']): Flow['ports'] {
  const taken = new Set(
    topology.flows.filter((flow) => flow.from === from && flow.to === to).map(({ ports }) => ports[0]),
  )
  let port = FIRST_PORT
  while (taken.has(port)) port++
  return [port, PROBE_PORT]
}

function used(vlans: VlanMembership): readonly number[] {
  return vlans.mode === 'access' ? [vlans.vlan] : [vlans.native, ...vlans.allowed]
}

function sorted(vlans: readonly Vlan[]): readonly Vlan[] {
  return [...vlans].sort((a, b) => a.id - b.id)
}

const FIRST_PORT = 40_001
const PROBE_PORT = 7000
