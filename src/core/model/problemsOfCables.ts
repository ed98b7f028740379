import type { PortId } from './ids.ts'
import { type Check, type Problem, repeats } from './problem.ts'
import type { Device, Link, Port, Topology } from './topology.ts'

/** Ports and the cables between them. */
export const cableChecks: readonly Check[] = [ports, cableEnds, unpluggedPorts, cableUse]

function ports({ devices, ports }: Topology): readonly Problem[] {
  const known = new Map(devices.map((device) => [device.id, device]))
  const single = ports.flatMap((port, at): readonly Problem[] => {
    const path = `design.topology.ports[${at}]`
    const device = known.get(port.device)
    if (!device) {
      const text = `Port ${port.id} (${port.name}) is on a device ${port.device} that does not exist.`
      return [
        {
          code: 'unknown-device',
          path: `${path}.device`,
          objects: [port.id],
          text,
          wayOut: 'Add the device or remove the port.',
        },
      ]
    }
    if (port.kind === 'management' && device.kind !== 'switch') {
      const text = `${device.name}:${port.name} is a management port, which only a switch has.`
      return [{ code: 'wrong-port', path: `${path}.kind`, objects: [port.id], text, wayOut: 'Make it a front port.' }]
    }
    return []
  })
  const named = repeats(ports, ({ device, name }) => `${device} ${name}`)
  const placed = repeats(ports, ({ device, kind, index }) => `${device} ${kind} ${index}`)
  const double = [...named, ...placed].map(([first, second, at]): Problem => ({
    code: 'duplicate-port',
    path: `design.topology.ports[${at}]`,
    objects: [first.id, second.id],
    text: `${known.get(second.device)?.name ?? second.device} has two ports ${second.name} at position ${second.index}.`,
    wayOut: 'Give every port of a device its own name and position.',
  }))
  return [...single, ...double]
}

function cableEnds({ devices, ports, links }: Topology): readonly Problem[] {
  const label = labels(devices, ports)
  const users = new Map<PortId, Link>()
  return links.flatMap((link, at) =>
    link.ends.flatMap((end, side): readonly Problem[] => {
      const path = `design.topology.links[${at}].ends[${side}]`
      const other = users.get(end)
      users.set(end, link)
      const name = label.get(end)
      if (name === undefined) {
        const far = label.get(link.ends[side === 0 ? 1 : 0])
        const from = far === undefined ? '' : ` from ${far}`
        const text = `The cable ${link.id}${from} hangs loose: there is no port ${end}.`
        return [
          { code: 'dangling-cable', path, objects: [link.id], text, wayOut: 'Plug it in at both ends or remove it.' },
        ]
      }
      if (!other || other === link) return []
      const text = `Two cables, ${other.id} and ${link.id}, are plugged into ${name}.`
      return [
        {
          code: 'port-used-twice',
          path,
          objects: [other.id, link.id],
          text,
          wayOut: 'Move one of them to another port.',
        },
      ]
    }),
  )
}

/** After the ends of cables: a cable that hangs loose is why its port is empty. */
function unpluggedPorts({ devices, ports, links }: Topology): readonly Problem[] {
  const known = new Map(devices.map((device) => [device.id, device]))
  const plugged = new Set(links.flatMap(({ ends }) => ends))
  return ports.flatMap((port, at): readonly Problem[] => {
    const device = known.get(port.device)
    if (device === undefined || plugged.has(port.id)) return []
    return [
      {
        code: 'port-without-cable',
        path: `design.topology.ports[${at}]`,
        objects: [port.id],
        text: `Nothing is plugged into ${device.name}:${port.name}.`,
        wayOut: 'Remove the port; the file lists the ports that are in use.',
      },
    ]
  })
}

function cableUse({ devices, ports, links }: Topology): readonly Problem[] {
  const owner = new Map(devices.map((device) => [device.id, device]))
  const byId = new Map(ports.map((port) => [port.id, port]))
  return links.flatMap((link, at): readonly Problem[] => {
    const path = `design.topology.links[${at}]`
    const ends = link.ends.flatMap((end) => {
      const port = byId.get(end)
      const device = port && owner.get(port.device)
      return device ? [{ port, device }] : []
    })
    const [a, b] = ends
    if (!a || !b) return []
    const names = (): string => ends.map(({ port, device }) => `${device.name}:${port.name}`).join(' and ')
    if (a.device === b.device) {
      const text = `The cable ${link.id} runs from ${a.device.name} back to ${a.device.name}.`
      return [{ code: 'cable-to-itself', path, objects: [link.id], text, wayOut: 'Connect two different devices.' }]
    }
    if (a.device.kind === 'host' && b.device.kind === 'host') {
      const text = `The cable ${link.id} joins two hosts, ${names()}.`
      return [{ code: 'host-to-host', path, objects: [link.id], text, wayOut: 'Connect hosts through a switch.' }]
    }
    if (link.use === 'keepalive' && ends.some(({ device }) => device.kind === 'host')) {
      const text = `The keepalive cable ${link.id} ends at a host (${names()}).`
      return [
        {
          code: 'wrong-use',
          path: `${path}.use`,
          objects: [link.id],
          text,
          wayOut: 'A keepalive runs between switches and management switches.',
        },
      ]
    }
    const routers = ends.filter(({ device }) => device.kind === 'router').length
    const upstream = routers === 1 && ends.some(({ port, device }) => device.kind === 'switch' && port.kind === 'front')
    if (link.use === 'uplink' ? !upstream || link.routed === undefined : routers > 0 || link.routed !== undefined) {
      return [
        {
          code: 'wrong-use',
          path: `${path}.use`,
          objects: [link.id],
          text: `The ${link.use} cable ${link.id} joins ${names()}${link.routed ? '' : ' and has no addresses'}.`,
          wayOut: 'An uplink runs from a front port of a switch to a router and has an address at either end.',
        },
      ]
    }
    const outOfBand = ends.some(({ port, device }) => port.kind === 'management' || device.kind === 'management-switch')
    if (link.use === 'data' && outOfBand) {
      const text = `The data cable ${link.id} ends at a management port or management switch (${names()}).`
      return [
        {
          code: 'wrong-use',
          path: `${path}.use`,
          objects: [link.id],
          text,
          wayOut: 'Use front ports, or make it a keepalive cable.',
        },
      ]
    }
    return []
  })
}

/** `device:port` of every port whose device exists. */
function labels(devices: readonly Device[], ports: readonly Port[]): ReadonlyMap<PortId, string> {
  const owner = new Map(devices.map((device) => [device.id, device]))
  return new Map(
    ports.flatMap(({ id, device, name }) => {
      const found = owner.get(device)
      return found ? [[id, `${found.name}:${name}`] as const] : []
    }),
  )
}
