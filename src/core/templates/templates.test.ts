import { describe, expect, test } from 'vitest'
import type { Design } from '../model/design.ts'
import { designProblems } from '../model/document.ts'
import { applyEdit } from '../model/edits.ts'
import { type DeviceId, type LinkId, toId } from '../model/ids.ts'
import { devicesAt, lagEnd, need, type Network, networkOf } from '../model/network.ts'
import { portName, schemeOf } from '../model/portNames.ts'
import type { Flow, HostDevice } from '../model/topology.ts'
import { layer34, symmetric } from '../protocol/bridge/hash.ts'
import { NAMINGS, VENDORS } from '../vendors/platforms.ts'
import { TEMPLATES } from './index.ts'

describe.each(TEMPLATES.map((template) => [template.id, template] as const))('%s', (_, template) => {
  const design = template.build()
  const net = networkOf(design.topology)

  test('names its ports as their device does', () => {
    for (const port of design.topology.ports) {
      const scheme = schemeOf(need(net.devices, port.device), NAMINGS)
      expect(port.name).toBe(portName(scheme, port.kind, port.index))
    }
  })

  test('is sound on every platform', () => {
    for (const vendor of VENDORS) {
      const switches = design.topology.devices.filter(({ kind }) => kind === 'switch')
      const other = switches.reduce((design, { id }) => {
        const result = applyEdit(design, { type: 'set-platform', device: id, vendor }, { namings: NAMINGS })
        return result.ok ? result.design : design
      }, design)
      expect(designProblems(other)).toEqual([])
      const vendors = other.topology.devices.flatMap((device) => (device.kind === 'switch' ? [device.vendor] : []))
      expect(new Set(vendors)).toEqual(new Set([vendor]))
    }
  })

  test('stands on the canvas without overlaps', () => {
    const boxes = boxesOf(design)
    for (const [at, a] of boxes.entries()) {
      for (const b of boxes.slice(at + 1)) {
        const apart = a.right < b.left || b.right < a.left || a.bottom < b.top || b.bottom < a.top
        expect(apart || `${a.name} covers ${b.name}`).toBe(true)
      }
    }
  })

  test('declares an end state for every domain and every lag that no race decides', () => {
    expect(template.endState.domains.map(({ domain }) => domain).sort()).toEqual([...net.domains.keys()].sort())
    const declared = template.endState.lags.map(({ device, bond }) => `${device} ${bond}`)
    // A host between two independent switches takes the one that answers first: only its own end is certain.
    const raced = (host: DeviceId) =>
      new Set(net.portsOf.get(host)?.map(({ id }) => net.neighbour.get(id)?.device)).size > 1
    const lags = [...net.lagsOf.values()].flat().filter((lag) => {
      const host = devicesAt(net, lag.bond.ends[1])[0]
      const isHost = host !== undefined && net.devices.get(host)?.kind === 'host'
      return lag.role !== 'plain' || !isHost || !raced(host)
    })
    expect(declared.sort()).toEqual(lags.map(({ device, bond }) => `${device} ${bond.id}`).sort())
    for (const { device, bond, distributing } of template.endState.lags) {
      const lag = need(net.lagsOf, device).find((lag) => lag.bond.id === bond)
      expect(distributing).toBeLessThanOrEqual(lag?.ports.length ?? 0)
    }
  })

  test('has a keepalive path for every domain and connects every host', () => {
    for (const domain of net.domains.keys()) expect(need(net.keepalivePathsOf, domain)).toHaveLength(1)
    for (const device of design.topology.devices) expect(net.portsOf.get(device.id)).not.toHaveLength(0)
  })

  test('is named by a word the command line can carry, and says what it is in one line', () => {
    expect(template.id).toMatch(/^[a-z]+(-[a-z]+)*$/)
    expect(template.description).not.toContain('\n')
    expect(template.build()).toEqual(design)
  })
})

describe('basic-pair', () => {
  const { topology } = need(new Map(TEMPLATES.map((t) => [t.id, t])), 'basic-pair').build()
  const net = networkOf(topology)

  test('one flow between the servers takes leaf-a in both directions, the other leaf-b', () => {
    const [first, second] = topology.flows
    expect(legs(net, first)).toEqual(['leaf-a', 'leaf-a'])
    expect(legs(net, second)).toEqual(['leaf-b', 'leaf-b'])
  })

  test('each server reaches one orphan over the leaf it hangs on and the other over the peer-link', () => {
    const chosen = topology.flows.slice(2, 6).map((flow) => [flow.from, flow.to, legs(net, flow)[0]])
    expect(chosen).toEqual([
      ['srv-1', 'orphan-a', 'leaf-b'],
      ['srv-1', 'orphan-b', 'leaf-a'],
      ['srv-2', 'orphan-a', 'leaf-a'],
      ['srv-2', 'orphan-b', 'leaf-b'],
    ])
  })

  test('every member cable carries at least one flow direction', () => {
    const used = new Set<string>()
    for (const flow of topology.flows) {
      for (const [from, to, ports] of directions(flow)) {
        const leg = hostLeg(net, flow, from)
        used.add(leg.link)
        const orphan = net.devices.get(to)?.name.startsWith('orphan')
        const target = orphan ? need(net.neighbour, need(net.portsOf, to)[0]!.id).device : leg.device
        if (!orphan)
          used.add(
            need(net.lagsOf, to)[0]!
              .ports.map((port) => need(net.linkAt, port.id))
              .find((link) => link.id.includes(leg.device))!.id,
          )
        if (target !== leg.device) used.add(peerLinkMember(net, leg.device, from, to, ports))
      }
    }
    for (const bond of topology.bonds) for (const member of bond.members) expect([...used]).toContain(member)
  })

  test('asks for LACPDUs fast at both ends of one bond and slowly at both of the other', () => {
    const rates = topology.bonds.map((bond) => [bond.id, bond.ends.map(({ rate }) => rate)])
    expect(rates).toContainEqual(['bond-srv-1', ['fast', 'fast']])
    expect(rates).toContainEqual(['bond-srv-2', ['slow', 'slow']])
  })
})

