import type { Design } from '../../model/design.ts'
import { designProblems } from '../../model/document.ts'
import { LIST_LIMITS } from '../../model/fieldRules.ts'
import type { Vlan } from '../../model/topology.ts'
import { addSwitch, designFrom, type Drawing, emptyDrawing, freeName, nameFrom } from './drawing.ts'
import { drawDomain } from './drawDomains.ts'
import type { TrunkVlans } from './carried.ts'
import { circulatingIn, explainedUnread } from './circulating.ts'
import { drawFound, drawOpen } from './drawCables.ts'
import { drawUplinks } from './drawUplinks.ts'
import { backupVlanOf } from './gateways.ts'
import { cablesAmong } from './farEnds.ts'
import { drawFlows } from './drawFlows.ts'
import { type Grammar, readConfig, type Reading, type Unread } from './grammar.ts'
import { GRAMMARS } from './grammars.ts'
import { layoutOf } from './layout.ts'
import { pairsAmong } from './pairing.ts'
import { withoutPrompts } from './typedSession.ts'
import { type ImportedSwitch, usesOf } from './uses.ts'

/** A text as it was pasted or dropped. */
export interface ConfigText {
  /** Its file's name, or what the page calls the box it was pasted into. */
  readonly name: string
  readonly text: string
}

/** What became of one text. */
export interface ImportedFile {
  readonly name: string
  /** The switch it was drawn as. */
  readonly device: string
  readonly platform: Reading['config']['vendor']
  /** Lines that were understood. */
  readonly read: number
  readonly unread: readonly Unread[]
}

export type ImportResult =
  | {
      readonly ok: true
      readonly design: Design
      readonly files: readonly ImportedFile[]
      /** What the drawing had to assume or leave out, in sentences. */
      readonly notes: readonly string[]
    }
  | { readonly ok: false; readonly text: string; readonly wayOut: string }

/** Draws what running configurations say. Never throws, whatever the texts. */
export function importConfigs(texts: readonly ConfigText[]): ImportResult {
  const given = texts
    .filter(({ text }) => text.trim() !== '')
    .map(({ name, text }) => ({
      name,
      text: text.length > MAX_TEXT ? text : withoutPrompts(text.replaceAll('\0', '')),
    }))
  if (given.length === 0) return refused('There is no text.', 'Paste the running configuration of each peer.')
  const long = given.find(({ text }) => text.length > MAX_TEXT)
  if (long) {
    return refused(
      `${long.name} has ${long.text.length} characters; at most ${MAX_TEXT} are read.`,
      'Paste the running configuration of one switch, without logs or other output.',
    )
  }
  if (given.length > LIST_LIMITS.devices) {
    return refused(
      `These are ${given.length} texts; at most ${LIST_LIMITS.devices} are read.`,
      'Import fewer switches.',
    )
  }
  const twice = given.find(({ text }, at) => given.findIndex((other) => other.text.trim() === text.trim()) < at)
  if (twice) {
    const first = given.find(({ text }) => text.trim() === twice.text.trim())
    return refused(
      `${first?.name ?? ''} and ${twice.name} are the same text.`,
      'Paste the configuration of each switch once; the peers of a pair have one each.',
    )
  }
  const readings = given.map(({ text }) => bestReading(text))
  const empty = readings.findIndex(({ config }) => config.interfaces.size === 0)
  if (empty !== -1) {
    return refused(
      `${given[empty]?.name} has no interfaces of a platform that is read.`,
      'Paste the whole configuration of one switch, as "show running-config" or its like prints it.',
    )
  }
  return drawn(given, readings)
}

/**
 * By the platform and format that understands most of the text, whose interfaces are called as it calls them; of a long
 * one, most of how it begins.
 */
function bestReading(text: string): Reading {
  const start = text.slice(0, TELLING)
  const [first, ...others] = GRAMMARS.map((grammar) => {
    const reading = readConfig(grammar, start)
    return { grammar, reading, worth: reading.read + namedAsOwn(grammar, reading) }
  })
  if (!first) throw new Error('There is no platform to read with')
  const best = others.reduce((best, one) => (one.worth > best.worth ? one : best), first)
  return start === text ? best.reading : readConfig(best.grammar, text)
}

function namedAsOwn({ ownNames }: Grammar, { config }: Reading): number {
  return ownNames === undefined ? 0 : [...config.interfaces.keys()].filter((name) => ownNames.test(name)).length
}

