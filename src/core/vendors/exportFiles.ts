import { lagEnd, need, networkOf, type Network } from '../model/network.ts'
import type { SwitchDevice, Topology, VendorId } from '../model/topology.ts'
import { renderText, type ExportFormat, type ExportNote } from './exporter.ts'
import { EXPORTERS } from './exporters.ts'
import { profileOf } from './index.ts'
import { redrawnOn } from './platforms.ts'
import { freeText, word } from './text.ts'

export interface ExportedFile {
  /** Relative, no folders; unique whatever the case of its letters. */
  readonly path: string
  readonly text: string
}

/** Every file a user would download: one configuration for each switch, and a README that says what to do with them. */
export function exportFiles(topology: Topology, platform?: VendorId): readonly ExportedFile[] {
  const net = networkOf(platform === undefined ? topology : redrawnOn(topology, platform))
  const taken = new Set(['readme.txt'])
  const files = switchesInOrder(net).flatMap((device) => {
    const exporter = EXPORTERS[device.vendor]
    return [exporter, ...(exporter.variants ?? [])].map((format): SwitchFile => {
      const { lines, notes } = format.render(net, device.id)
      const path = freePath(format.fileName(device.name), taken)
      return { device, format, main: format === exporter, notes, path, text: renderText(lines) }
    })
  })
  return [...files.map(({ path, text }) => ({ path, text })), { path: 'README.txt', text: readme(net, files) }]
}

/** Pairs first, the preferred primary before its peer, then the other switches as drawn. */
function switchesInOrder(net: Network): readonly SwitchDevice[] {
  const paired = net.topology.domains.flatMap(({ peers: [a, b], preferredPrimary }) =>
    preferredPrimary === b ? [b, a] : [a, b],
  )
  const ids = new Set([...paired, ...net.devices.keys()])
  return [...ids].flatMap((id) => {
    const device = net.devices.get(id)
    return device?.kind === 'switch' ? [device] : []
  })
}

function freePath(wanted: string, taken: Set<string>): string {
  const dot = wanted.lastIndexOf('.')
  let path = wanted
  for (let count = 2; taken.has(path.toLowerCase()); count++) {
    path = `${wanted.slice(0, dot)}-${count}${wanted.slice(dot)}`
  }
  taken.add(path.toLowerCase())
  return path
}

interface SwitchFile extends ExportedFile {
  readonly device: SwitchDevice
  readonly format: ExportFormat
  /** Not just another format of the switch's file. */
  readonly main: boolean
  readonly notes: readonly ExportNote[]
}

function readme(net: Network, files: readonly SwitchFile[]): string {
  const sections = [
    ['Configurations written by MLAG Studio'],
    ['Files, in the order in which to paste them', ...files.map((file) => `  ${fileLine(net, file)}`)],
    [
      'Before you paste',
      '  The files hold what is drawn and nothing else: no users, no routing, no services.',
      '  They are meant for ports that carry no configuration yet; they remove nothing.',
      ...commentSigns(files).map((sign) => `  Lines that start with ${sign} are comments.`),
      ...(files.every(({ main }) => main) ? [] : ['  Use one of the files of a switch; they say the same.']),
      ...(net.topology.domains.length > 0
        ? ['  Paste both peers of a pair before the switches below it; a pair forms once both are configured.']
        : []),
    ],
    ...hostSection(net),
    ...managementSection(net),
    ...noteSection(files),
  ]
  return sections.map((lines) => `${lines.join('\n')}\n`).join('\n')
}

function commentSigns(files: readonly SwitchFile[]): readonly string[] {
  return [...new Set(files.flatMap(({ format }) => format.comment ?? []))]
}

function fileLine(net: Network, { device, format, path }: SwitchFile): string {
  const domain = net.domainOf.get(device.id)
  const role = domain?.preferredPrimary === device.id ? 'preferred primary' : 'other peer'
  return [
    path,
    profileOf(device.vendor).words.vendorPlatform,
    ...(format.format === undefined ? [] : [format.format]),
    ...(domain ? [`${word(domain.name)}, ${role}`] : []),
  ].join(' | ')
}

function hostSection(net: Network): readonly (readonly string[])[] {
  const hosts = net.topology.devices.filter(({ kind }) => kind === 'host')
  if (hosts.length === 0) return []
  const lines = hosts.map((host) => {
    const bonds = need(net.lagsOf, host.id).map((lag) => {
      const { mode, rate } = lagEnd(lag)
      const ports = lag.ports.map(({ name }) => word(name)).join(' and ')
      return mode === 'static' ? `static bond of ${ports}` : `LACP bond of ${ports}, ${mode}, rate ${rate}`
    })
    const label = freeText(host.label)
    return `  ${word(host.name)}${label === '' ? '' : ` (${label})`}: ${bonds.length > 0 ? bonds.join('; ') : 'no bond'}`
  })
  return [['Not exported: hosts. Set them up as drawn:', ...lines]]
}

function managementSection(net: Network): readonly (readonly string[])[] {
  const names = net.topology.devices.filter(({ kind }) => kind === 'management-switch').map(({ name }) => word(name))
  return names.length === 0 ? [] : [[`Not exported: management switches (${names.join(', ')}); they only bridge.`]]
}

function noteSection(files: readonly SwitchFile[]): readonly (readonly string[])[] {
  const lines = files.flatMap((file) => {
    // What the switch's first file says already goes for its other formats too.
    const said = file.main ? [] : (files.find(({ device, main }) => main && device === file.device)?.notes ?? [])
    const told = new Set(said.map(({ text }) => text))
    return file.notes.flatMap(({ text }) => (told.has(text) ? [] : [`  ${file.path}: ${text}`]))
  })
  return lines.length === 0 ? [] : [['What a platform cannot take as drawn', ...lines]]
}
