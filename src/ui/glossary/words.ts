export interface Word {
  readonly name: string
  /** What vendors call it. */
  readonly also: string
  readonly text: string
}

/** What the words of the page mean, from what one sees first to what one looks up. */
export const WORDS = {
  pair: {
    name: 'MLAG pair, domain',
    also: 'vPC domain, MLAG domain, VLT domain, DFS group, ICCP peers',
    text: 'Two switches that a device below takes for one. They keep a control plane each, and agree on what the device below sees of both: one LACP system id, and a key for each bond.',
  },
  'peer-link': {
    name: 'Peer-link',
    also: 'ICL, ISL, VLTi, inter-chassis link',
    text: 'The bond between the two switches of a pair. Over it they tell each other what they learned and which member interfaces are up. Data crosses it only on its way to what hangs on the other switch alone. Without it the two no longer know of each other what they need.',
  },
  keepalive: {
    name: 'Keepalive',
    also: 'peer-keepalive, backup link, dual-active detection, backup IP',
    text: 'A second, thin way between the two switches that carries no data: only the news that the other one lives. When the peer-link is lost it tells a dead peer, whose work must be taken over, from a living one, beside which one must step back.',
  },
  'member interface': {
    name: 'Member interface',
    also: 'vPC, MLAG interface, MLAG leg',
    text: 'A bond below the pair has a leg on each switch. Both legs carry the same MLAG id: so the pair knows that they are one bond, and that a frame which came over the peer-link must not leave by a leg while the other switch has one of its own.',
  },
  orphan: {
    name: 'Orphan port',
    also: 'single-homed port, S-port',
    text: 'A port of one switch of the pair that leads to a device without a leg on the other one. Its traffic to the rest of the pair depends on the peer-link, and on the switch it hangs on.',
  },
  bond: {
    name: 'Bond',
    also: 'LAG, port-channel, Eth-Trunk, aggregated Ethernet, trunk',
    text: 'Several cables used as one. Each flow takes one of them, chosen by a hash of its addresses, so one flow is never faster than one cable. Losing a cable moves its flows to the others.',
  },
  lacp: {
    name: 'LACP',
    also: 'IEEE 802.1AX, formerly 802.3ad',
    text: 'Both ends of a cable tell each other who they are and whether they use the cable in the bond. A cable joins only when both name the same partner and key. With fast rate silence is noticed after three seconds, with slow rate after ninety.',
  },
  'lacp bits': {
    name: 'LACP state bits',
    also: 'actor state, partner state',
    text: 'Eight flags that each end sends: active, short timeout, aggregatable, in sync, collecting, distributing, partner defaulted, partner expired. A healthy cable with fast rate shows 0x3f, with slow rate 0x3d.',
  },
  machines: {
    name: 'Machines',
    also: 'receive, mux, selection, periodic',
    text: 'LACP on a port is a few small state machines. Receive judges what is heard, selection chooses the bond, mux takes the port in and out of it, periodic decides how often to speak.',
  },
  'system id': {
    name: 'LAG identity',
    also: 'system id, key, LAG id',
    text: 'What an end says of itself: system priority and MAC, key, port. Cables that hear the same partner and key belong in one bond. The two switches of a pair send the same system id, which is the whole trick of MLAG.',
  },
  'four steps': {
    name: 'Four steps',
    also: 'establish, synchronise, active-active, failover',
    text: 'First the two switches find each other over peer-link and keepalive. Then they compare settings and share what they learned. Then both forward. The fourth is what they do when something fails, until it is repaired and hold times are over.',
  },
  role: {
    name: 'Primary and secondary',
    also: 'master and backup',
    text: 'Both forward; the role only says who steps back when the peer-link is lost and both live. Then the secondary shuts its legs, so that no two halves answer as one.',
  },
  'dual-active': {
    name: 'Dual-active',
    also: 'split brain',
    text: 'Peer-link and keepalive are both lost while both switches live: each takes the other for dead and acts as primary. Two halves then answer with one identity, and neither learns what the other knows.',
  },
  consistency: {
    name: 'Consistency check',
    also: 'type 1 and type 2, consistency parameters',
    text: 'Settings that both switches must have alike are compared over the peer-link. Some differences keep a bond down, others are only told.',
  },
  gateway: {
    name: 'Gateway of a pair',
    also: 'VRRP, HSRP, anycast gateway, VARP, peer-gateway',
    text: 'Both switches answer for one gateway address, so a packet that arrives at either is routed there and need not cross the peer-link.',
  },
  peering: {
    name: 'Peering addresses',
    also: 'peer address, ICCP addresses, VLTi VLAN',
    text: 'Addresses of the two switches on a VLAN that only the peer-link carries. On platforms whose control session runs over IP it runs between these.',
  },
  'hold time': {
    name: 'Hold times',
    also: 'delay restore, reload delay, hold-down',
    text: 'A switch that returns keeps its legs down for a while: until it has learned enough not to swallow what it would be sent. It costs minutes without that switch, and saves an outage.',
  },
  'spanning tree': {
    name: 'Spanning tree',
    also: 'RSTP, IEEE 802.1D',
    text: 'Blocks cables until no loop is left. A pair appears as one bridge to what is below it, so none of a bond’s cables is blocked; it stays on for the loop that someone plugs in.',
  },
  vlan: {
    name: 'VLAN',
    also: '802.1Q, trunk, access, native VLAN',
    text: 'Keeps networks apart on the same cable by a number in each frame. The peer-link has to carry every VLAN that the bonds below have.',
  },
  flow: {
    name: 'Flow',
    also: 'probe',
    text: 'Test traffic between two devices in both directions, one probe each millisecond. What is lost, from when to when, is the outage; its parts say how long detecting, deciding and restoring took.',
  },
  outage: {
    name: 'Outage',
    also: 'convergence time, failover time, packet loss',
    text: 'The time from the first lost probe of a flow to the next one that arrives. Its parts: detect, until a device notices; decide, until the last device has changed what it does; restore, until a probe arrives again on the new way.',
  },
  'peer sync': {
    name: 'Peer synchronisation',
    also: 'CFS, ICCP, MLAG control protocol, MAC sync',
    text: 'What the two switches of a pair tell each other over the peer-link: that they live, their settings, which legs are up, and the addresses they learned. Each vendor has a protocol of its own for it, so two vendors make no pair.',
  },
} as const satisfies Readonly<Record<string, Word>>

/** Words that a text is about, in the order of the glossary. */
export function wordsIn(text: string): readonly WordId[] {
  return IDS.filter((id) => new RegExp(`\\b(${SPELLINGS[id] ?? id})`, 'i').test(text))
}

const isWord = (id: string): id is WordId => id in WORDS
const IDS: readonly WordId[] = Object.keys(WORDS).filter(isWord)
/** How a word stands in a sentence, where it is not as it is called here. */
const SPELLINGS: Partial<Record<WordId, string>> = {
  'spanning tree': 'spanning tree|STP|BPDU|loop\\b',
  'peer sync': 'peer sync|MAC sync|talks to the peer|tells? the peer',
  'dual-active': 'dual-active|dual-primary|split brain',
  orphan: 'orphan',
  pair: 'domain',
  lacp: 'LACP',
  bond: 'bond|port-channel',
  role: 'primary|secondary',
}

export type WordId = keyof typeof WORDS
