import type { InterfaceConfig } from './switchConfig.ts'
import type { Group, ImportedSwitch } from './uses.ts'
import type { Peers } from './pairing.ts'

/** A port of a switch that was read. */
export interface Place {
  readonly on: ImportedSwitch
  readonly port: InterfaceConfig
  /** Its port-channel; null for a single port. */
  readonly group: Group | null
}

export interface FoundCables {
  readonly cables: readonly (readonly [Place, Place])[]
  /** Ports whose other end is in none of the files. */
  readonly open: readonly Place[]
}

/**
 * Which bridged ports of the switches are cabled to each other. Descriptions that name the other end count; peer-links
 * are joined without them, by equal port names and then in their order.
 */
export function cablesAmong(switches: readonly ImportedSwitch[], pairs: readonly Peers[]): FoundCables {
  const cables: (readonly [Place, Place])[] = []
  let open = switches.flatMap(placesOf)
  const join = (a: Place, b: Place) => {
    cables.push([a, b])
    open = open.filter((one) => one !== a && one !== b)
  }
  for (const a of open) {
    const b = open.find((other) => other.on !== a.on && alike(a, other) && calls(a, other) && calls(other, a))
    if (b && open.includes(a)) join(a, b)
  }
  for (const [left, right] of pairs) {
    const legs = (on: ImportedSwitch) => open.filter((one) => one.on === on && one.group?.role === 'peer-link')
    for (const a of legs(left)) {
      const b = legs(right).find((other) => other.port.name === a.port.name)
      if (b) join(a, b)
    }
    const rest = legs(right)
    legs(left).forEach((a, at) => rest[at] && join(a, rest[at]))
  }
  return { cables, open }
}

function placesOf(on: ImportedSwitch): readonly Place[] {
  const members = on.groups.flatMap((group) => group.members.map((port) => ({ on, port, group })))
  return [...members, ...on.singles.map((port) => ({ on, port, group: null }))]
}

/** Both in a port-channel, or neither. */
function alike(a: Place, b: Place): boolean {
  return (
    (a.group === null) === (b.group === null) && (a.group?.role === 'peer-link') === (b.group?.role === 'peer-link')
  )
}

/** The description names the other switch and its port, in words of their own. */
function calls(a: Place, b: Place): boolean {
  const words = a.port.description.toLowerCase().split(/[^a-z0-9./_-]+/)
  return words.includes(b.on.name.toLowerCase()) && words.includes(b.port.name.toLowerCase())
}

/** What a description says of a device that is in none of the files. */
export interface FarName {
  readonly name: string | null
  readonly port: string | null
  readonly label: string
}

/** "srv-1 eth0 (rack 4)": a name, a port and a label. Anything else names none of them. */
export function farName(description: string): FarName {
  const words = /^([A-Za-z0-9._-]{1,63}) ((?=[A-Za-z0-9/._-]*\d)[A-Za-z][A-Za-z0-9/._-]{0,31})(?: \((.*)\))?$/.exec(
    description,
  )
  return { name: words?.[1] ?? null, port: words?.[2] ?? null, label: words?.[3] ?? '' }
}