test('back-to-back uses each of the four cables between the pairs', () => {
  const { topology } = need(new Map(TEMPLATES.map((t) => [t.id, t])), 'back-to-back').build()
  const net = networkOf(topology)
  const used = new Set<LinkId>()
  for (const flow of topology.flows.slice(0, 3)) {
    for (const [from, to, ports] of directions(flow)) {
      const first = hostLeg(net, flow, from).device
      const members = need(net.lagsOf, first).find(({ bond }) => bond.id === 'bond-pairs')!.ports
      const chosen = members[symmetric(ip(net, from), ip(net, to), ...ports) % members.length]!
      used.add(need(net.linkAt, chosen.id).id)
    }
  }
  expect([...used].sort()).toEqual([...need(net.bonds, toId<'bond'>('bond-pairs')).members].sort())
})

test('two-plain-lags gives each server one bond with a leg to each switch', () => {
  const { topology } = need(new Map(TEMPLATES.map((t) => [t.id, t])), 'two-plain-lags').build()
  const [lag, ...rest] = need(networkOf(topology).lagsOf, toId<'device'>('srv-1'))
  expect(rest).toEqual([])
  expect(lag?.ports.map(({ name }) => name)).toEqual(['eth0', 'eth1'])
  expect(lagEnd(lag!)).toMatchObject({ channel: 0, mode: 'active' })
})

function ip(net: Network, host: DeviceId): string {
  return (need(net.devices, host) as HostDevice).ipv4
}

type Direction = readonly [from: DeviceId, to: DeviceId, ports: readonly [number, number]]

function directions({ from, to: end, ports: [p, q] }: Flow): readonly [Direction, Direction] {
  const to = end as DeviceId
  return [
    [from, to, [p, q]],
    [to, from, [q, p]],
  ]
}

/** The switches that the two directions of a flow between bonded hosts enter first. */
function legs(net: Network, flow: Flow | undefined): readonly DeviceId[] {
  return directions(flow!).map(([from]) => hostLeg(net, flow!, from).device)
}

/** The cable that a host's own hash sends a flow over, and the switch it leads to. */
function hostLeg(net: Network, flow: Flow, host: DeviceId): { readonly link: LinkId; readonly device: DeviceId } {
  const [from, to, ports] = directions(flow).find(([from]) => from === host)!
  const lag = need(net.lagsOf, host)[0]
  const members = lag?.ports ?? need(net.portsOf, host)
  const port = members[layer34(ip(net, from), ip(net, to), ...ports) % members.length]!
  return { link: need(net.linkAt, port.id).id, device: need(net.neighbour, port.id).device }
}

function peerLinkMember(
  net: Network,
  at: DeviceId,
  from: DeviceId,
  to: DeviceId,
  ports: readonly [number, number],
): LinkId {
  const members = need(net.lagsOf, at).find(({ role }) => role === 'peer-link')!.ports
  return need(net.linkAt, members[symmetric(ip(net, from), ip(net, to), ...ports) % members.length]!.id).id
}

/** Sizes as the canvas draws them; a pair's container stands around its peers. */
function boxesOf(design: Design) {
  const size = { switch: [240, 80], host: [136, 56], 'management-switch': [128, 36], router: [176, 56] } as const
  const inPair = new Set(design.topology.domains.flatMap(({ peers }) => peers))
  const box = (id: DeviceId, name: string, [width, height]: readonly [number, number]) => {
    const { x, y } = design.layout[id]!
    return { name, left: x, top: y, right: x + width, bottom: y + height }
  }
  const boxes = design.topology.devices.map((device) => ({
    id: device.id,
    ...box(device.id, device.name, size[device.kind]),
  }))
  const pairs = design.topology.domains.map(({ name, peers: [a, b] }) => {
    const [left, right] = [box(a, name, size.switch), box(b, name, size.switch)]
    return { name, left: left.left - 24, top: left.top - 56, right: right.right + 24, bottom: right.bottom + 24 }
  })
  return [...boxes.filter(({ id }) => !inPair.has(id)), ...pairs]
}
