import type { BondId, DeviceId, DomainId, LinkId } from '../model/ids.ts'
import type { Network } from '../model/network.ts'
import type { Topology, VendorId } from '../model/topology.ts'

/** The drawn object that a line or a note speaks of. */
export type DrawnId = DeviceId | LinkId | BondId | DomainId

/** One line of a configuration and the object it came from; `null` for lines that serve all of them. */
export interface ConfigLine {
  readonly text: string
  readonly from: DrawnId | null
}

/** Something drawn that the platform cannot take as it is, in one sentence. */
export interface ExportNote {
  readonly text: string
  readonly from: DrawnId | null
}

export interface Rendered {
  /** The notes stand in it too, as comments at the top, where the format has comments. */
  readonly lines: readonly ConfigLine[]
  readonly notes: readonly ExportNote[]
}

/** Writes the whole configuration of one switch. Pure: the same design gives the same text. */
export interface Exporter extends ExportFormat {
  readonly vendor: VendorId
  /** The same configuration in the platform's other formats or dialects, each in a file of its own. */
  readonly variants?: readonly ExportFormat[]
}

export interface ExportFormat {
  /** What the file is, where a platform has several: "set commands". */
  readonly format?: string
  /** What a comment starts with; null: the format has none, so its notes are in no file. */
  readonly comment: '!' | '#' | null
  readonly fileName: (deviceName: string) => string
  /** Throws when the device is not a switch of the network. */
  readonly render: (net: Network, device: DeviceId) => Rendered
}

/** Lines that belong together: a mode and what is typed in it, or a few global commands. */
export type Block = readonly ConfigLine[]

/** A mode line and its body, indented. */
export function block(indent: string, from: DrawnId | null, head: string, body: readonly string[]): Block {
  return [{ text: head, from }, ...body.map((text) => ({ text: indent + text, from }))]
}

/** Global commands without a mode of their own. */
export function globals(from: DrawnId | null, texts: readonly string[]): Block {
  return texts.map((text) => ({ text, from }))
}

/** Blocks one after the other with a line between them; empty ones leave no trace. */
export function layOut(blocks: readonly Block[], between: string): readonly ConfigLine[] {
  const separator: ConfigLine = { text: between, from: null }
  return blocks.filter((lines) => lines.length > 0).flatMap((lines, at) => (at === 0 ? lines : [separator, ...lines]))
}

/** The file's text. One line of it for each `ConfigLine`, whatever its text holds. */
export function renderText(lines: readonly ConfigLine[]): string {
  return lines.map(({ text }) => `${text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')}\n`).join('')
}

/** Every switch on one platform. Ids and the drawn port names stay, settings that it does not have are kept. */
export function withPlatform(topology: Topology, vendor: VendorId): Topology {
  const devices = topology.devices.map((device) => (device.kind === 'switch' ? { ...device, vendor } : device))
  return { ...topology, devices }
}
