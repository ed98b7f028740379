import type { Design } from '../design.ts'
import type { Edit, Plug } from '../edits.ts'
import { toId } from '../ids.ts'
import type { VlanMembership } from '../topology.ts'

/** Picks things by number, now and then one that does not exist. */
export interface Pickers {
  readonly n: (at: number) => number
  readonly id: <T extends { readonly id: string }>(list: readonly T[], at: number) => T['id']
  readonly of: <T>(list: readonly T[], at: number) => T
  readonly plug: (at: number) => Plug
  readonly vlans: (at: number) => VlanMembership
}

/** An edit of some kind, from numbers. */
export function editFor(design: Design, [kind = 0, ...dice]: readonly number[]): Edit {
  const names = Object.keys(EDITS)
  const make = EDITS[names[kind % names.length] ?? '']
  if (make === undefined) throw new Error('There are no edits to pick from')
  return make(design, pickers(design, dice))
}

export function pickers(design: Design, dice: readonly number[]): Pickers {
  const n = (at: number): number => dice[at] ?? 0
  const of = <T>(list: readonly T[], at: number): T => {
    const picked = list[n(at) % list.length]
    if (picked === undefined) throw new Error('There is nothing to pick from')
    return picked
  }
  const id = <T extends { readonly id: string }>(list: readonly T[], at: number): T['id'] =>
    list.length === 0 || n(at) % 23 === 22 ? toId('nowhere') : of(list, at).id
  return {
    n,
    of,
    id,
    plug: (at) => ({
      device: id(design.topology.devices, at),
      port:
        n(at + 1) % 3 > 0
          ? null
          : { kind: of(['front', 'front', 'management'] as const, at + 1), index: (n(at + 1) >> 3) % 57 },
    }),
    vlans: (at) =>
      n(at) % 2 === 0
        ? { mode: 'access', vlan: n(at) % 4100 }
        : { mode: 'trunk', native: 1 + (n(at) % 20), allowed: [10, n(at) % 4095, 10 + (n(at) % 3)] },
  }
}