function drawn(texts: readonly ConfigText[], readings: readonly Reading[]): ImportResult {
  const drawing = emptyDrawing()
  const ids = new Map<ImportedSwitch, Drawing['devices'][number]['id']>()
  const switches = readings.map(({ config }, at) => {
    const name = freeName(drawing, config.hostname ?? nameFrom(texts[at]?.name.replace(/\.\w+$/, '') ?? ''))
    const one = usesOf(name, config)
    const priority = config.lacpSystemPriority
    const device = addSwitch(drawing, {
      name,
      vendor: config.vendor,
      lacpSystemPriority: priority ?? 32_768,
      stp: config.stp,
    })
    ids.set(one, device.id)
    return one
  })
  const pairs = pairsAmong(switches)
  const alone = switches.filter((one) => one.config.pair !== null && !pairs.some((pair) => pair.includes(one)))
  for (const { name } of alone) {
    drawing.notes.push(`The peer of ${name} is not among the texts; ${name} is drawn as a switch without one.`)
  }
  drawing.vlans.push(...vlansOf(switches, pairs.flat()))
  for (const { name, trunks } of switches) {
    if (trunks.wide.length > 0) drawing.notes.push(wideTrunks(name, trunks))
  }
  const domains = pairs.map((peers) => [peers, drawDomain(drawing, peers, ids)] as const)
  const domainOf = new Map(domains.flatMap(([peers, domain]) => peers.map((peer) => [peer, domain] as const)))
  for (const { vlan } of drawing.domains.flatMap(({ gateways }) => gateways)) {
    if (!drawing.vlans.some(({ id }) => id === vlan)) drawing.vlans.push({ id: vlan, name: plainName(vlan) })
  }
  const found = cablesAmong(switches, pairs)
  const scene = { drawing, ids, domainOf }
  const peerLinks = drawFound(scene, found)
  for (const [at, domain] of drawing.domains.entries()) {
    const peerLink = peerLinks.get(domain)
    if (peerLink) drawing.domains[at] = { ...domain, peerLink: peerLink.id }
  }
  drawOpen(scene, found)
  drawFlows(drawing)
  drawUplinks(drawing, switches, ids)
  const title = `Import of ${switches
    .slice(0, 2)
    .map(({ name }) => name)
    .join(' and ')}`
  const design = designFrom(drawing, title.slice(0, 120), layoutOf(drawing))
  const [problem] = designProblems(design)
  if (problem) return refused(`It cannot be drawn: ${problem.text}`, problem.wayOut)
  const listings = texts.map(({ text }) => circulatingIn(text))
  const files = readings.map(({ config, unread, read }, at) => ({
    name: texts[at]?.name ?? '',
    device: switches[at]?.name ?? '',
    platform: config.vendor,
    read,
    unread: explainedUnread(listings[at] ?? [], unread),
  }))
  for (const [at, one] of listings.entries()) {
    for (const { name } of one) {
      drawing.notes.push(
        `${texts[at]?.name} is the ${name} that articles on MLAG print. Lines that no device takes are named below with what to type instead.`,
      )
    }
  }
  return { ok: true, design, files, notes: drawing.notes }
}

/** Every VLAN that a switch defines or a port carries, but the one that peers keep to themselves. */
function vlansOf(switches: readonly ImportedSwitch[], peers: readonly ImportedSwitch[]): readonly Vlan[] {
  const names = new Map<number, string>()
  for (const { config, trunks } of switches) {
    const ports = [...config.interfaces.values()].filter(({ kind }) => kind !== 'vlan' && kind !== 'logical')
    const carried = ports.flatMap((one) => [
      one.access,
      one.native,
      ...(one.allowed === null ? [] : trunks.carriedBy({ ...one, excluded: [] })),
    ])
    for (const id of carried) if (!names.has(id)) names.set(id, '')
    for (const { id, name } of config.vlans.values()) if (name !== '') names.set(id, names.get(id) || name)
    for (const { id } of config.vlans.values()) if (!names.has(id)) names.set(id, '')
  }
  for (const { config } of peers) names.delete(config.pair?.peering.vlan ?? backupVlanOf(config) ?? 0)
  const taken = new Set<string>()
  return [...names]
    .filter(([id, name]) => id !== 1 || name !== '')
    .sort(([a], [b]) => a - b)
    .map(([id, name]) => {
      const plain = plainName(id)
      const wish = nameFrom(name).slice(0, 32) || plain
      const free = taken.has(wish) ? plain : wish
      taken.add(free)
      return { id, name: free }
    })
}

function wideTrunks(name: string, { wide }: TrunkVlans): string {
  const more = wide.length > MOST_NAMED ? ` and ${wide.length - MOST_NAMED} more` : ''
  const ports = wide.slice(0, MOST_NAMED).map((port) => port.name)
  return `Trunks of ${name} allow VLANs that it does not have (${ports.join(', ')}${more}); those it has are drawn.`
}

/** As platforms call a VLAN without a name. */
function plainName(id: number): string {
  return `VLAN${String(id).padStart(4, '0')}`
}

function refused(text: string, wayOut: string): ImportResult {
  return { ok: false, text, wayOut }
}

/** Ports that a note names. */
const MOST_NAMED = 4
/** Characters by which a text is known. */
const TELLING = 200_000
/** Characters of one text. The configuration of a large chassis has about 500 000. */
const MAX_TEXT = 2_000_000
