/**
 * VLAN-aware learning bridge of one device, with the two rules a multi-chassis pair adds: an address behind a member
 * bond leaves by the local leg or, without one, over the peer-link; and a frame from the peer-link does not leave on
 * a member whose peer leg is up.
 * Sources: IEEE 802.1Q-2018 clause 8.6 to 8.8 (learning, filtering, flooding; clause text not read);
 * Cisco Nexus 9000 NX-OS Interfaces Configuration Guide, "Configuring vPCs" (loop avoidance).
 */

/** A bridged interface: a single port or a whole port-channel. */
export interface BridgePort {
  readonly index: number
  /** VLANs that it carries now. */
  vlans: ReadonlySet<number>
  readonly peerLink: boolean
  /** Index of the member bond that ends here, or -1. */
  readonly bond: number
  up: boolean
  /** Member bonds: the peer said that its leg is up. */
  peerLegUp: boolean
  /** Member bonds: that leg forwards by LACP fallback. */
  peerLegAlone: boolean
  /** What spanning tree allows; both where none runs. */
  learns: boolean
  forwards: boolean
}

export interface FdbEntry {
  /** Bridge port, unless `bond` says that the address is behind a member bond. */
  readonly port: number
  readonly bond: number
  /** Learned here from a frame, or told by the peer. */
  readonly origin: 'frame' | 'peer'
  /** Time of the last frame or message that confirmed it, microseconds. */
  at: number
  /** When the peer was last told. */
  toldAt: number
}

export interface Bridge {
  readonly ports: BridgePort[]
  /** Keyed by `fdbKey(address, vlan)`. */
  readonly fdb: Map<number, FdbEntry>
  /** Bridge port of the peer-link, or -1. */
  readonly peerLink: number
  readonly egressRule: 'all-frames' | 'flooded-frames'
  ageingUs: number
}

/** Addresses are numbered by the simulator; a VLAN takes 12 bits. */
export function fdbKey(address: number, vlan: number): number {
  return address * 4096 + vlan
}

/** Learns the source of a frame. Returns the entry when the peer should hear of it, else null. */
export function learn(bridge: Bridge, inPort: BridgePort, address: number, vlan: number, now: number): FdbEntry | null {
  const key = fdbKey(address, vlan)
  const known = bridge.fdb.get(key)
  if (inPort.peerLink) {
    // An address behind a member bond is never moved to the peer-link by a frame that took the long way.
    if (known !== undefined && known.bond >= 0) {
      known.at = now
      return null
    }
    if (known !== undefined && known.port === inPort.index) {
      known.at = now
      return null
    }
    bridge.fdb.set(key, { port: inPort.index, bond: -1, origin: 'frame', at: now, toldAt: now })
    return null
  }
  if (known !== undefined && known.port === inPort.index && known.bond === inPort.bond) {
    known.at = now
    // Half the ageing time keeps the peer's copy alive without a message for every frame.
    if (bridge.peerLink < 0 || now - known.toldAt < bridge.ageingUs / 2) return null
    known.toldAt = now
    return known
  }
  const entry: FdbEntry = { port: inPort.index, bond: inPort.bond, origin: 'frame', at: now, toldAt: now }
  bridge.fdb.set(key, entry)
  return entry
}

/** Installs what the peer reported: behind its own leg of a bond, or one of its orphans. */
export function installFromPeer(bridge: Bridge, address: number, vlan: number, bond: number, now: number): void {
  const leg = bond < 0 ? undefined : bridge.ports.find((port) => port.bond === bond)
  const port = leg?.index ?? bridge.peerLink
  bridge.fdb.set(fdbKey(address, vlan), {
    port,
    bond: leg === undefined ? -1 : bond,
    origin: 'peer',
    at: now,
    toldAt: now,
  })
}

/**
 * Bridge ports on which a frame leaves, written to `out`. Returns true when the frame was flooded. A frame that was
 * `routed` here may leave where it came in.
 */
export function forward(
  bridge: Bridge,
  inPort: BridgePort | null,
  destination: number,
  vlan: number,
  now: number,
  out: number[],
  routed = false,
): boolean {
  out.length = 0
  const key = fdbKey(destination, vlan)
  const entry = bridge.fdb.get(key)
  if (entry !== undefined && now - entry.at <= bridge.ageingUs) {
    const to = outPort(bridge, entry)
    const may = to !== undefined && to.up && to.forwards && to.vlans.has(vlan)
    if (may && (routed || to !== inPort) && !blocked(bridge, inPort, to, false)) out.push(to.index)
    return false
  }
  if (entry !== undefined) bridge.fdb.delete(key)
  for (const to of bridge.ports) {
    if ((routed || to !== inPort) && to.up && to.forwards && to.vlans.has(vlan) && !blocked(bridge, inPort, to, true))
      out.push(to.index)
  }
  return true
}

/** Forgets what was learned on a port that went down. Addresses behind member bonds stay: they turn to the peer-link. */
export function flushPort(bridge: Bridge, port: number): number {
  return flush(bridge, (entry) => entry.port === port && entry.bond < 0)
}

export function flush(bridge: Bridge, gone: (entry: FdbEntry) => boolean): number {
  let count = 0
  for (const [key, entry] of bridge.fdb) {
    if (!gone(entry)) continue
    bridge.fdb.delete(key)
    count += 1
  }
  return count
}

function outPort(bridge: Bridge, entry: FdbEntry): BridgePort | undefined {
  const port = bridge.ports[entry.port]
  if (entry.bond < 0 || port === undefined || port.up) return port
  return bridge.ports[bridge.peerLink]
}

function blocked(bridge: Bridge, from: BridgePort | null, to: BridgePort, flooded: boolean): boolean {
  if (from === null || !from.peerLink || to.bond < 0 || !to.peerLegUp) return false
  return flooded || bridge.egressRule === 'all-frames'
}
