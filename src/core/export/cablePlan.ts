import { need, type Lag, type Network } from '../model/network.ts'
import { lagName } from '../model/portNames.ts'
import type { Device, Link, Port } from '../model/topology.ts'
import { profileOf } from '../vendors/index.ts'
import { platformOf } from '../vendors/platforms.ts'
import { portOn } from '../vendors/switchPlan.ts'
import { csv } from './csv.ts'

/** One cable as it is to be plugged. */
export interface CableRow {
  readonly ends: readonly [CableEnd, CableEnd]
  readonly speedGbps: number
  /** "peer-link", "keepalive", "member", "orphan" or "single". */
  readonly role: string
  /** What it is bundled in: "vPC 11", "port-channel10"; empty for a cable by itself. */
  readonly bundle: string
  readonly conduit: string
}

export interface CableEnd {
  readonly device: string
  readonly label: string
  /** As the platform names it. */
  readonly port: string
}

/** Every cable of a design: those of pairs first, then as the devices are drawn, port by port. */
export function cablePlan(net: Network): readonly CableRow[] {
  const order = [...new Set([...net.topology.domains.flatMap(({ peers }) => peers), ...net.devices.keys()])]
  const seen = new Set<string>()
  return order.flatMap((id) =>
    need(net.portsOf, id)
      .toSorted((a, b) => kindRank(a) - kindRank(b) || a.index - b.index)
      .flatMap((port): readonly CableRow[] => {
        const link = net.linkAt.get(port.id)
        const far = net.neighbour.get(port.id)
        if (!link || !far || seen.has(link.id)) return []
        seen.add(link.id)
        return [rowOf(net, link, port, far)]
      }),
  )
}

export const CABLE_HEAD = [
  'From device',
  'From label',
  'From port',
  'To device',
  'To label',
  'To port',
  'Gbit/s',
  'Role',
  'Bundle',
  'Conduit',
] as const

/** The cells of a row under `CABLE_HEAD`. */
export function cableCells({ ends, speedGbps, role, bundle, conduit }: CableRow): readonly string[] {
  return [...ends.flatMap(({ device, label, port }) => [device, label, port]), String(speedGbps), role, bundle, conduit]
}

export function cablesCsv(net: Network): string {
  return csv(CABLE_HEAD, cablePlan(net).map(cableCells))
}

function rowOf(net: Network, link: Link, near: Port, far: Port): CableRow {
  return {
    ends: [endOf(net, near), endOf(net, far)],
    speedGbps: link.speedGbps,
    ...roleOf(net, link),
    conduit: link.conduit ?? '',
  }
}

function endOf(net: Network, port: Port): CableEnd {
  const device = need(net.devices, port.device)
  const name = device.kind === 'switch' ? portOn(profileOf(device.vendor), port) : port.name
  return { device: device.name, label: device.label, port: name }
}

function roleOf(net: Network, link: Link): Pick<CableRow, 'role' | 'bundle'> {
  if (link.use !== 'data') return { role: link.use, bundle: '' }
  const bond = net.bondOf.get(link.id)
  if (bond === undefined) {
    const orphan = [...net.orphansOf.values()].some((links) => links.some(({ id }) => id === link.id))
    return { role: orphan ? 'orphan' : 'single', bundle: '' }
  }
  const lags = link.ends.flatMap((end) => {
    const device = net.devices.get(net.ports.get(end)?.device ?? need(net.ports, end).device)
    const lag = device && need(net.lagsOf, device.id).find((one) => one.bond.id === bond.id)
    return device && lag ? [{ device, lag }] : []
  })
  const names = lags.map(({ device, lag }) => bundleName(device, lag))
  const peerLink = net.topology.domains.some((domain) => domain.peerLink === bond.id)
  return { role: peerLink ? 'peer-link' : 'member', bundle: [...new Set(names)].join(' to ') }
}

/** "vPC 11", "port-channel10" or "bond0": what a device calls a bond that it ends. */
export function bundleName(device: Device, { role, channel, bond, end }: Lag): string {
  const name =
    device.kind !== 'switch'
      ? lagName('host', channel)
      : role === 'mlag'
        ? `${platformOf(device.vendor).words.mlag} ${channel}`
        : `${platformOf(device.vendor).words.channel}${channel}`
  return bond.ends[end].mode === 'static' ? `${name} (static)` : name
}

function kindRank({ kind }: Port): number {
  return kind === 'front' ? 0 : 1
}
