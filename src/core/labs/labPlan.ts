import type { DeviceId } from '../model/ids.ts'
import { need, type Network } from '../model/network.ts'
import type { Device, Link } from '../model/topology.ts'
import { renderText, type ExportFormat } from '../vendors/exporter.ts'
import { EXPORTERS } from '../vendors/exporters.ts'
import { PLATFORMS } from '../vendors/platforms.ts'
import { fileStem, word } from '../vendors/text.ts'
import type { LabFile, LabId } from './lab.ts'
import { labDesign, type LabPort } from './labDesign.ts'
import { labPlatformOf, type LabImage } from './labPlatforms.ts'
import { linuxScript } from './linuxScript.ts'

/** A design as both labs write it down. */
export interface LabPlan {
  /** What can be run, in the order of the drawing. */
  readonly nodes: readonly LabNode[]
  readonly cables: readonly LabCable[]
  /** For the head of the topology and the README: what is left out and what is not as drawn. */
  readonly notes: readonly string[]
}

export interface LabNode {
  readonly device: Device
  /** Unique, letters, digits and hyphens, not longer than netlab takes. */
  readonly name: string
  readonly image: LabImage
  /** What the node is given: a switch its configuration, the others a script. */
  readonly file: LabFile
  /** Whether the lab hands the file over by itself. */
  readonly bound: boolean
}

export interface LabCable {
  readonly ends: readonly [LabEnd, LabEnd]
  /** Drawn names, for a comment. */
  readonly words: string
}

export interface LabEnd {
  readonly node: string
  readonly wire: string | number
}

export function planLab(drawn: Network, lab: LabId): LabPlan {
  const platforms = drawn.topology.devices.map((device) => ({ device, platform: labPlatformOf(lab, device) }))
  const images = new Map(
    platforms.flatMap(({ device, platform }) => ('missing' in platform ? [] : [[device.id, platform] as const])),
  )
  const { net, ports } = labDesign(drawn, images)
  const taken = new Set<string>()
  const nodes = platforms.flatMap(({ device, platform }): LabNode[] => {
    if ('missing' in platform || drawn.portsOf.get(device.id)?.length === 0) return []
    const name = nodeName(device.name, taken)
    return [{ device, name, image: platform, ...fileFor(net, device, platform, name) }]
  })
  const nodeOf = new Map(nodes.map((node) => [node.device.id, node]))
  const cables = drawn.topology.links.flatMap((link) => cableOf(drawn, link, ports, nodeOf))
  const missing = platforms.flatMap(({ device, platform }) =>
    'missing' in platform ? [`${word(device.name)} is not in the lab: ${platform.missing}.`] : [],
  )
  return { nodes, cables, notes: [...missing, ...notesOn(drawn, nodes, ports)] }
}

function fileFor(net: Network, device: Device, { startup }: LabImage, name: string): Pick<LabNode, 'file' | 'bound'> {
  if (device.kind !== 'switch') {
    return { file: { path: `${name}.sh`, text: linuxScript(net, device) }, bound: true }
  }
  const exporter = EXPORTERS[device.vendor]
  const formats: readonly ExportFormat[] = [exporter, ...(exporter.variants ?? [])]
  const format = formats[startup ?? 0] ?? exporter
  const text = renderText(format.render(net, device.id).lines)
  return { file: { path: format.fileName(name), text }, bound: startup !== null }
}

function cableOf(
  drawn: Network,
  link: Link,
  ports: ReadonlyMap<string, LabPort>,
  nodeOf: ReadonlyMap<DeviceId, LabNode>,
): readonly LabCable[] {
  const ends = link.ends.flatMap((end) => {
    const port = ports.get(end)
    const node = port && nodeOf.get(port.port.device)
    return port && node ? [{ port, end: { node: node.name, wire: node.image.wire(port.at) } }] : []
  })
  const [a, b] = ends
  if (a === undefined || b === undefined) return []
  const words = ends.map(({ port }) => {
    const device = word(need(drawn.devices, port.port.device).name)
    return `${device} ${word(port.port.name)}${port.renamed ? ` (here ${port.name})` : ''}`
  })
  return [{ ends: [a.end, b.end], words: words.join(' - ') }]
}

function notesOn(drawn: Network, nodes: readonly LabNode[], ports: ReadonlyMap<string, LabPort>): readonly string[] {
  const switches = nodes.filter(({ device }) => device.kind === 'switch')
  const renamed = nodes.filter(({ device }) =>
    (drawn.portsOf.get(device.id) ?? []).some(({ id }) => ports.get(id)?.renamed === true),
  )
  const moved = switches.filter(({ device }) =>
    (drawn.portsOf.get(device.id) ?? []).some(({ kind }) => kind === 'management'),
  )
  const called = nodes.filter(({ device, name }) => device.name !== name)
  const byHand = switches.filter(({ bound }) => !bound)
  const vendors = [...new Set(switches.map(({ device }) => (device.kind === 'switch' ? device.vendor : 'generic')))]
  return [
    ...(moved.length === 0
      ? []
      : [`The management port belongs to the lab; the keepalive runs over a front port here: ${listed(moved)}.`]),
    ...(renamed.length === 0
      ? []
      : [`Ports have the names of the image, each is named beside its cable: ${listed(renamed)}.`]),
    ...called.map(({ device, name }) => `${word(device.name)} is called ${name} here.`),
    ...byHand.map(({ name, file }) => `${name} starts without its configuration; paste ${file.path} once it is up.`),
    ...vendors.flatMap((vendor) => {
      const image = switches.find(({ device }) => device.kind === 'switch' && device.vendor === vendor)?.image
      return (image?.notes ?? []).map((note) => `${PLATFORMS[vendor].words.vendorPlatform}: ${note}`)
    }),
    'Images forward in software: outages there say which way traffic takes, not how long a switch needs.',
  ]
}

function listed(nodes: readonly LabNode[]): string {
  return nodes.map(({ name }) => name).join(', ')
}

/** A name that both labs take: a letter first, at most 16 letters, digits and hyphens. */
function nodeName(wanted: string, taken: Set<string>): string {
  const plain = fileStem(wanted).replace(/[^A-Za-z0-9-]+/g, '-')
  const base = (/^[A-Za-z]/.test(plain) ? plain : `n-${plain}`).slice(0, LONGEST_NAME)
  let name = base
  for (let count = 2; taken.has(name.toLowerCase()); count++) {
    const tail = `-${count}`
    name = base.slice(0, LONGEST_NAME - tail.length) + tail
  }
  taken.add(name.toLowerCase())
  return name
}

/** Source: netlab documentation, "Nodes": names have up to 16 characters. */
const LONGEST_NAME = 16
