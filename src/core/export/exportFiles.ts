import type { HostFormatId } from '../hosts/hostFormat.ts'
import type { LabId } from '../labs/lab.ts'
import { need, networkOf, type Network } from '../model/network.ts'
import type { Topology, VendorId } from '../model/topology.ts'
import { CHANGE_COMMANDS, waysToPaste } from '../vendors/changeCommands.ts'
import { profileOf } from '../vendors/index.ts'
import { redrawnOn } from '../vendors/platforms.ts'
import { word } from '../vendors/text.ts'
import { cablesCsv } from './cablePlan.ts'
import type { ExportedFile } from './exportedFile.ts'
import { OWN_FILES, switchFiles, type SwitchFile } from './switchFiles.ts'
import { exportHosts, hostSections, type HostFiles } from './hostFiles.ts'
import { exportLab, labSections, type LabFiles } from './labFiles.ts'

export interface ExportOptions {
  /** All switches on this platform instead of the drawn ones. */
  readonly platform?: VendorId
  /** Netplan when left out. */
  readonly hosts?: HostFormatId
  /** A topology for an emulator as well. */
  readonly lab?: LabId
  /** The runbook as Markdown, where it was written. */
  readonly runbook?: string
}

/**
 * Every file a user would download: one configuration for each switch, a folder for each server, the cable plan, the topology
 * of a lab if one is wanted, and a README that says what to do with them.
 */
export function exportFiles(topology: Topology, options: ExportOptions = {}): readonly ExportedFile[] {
  const { platform, hosts: hostFormat = 'netplan', lab: labId, runbook } = options
  const net = networkOf(platform === undefined ? topology : redrawnOn(topology, platform))
  const taken = new Set(OWN_FILES)
  const files = switchFiles(net, taken)
  const hosts = exportHosts(net, hostFormat, taken)
  const lab = labId === undefined ? null : exportLab(net, labId, taken)
  return [
    ...files.map(({ path, text }) => ({ path, text })),
    ...hosts.folders.flatMap((folder) => folder.files),
    { path: 'cables.csv', text: cablesCsv(net) },
    ...(lab?.files ?? []),
    ...(runbook === undefined ? [] : [{ path: 'runbook.md', text: runbook }]),
    { path: 'README.txt', text: readme(net, files, hosts, lab, runbook !== undefined) },
  ]
}

function readme(
  net: Network,
  files: readonly SwitchFile[],
  hosts: HostFiles,
  lab: LabFiles | null,
  planned: boolean,
): string {
  const sections = [
    ['Configurations written by MLAG Studio'],
    ['Files, in the order in which to paste them', ...files.map((file) => `  ${fileLine(net, file)}`)],
    [
      'Before you paste',
      '  The files hold what is drawn and nothing else: no users, no routing protocol, no services.',
      '  They are meant for ports that carry no configuration yet; they remove nothing.',
      ...commentSigns(files).map((sign) => `  Lines that start with ${sign} are comments.`),
      ...pastingLines(files),
      ...(files.every(({ main }) => main)
        ? []
        : ['  Use one of the files of a switch: that for its release, or for how it is configured.']),
      ...(net.topology.domains.length > 0
        ? ['  Paste both peers of a pair before the switches below it; a pair forms once both are configured.']
        : []),
    ],
    ...secretSection(files),
    ...(planned
      ? [
          [
            'Runbook',
            '  runbook.md has checks, the order of pasting, verification, failover tests with figures, and the way back.',
          ],
        ]
      : []),
    ['Cables', '  cables.csv has every cable with both ends, speed, role, bundle and conduit.'],
    ...hostSections(net, hosts),
    ...labSections(lab),
    ...routerSection(net),
    ...managementSection(net),
    ...noteSection(files, hosts),
  ]
  return sections.map((lines) => `${lines.join('\n')}\n`).join('\n')
}

function commentSigns(files: readonly SwitchFile[]): readonly string[] {
  return [...new Set(files.flatMap(({ format }) => format.comment ?? []))]
}

/** Where each platform takes its files. */
function pastingLines(files: readonly SwitchFile[]): readonly string[] {
  const vendors = [...new Set(files.map(({ device }) => device.vendor))]
  return vendors.flatMap((vendor) => {
    const commands = CHANGE_COMMANDS[vendor]
    return commands === null ? [] : [`  ${profileOf(vendor).words.vendorPlatform}: ${waysToPaste(commands)}`]
  })
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

function routerSection(net: Network): readonly (readonly string[])[] {
  const routers = net.topology.devices.filter(({ kind }) => kind === 'router')
  if (routers.length === 0) return []
  const routed = net.topology.domains.flatMap(({ gateways }) => gateways)
  const lines = routers.flatMap((router) => {
    const uplinks = need(net.portsOf, router.id).flatMap((port) => {
      const link = net.linkAt.get(port.id)
      if (!link?.routed) return []
      const [own, hop] = link.ends[0] === port.id ? link.routed.addresses : link.routed.addresses.toReversed()
      return [{ port: word(port.name), own: `${own}/${link.routed.prefixLength}`, hop }]
    })
    const hops = uplinks.map(({ hop }) => hop).join(', ')
    return [
      `  ${word(router.name)}: ${uplinks.map(({ port, own }) => `${port} ${own}`).join('; ')}`,
      ...routed.map(
        ({ address, prefixLength }) => `    static route to the network of ${address}/${prefixLength} by ${hops}`,
      ),
    ]
  })
  return [['Not exported: routers. Set them up as drawn:', ...lines]]
}

function secretSection(files: readonly SwitchFile[]): readonly (readonly string[])[] {
  const lines = files.flatMap(({ path, secrets }) =>
    secrets.map(({ number, text }) => `  ${path}, line ${number}: ${text}`),
  )
  return lines.length === 0 ? [] : [['Secrets to put in yourself, in place of what stands there', ...lines]]
}

function managementSection(net: Network): readonly (readonly string[])[] {
  const names = net.topology.devices.filter(({ kind }) => kind === 'management-switch').map(({ name }) => word(name))
  return names.length === 0 ? [] : [[`Not exported: management switches (${names.join(', ')}); they only bridge.`]]
}

function noteSection(files: readonly SwitchFile[], { folders }: HostFiles): readonly (readonly string[])[] {
  const lines = files.flatMap((file) => {
    // What the switch's first file says already goes for its other formats too.
    const said = file.main ? [] : (files.find(({ device, main }) => main && device === file.device)?.notes ?? [])
    const told = new Set(said.map(({ text }) => text))
    return file.notes.flatMap(({ text }) => (told.has(text) ? [] : [`  ${file.path}: ${text}`]))
  })
  const ofHosts = folders.flatMap(({ folder, plan }) => plan.notes.map(({ text }) => `  ${folder}: ${text}`))
  const all = [...lines, ...ofHosts]
  return all.length === 0 ? [] : [['What a platform cannot take as drawn', ...all]]
}
