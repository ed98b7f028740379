import { lagEnd, need, type Lag, type Network } from '../model/network.ts'
import type { Profile } from '../model/profile.ts'
import type { MlagDomain, SwitchDevice, VendorId } from '../model/topology.ts'
import { cabled, keepaliveCables } from './cabling.ts'
import type { Effective } from './effective.ts'
import type { ExportNote } from './exporter.ts'
import { lacpNotes } from './lacpNotes.ts'
import { unwritten } from './unwritten.ts'

/** What of a switch is drawn and not written, or not as drawn. */
export function switchNotes(
  net: Network,
  device: SwitchDevice,
  domain: MlagDomain | undefined,
  profile: Profile,
  runs: Effective,
): readonly ExportNote[] {
  const { platform, keepalive, channel, mlag } = profile.words
  const notes: ExportNote[] = runs.refused.map((text) => ({ text, from: domain?.id ?? null }))
  if (domain) notes.push(...unwritten(domain, profile, runs))
  const keepalives = keepaliveCables(net, device.id)
  if (!domain && keepalives.length > 0) {
    notes.push({ text: 'Keepalive cables of a switch without a peer are not configured.', from: device.id })
  }
  if (domain && keepalives.length === 0) {
    notes.push({ text: `No keepalive cable is drawn, so ${keepalive} is not configured.`, from: domain.id })
  }
  if (domain && keepalives.length > 1) {
    const text = `${platform} has one ${keepalive} address; only the first of ${keepalives.length} keepalive cables is configured.`
    notes.push({ text, from: domain.id })
  }
  if (domain && !domain.peerLink) notes.push({ text: 'No peer-link is drawn; the pair cannot form.', from: domain.id })
  const peer = net.peerOf.get(device.id)
  if (domain && peer && peer.vendor !== device.vendor) {
    notes.push({ text: `${peer.name} is on another platform; a pair needs the same on both peers.`, from: domain.id })
  }
  for (const lag of need(net.lagsOf, device.id)) {
    notes.push(...lacpNotes(lag, profile).map((text) => ({ text, from: lag.bond.id })))
    notes.push(...simulatedOnly(lag, profile).map((text) => ({ text, from: lag.bond.id })))
    const { min, max } = profile.channelNumber
    if (lag.channel < min || lag.channel > max) {
      notes.push({
        text: `${channel}${lag.channel} does not exist on ${platform}: ${min} to ${max}.`,
        from: lag.bond.id,
      })
    }
    if (lag.role === 'mlag' && lag.ports.length === 0) {
      notes.push({ text: `${mlag} ${lag.channel} has no cable to ${device.name}.`, from: lag.bond.id })
    }
  }
  for (const { port, link } of cabled(net, device.id)) {
    const { cost } = link.stp[link.ends[0] === port.id ? 0 : 1]
    if (
      cost !== undefined &&
      WITHOUT_PATH_COST.includes(profile.vendor) &&
      link.use === 'data' &&
      !net.bondOf.has(link.id)
    ) {
      notes.push({ text: `The spanning tree path cost ${cost} of ${port.name} is not written.`, from: link.id })
    }
    if (port.kind === 'management' && link.use === 'data') {
      notes.push({ text: `${port.name} does not bridge; its cable is not configured.`, from: link.id })
    }
  }
  return notes
}

/** No spanning tree is configured there. */
const WITHOUT_PATH_COST: readonly VendorId[] = ['sonic', 'generic']

/** What the engine does at an end of a bond and no exporter writes; a hash is set for a whole switch, not for one LAG. */
function simulatedOnly(lag: Lag, { vendor }: Profile): readonly string[] {
  const { hash, stp } = lagEnd(lag)
  return [
    ...(hash === undefined ? [] : [`The hash policy ${hash} of port-channel ${lag.channel} is not written.`]),
    ...(stp.cost === undefined || lag.role === 'peer-link' || !WITHOUT_PATH_COST.includes(vendor)
      ? []
      : [`The spanning tree path cost ${stp.cost} of port-channel ${lag.channel} is not written.`]),
  ]
}