/** An edit of every kind. */
export const EDITS: Readonly<Record<string, (design: Design, pick: Pickers) => Edit>> = {
  'set-title': (_, { of }) => ({ type: 'set-title', title: of(['a', 'line\nend', 'x'.repeat(121), '<b>'], 0) }),
  'add-switch': (_, { of, n }) => ({
    type: 'add-device',
    kind: 'switch',
    vendor: of(['cisco-nxos', 'arista-eos'] as const, 0),
    at: { x: n(1) % 500, y: 3 },
  }),
  'add-other': (_, { of, n }) => ({
    type: 'add-device',
    kind: of(['host', 'management-switch', 'router'] as const, 0),
    at: { x: n(1) % 500, y: 3 },
  }),
  'add-pair': (_, { of }) => ({
    type: 'add-pair',
    vendor: of(['cisco-nxos', 'arista-eos'] as const, 0),
    at: { x: 0, y: 0 },
  }),
  'add-gateway': ({ topology }, { id, of }) => ({
    type: 'add-gateway',
    domain: id(topology.domains, 0),
    vlan: of([10, 20, 1], 1),
  }),
  'set-gateway': ({ topology }, { id, of }) => ({
    type: 'set-gateway',
    domain: id(topology.domains, 0),
    vlan: 10,
    set: of([{ address: '10.0.10.1' }, { address: '300.1.1.1' }, { addresses: ['10.0.10.2', '10.0.10.2'] }], 1),
  }),
  'remove-gateway': ({ topology }, { id }) => ({
    type: 'remove-gateway',
    domain: id(topology.domains, 0),
    vlan: 10,
  }),
  remove: ({ topology }, { id, n }) => ({
    type: 'remove',
    devices: n(2) % 2 === 0 ? [id(topology.devices, 0)] : [],
    links: [id(topology.links, 1)],
  }),
  'move-devices': ({ topology }, { id, of }) => ({
    type: 'move-devices',
    to: { [id(topology.devices, 0)]: { x: of([0, 16, 1e9], 1), y: 0 } },
  }),
  'set-device': ({ topology }, { id, of }) => ({
    type: 'set-device',
    device: id(topology.devices, 0),
    set: of(
      [
        { name: 'leaf-a' },
        { name: 'x y' },
        { name: 'new' },
        { label: '"' },
        { mac: '02:00:00:00:00:99' },
        { mac: 'no' },
        { ipv4: '10.0.10.11' },
        { ipv4: '10.1.1.1' },
        { lacpSystemPriority: 1 },
        { lacpSystemPriority: -1 },
        { stp: { enabled: false, priority: 8192 } },
        { stp: { enabled: true, priority: 100 } },
      ],
      1,
    ),
  }),
  'set-platform': ({ topology }, { id, of }) => ({
    type: 'set-platform',
    device: id(topology.devices, 0),
    vendor: of(['cisco-nxos', 'arista-eos'] as const, 1),
  }),
  'pair-switches': ({ topology }, { id }) => ({
    type: 'pair-switches',
    peers: [id(topology.devices, 0), id(topology.devices, 1)],
  }),
  unpair: ({ topology }, { id }) => ({ type: 'unpair', domain: id(topology.domains, 0) }),
  connect: (_, { plug, of }) => ({
    type: 'connect',
    from: plug(0),
    to: plug(2),
    bond: of(['auto', 'auto', 'never'] as const, 4),
  }),
  'connect-freely': ({ topology }, { id, of }) => ({
    type: 'connect',
    from: { device: id(topology.devices, 0), port: null },
    to: { device: id(topology.devices, 1), port: null },
    bond: of(['auto', 'auto', 'never'] as const, 2),
  }),
  'set-link-role': ({ topology }, { id, of }) => ({
    type: 'set-link-role',
    link: id(topology.links, 0),
    role: of(['plain', 'peer-link', 'keepalive'] as const, 1),
  }),
  'set-member': ({ topology }, { id, n }) => ({
    type: 'set-link-role',
    link: id(topology.links, 0),
    role: 'member',
    bond: n(1) % 2 === 0 ? 'new' : id(topology.bonds, 2),
  }),
  'set-link': ({ topology }, { id, of, vlans, n }) => ({
    type: 'set-link',
    link: id(topology.links, 0),
    set: of(
      [
        { delayUs: n(2) % 9 },
        { speedGbps: n(2) % 500 },
        { mtu: n(2) % 10_000 },
        { vlans: vlans(2) },
        { suspendWithMembers: true },
        { stp: [GUARDED, GUARDED] as const },
      ],
      1,
    ),
  }),
  'set-bond': ({ topology }, { id, of, vlans, n }) => ({
    type: 'set-bond',
    bond: id(topology.bonds, 0),
    set: of([{ vlans: vlans(2) }, { mtu: n(2) % 10_000 }], 1),
  }),
  'set-bond-end': ({ topology }, { id, of, n }) => ({
    type: 'set-bond-end',
    bond: id(topology.bonds, 0),
    end: of([0, 1] as const, 1),
    set: of(
      [
        { channel: n(3) % 24 },
        { mode: 'static' as const },
        { rate: 'fast' as const },
        { channel: 5000 },
        { stp: GUARDED },
      ],
      2,
    ),
  }),
  'dissolve-bond': ({ topology }, { id }) => ({ type: 'dissolve-bond', bond: id(topology.bonds, 0) }),
  'set-domain': ({ topology }, { id, of }) => ({
    type: 'set-domain',
    domain: id(topology.domains, 0),
    set: of(
      [
        { name: 'leafs' },
        { name: 'x\ny' },
        { number: 7 },
        { number: 0 },
        { label: 'a' },
        { preferredPrimary: id(topology.devices, 2) },
      ],
      1,
    ),
  }),
  'set-keepalive': ({ topology }, { id, of }) => ({
    type: 'set-keepalive',
    domain: id(topology.domains, 0),
    set: of(
      [
        { vrf: 'KEEP' },
        { vrf: 'a b' },
        { addresses: ['10.0.0.1', '10.0.0.1'] as const },
        { addresses: ['10.0.0.1', '10.0.0.2'] as const },
        { prefixLength: 40 },
      ],
      1,
    ),
  }),
  'set-peering': ({ topology }, { id, of }) => ({
    type: 'set-peering',
    domain: id(topology.domains, 0),
    set: of([{ vlan: 4093 }, { vlan: 0 }, { addresses: ['10.0.0.x', '10.0.0.1'] as const }], 1),
  }),
  'set-number': ({ topology }, { id, of }) => ({
    type: 'set-number',
    domain: id(topology.domains, 0),
    key: of(['keepalive-interval-ms', 'member-restore-ms'] as const, 1),
    value: of([null, 400, -1, 1.5], 2),
  }),
  'set-switch': ({ topology }, { id, of }) => ({
    type: 'set-switch',
    domain: id(topology.domains, 0),
    key: 'solo-start',
    value: of([null, true, false], 1),
  }),
  'set-choice': ({ topology }, { id, of }) => ({
    type: 'set-choice',
    domain: id(topology.domains, 0),
    key: 'egress-rule',
    value: of([null, 'all-frames', 'flooded-frames'] as const, 1),
  }),
  'add-vlan': (_, { of, n }) => ({
    type: of(['add-vlan', 'rename-vlan'] as const, 0),
    id: n(1) % 4100,
    name: of(['servers', 'x', 'a b'], 2),
  }),
  'remove-vlan': ({ topology }, { n }) => ({ type: 'remove-vlan', id: topology.vlans[n(0) % 5]?.id ?? 77 }),
  'add-flow': ({ topology }, { id, of }) => ({
    type: 'add-flow',
    from: id(topology.devices, 0),
    to: id(topology.devices, 1),
    ports: of([null, null, [1, 2], [0, 70_000]] as const, 2),
  }),
  'set-flow': ({ topology }, { id, of }) => ({
    type: 'set-flow',
    flow: id(topology.flows, 0),
    ports: of(
      [
        [5, 6],
        [5, -6],
      ] as const,
      1,
    ),
  }),
  'remove-flows': ({ topology }, { id }) => ({
    type: 'remove-flows',
    flows: [id(topology.flows, 0), id(topology.flows, 1)],
  }),
}

const GUARDED = { edge: true, guard: 'bpdu' } as const
