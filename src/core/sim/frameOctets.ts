import { encodeEthernet, type VlanTag } from '../protocol/ethernet/ethernet.ts'
import { ARP_ETHERTYPE, encodeArp } from '../protocol/host/arp.ts'
import { encodeProbe } from '../protocol/host/probe.ts'
import { encodeDatagram, IPV4_ETHERTYPE } from '../protocol/host/udp.ts'
import { slowFrame } from '../protocol/lacp/frame.ts'
import { encodeLacpdu } from '../protocol/lacp/pdu.ts'
import { encodeKeepalive, KEEPALIVE_TOS } from '../protocol/mlag/keepaliveFrame.ts'
import { encodeSync, SYNC_ETHERTYPE } from '../protocol/mlag/syncFrame.ts'
import { readMac, writeMac } from '../protocol/octets.ts'
import { bpduFrame } from '../protocol/rstp/codec.ts'
import { macOf, NOBODY } from './macTable.ts'
import type { Plan } from './plan.ts'
import type { Frame, Probe } from './wireFrames.ts'

/**
 * A frame as it is on a cable, sent from one of its ends, without FCS. Standard protocols are written as their
 * standards say; messages between peers, which no vendor documents, in our own form under the experimental EtherType.
 */
export function encodeFrame(plan: Plan, link: number, fromEnd: 0 | 1, frame: Frame, zero: number): Uint8Array {
  switch (frame.kind) {
    case 'lacp':
      return slowFrame(portMac(plan, plan.links[link]?.ports[fromEnd] ?? -1), encodeLacpdu(frame.pdu))
    case 'bpdu':
      return bpduFrame(portMac(plan, plan.links[link]?.ports[fromEnd] ?? -1), frame.bpdu)
    case 'data':
      return ethernet(plan, frame, tagOf(plan, link, frame.vlan), IPV4_ETHERTYPE, probe(plan, frame.probe, zero))
    case 'arp':
      return encodeEthernet({
        destination: frame.answer ? macOf(plan, frame.target) : BROADCAST,
        source: macOf(plan, frame.source),
        tag: tagOf(plan, link, plan.directions[frame.direction]?.vlan ?? 0),
        etherType: ARP_ETHERTYPE,
        payload: encodeArp({
          operation: frame.answer ? 'reply' : 'request',
          senderMac: macOf(plan, frame.source),
          senderIp: ipOf(plan, frame.source),
          targetMac: frame.answer ? macOf(plan, frame.target) : NOBODY,
          targetIp: ipOf(plan, frame.target),
        }),
      })
    case 'keepalive':
      return keepalive(plan, frame)
    case 'peer':
      return ethernet(plan, frame, null, SYNC_ETHERTYPE, encodeSync(frame.message))
  }
}

/** Address of a port: the device's own, made local, with the port's position in its second and third octet. */
export function portMac(plan: Plan, port: number): string {
  const { device, position } = plan.ports[port] ?? { device: -1, position: 0 }
  const octets = new Uint8Array(6)
  writeMac(octets, 0, macOf(plan, device))
  octets[0] = (octets[0] ?? 0) | LOCAL
  octets[1] = (octets[1] ?? 0) ^ (position >> 8)
  octets[2] = (octets[2] ?? 0) ^ (position & 0xff)
  return readMac(octets, 0)
}

interface Between {
  readonly source: number
  readonly destination: number
}

function ethernet(
  plan: Plan,
  { source, destination }: Between,
  tag: VlanTag | null,
  etherType: number,
  payload: Uint8Array,
): Uint8Array {
  return encodeEthernet({
    destination: macOf(plan, destination),
    source: macOf(plan, source),
    tag,
    etherType,
    payload,
  })
}

function probe(plan: Plan, { direction: index, seq, sentAt }: Probe, zero: number): Uint8Array {
  const plain = plan.directions[index]
  return encodeDatagram({
    source: ipOf(plan, plain?.from ?? -1),
    destination: ipOf(plan, plain?.to ?? -1),
    sourcePort: plain?.udpPorts[0] ?? 0,
    destinationPort: plain?.udpPorts[1] ?? 0,
    tos: 0,
    ttl: HOST_TTL,
    identification: seq & 0xffff,
    payload: encodeProbe({
      flow: plain?.flow ?? '',
      direction: plain?.direction ?? 0,
      sequence: seq,
      sentAt: sentAt - zero,
    }),
  })
}

function keepalive(plan: Plan, frame: Between & { readonly acts: boolean; readonly noUplink: boolean }): Uint8Array {
  const sender = plan.devices[frame.source]
  const domain = plan.domains[sender?.domain ?? -1]
  const payload = encodeKeepalive({ sender: sender?.name ?? '', acts: frame.acts, noUplink: frame.noUplink })
  const port = domain?.keepaliveUdpPort ?? null
  if (port === null) return ethernet(plan, frame, null, SYNC_ETHERTYPE, payload)
  const [first, second] = plan.topology.domains[domain?.index ?? -1]?.keepalive.addresses ?? [NO_IP, NO_IP]
  const datagram = encodeDatagram({
    source: sender?.peer === 0 ? first : second,
    destination: sender?.peer === 0 ? second : first,
    sourcePort: port,
    destinationPort: port,
    tos: KEEPALIVE_TOS,
    ttl: KEEPALIVE_TTL,
    identification: 0,
    payload,
  })
  return ethernet(plan, frame, null, IPV4_ETHERTYPE, datagram)
}

function tagOf(plan: Plan, link: number, vlan: number): VlanTag | null {
  return vlan === plan.links[link]?.untaggedVlan ? null : { vlan, priority: 0 }
}

function ipOf(plan: Plan, index: number): string {
  const device = plan.topology.devices[index]
  if (device?.kind === 'host' || device?.kind === 'router') return device.ipv4
  return plan.virtuals[index - plan.devices.length]?.ipv4 ?? NO_IP
}

const BROADCAST = 'ff:ff:ff:ff:ff:ff'
const NO_IP = '0.0.0.0'
/** Second bit of the first octet: a locally administered address. */
const LOCAL = 0x02
const HOST_TTL = 64
/** As the default control-plane ACL of EOS wants it. */
const KEEPALIVE_TTL = 255
