import { captureSent } from './capture.ts'
import { CLASS, push } from './eventQueue.ts'
import type { Bpdu } from '../protocol/rstp/bpdu.ts'
import { countSent } from './loads.ts'
import { loseCopy } from './probes.ts'
import { nextRandom } from './rng.ts'
import type { Frame } from './wireFrames.ts'
import type { FrameEvent } from './events.ts'
import type { LinkRuntime, PortRuntime, Simulator } from './state.ts'
import { mixNumber } from './trace.ts'

/** The page shows frames only at low speed; more than this between two updates would not be seen anyway. */
const MAX_FRAMES_SHOWN = 400

/** Puts a frame on the cable at a port. A dark or silent cable swallows it; the sender cannot tell. */
export function transmit(sim: Simulator, port: number, frame: Frame): void {
  const planPort = sim.plan.ports[port]
  const state = sim.ports[port]
  const cable = state?.cable
  const link = cable && sim.links[cable.link]
  const planLink = cable && sim.plan.links[cable.link]
  if (!planPort || !cable || !link || !planLink || !state.carrier) {
    drop(sim, frame, 'the sending port is down')
    return
  }
  countSent(sim, cable.link, cable.end, frame.kind)
  const lost = cable.far < 0 ? 'the cable hangs free' : lossOnCable(sim, link, cable.end, frame)
  if (frame.kind !== 'data') {
    sim.steps += 1
    mixNumber(sim, sim.now - sim.zero)
    mixNumber(sim, port)
  }
  if (sim.watchEvery > 0) show(sim, cable.link, cable.end, frame, lost !== null)
  // Named after the port that sends, wherever its cable leads.
  const captured = sim.capture === null ? null : captureSent(sim, planPort.link, planPort.end, frame, lost)
  if (lost !== null) {
    drop(sim, frame, lost)
    return
  }
  const epoch = link.epoch[cable.end]
  const last = state.sent
  if (captured === null && last?.frame === frame && last.epoch === epoch && last.captured === null) {
    push(sim.queue, sim.now + planLink.delayUs, CLASS.frame, last)
    return
  }
  const event: FrameEvent = { type: 'frame', port: cable.far, frame, epoch, captured }
  if (frame.kind === 'lacp') state.sent = event
  push(sim.queue, sim.now + planLink.delayUs, CLASS.frame, event)
}

/** Why a frame did not arrive; null when it is still there: its cable did not go dark and the receiver listens. */
export function lossUnderWay(sim: Simulator, port: number, epoch: number): string | null {
  const state: PortRuntime | undefined = sim.ports[port]
  if (!state) return 'no such port'
  const link = state.cable && sim.links[state.cable.link]
  if (!state.cable || !link) return 'the cable was pulled while it was under way'
  const sender = state.cable.end === 0 ? 1 : 0
  if (link.epoch[sender] !== epoch) return 'the light went out while it was under way'
  return state.carrier ? null : 'the receiving port is down'
}

export function drop(sim: Simulator, frame: Frame, why: string): void {
  if (frame.kind === 'data') loseCopy(sim, frame.probe, { path: frame.path, why })
}

/** Why the cable swallows a frame from this end; null: it does not. Some are lost at random, or LACPDUs filtered. */
function lossOnCable(sim: Simulator, link: LinkRuntime, end: 0 | 1, frame: Frame): string | null {
  if (link.dark[end]) return 'no light this way'
  if (link.silent[end]) return 'the cable is silent this way'
  if (link.lacpLost && frame.kind === 'lacp') return 'LACPDUs are dropped on this cable'
  return link.loss > 0 && nextRandom(sim.rng) < link.loss ? 'lost at random' : null
}

function show(sim: Simulator, link: number, fromEnd: 0 | 1, frame: Frame, lost: boolean): void {
  if (sim.frames.length >= MAX_FRAMES_SHOWN) return
  const id = sim.plan.links[link]?.id
  if (id === undefined) return
  const at = sim.now - sim.zero
  switch (frame.kind) {
    case 'data': {
      const { direction, seq } = frame.probe
      if (seq % sim.watchEvery !== 0) return
      sim.frames.push({
        kind: 'probe',
        link: id,
        fromEnd,
        at,
        lost,
        text: `probe ${seq} of flow direction ${direction}`,
      })
      return
    }
    case 'arp':
      sim.frames.push({ kind: 'probe', link: id, fromEnd, at, lost, text: arpText(sim, frame) })
      return
    case 'lacp': {
      const bits = `0x${frame.pdu.actor.state.toString(16).padStart(2, '0')}`
      sim.frames.push({ kind: 'lacp', link: id, fromEnd, at, lost, text: `LACPDU, actor state ${bits}` })
      return
    }
    case 'bpdu':
      sim.frames.push({ kind: 'bpdu', link: id, fromEnd, at, lost, text: bpduText(frame.bpdu) })
      return
    case 'keepalive':
      sim.frames.push({ kind: 'keepalive', link: id, fromEnd, at, lost, text: 'keepalive' })
      return
    case 'peer':
      sim.frames.push({ kind: 'peer-sync', link: id, fromEnd, at, lost, text: `peer ${messageText(frame)}` })
  }
}

function arpText(sim: Simulator, { source, target, answer }: Frame & { kind: 'arp' }): string {
  const [by, other] = [source, target].map(
    (n) => sim.plan.devices[n]?.name ?? `gateway ${sim.plan.virtuals[n - sim.plan.devices.length]?.ipv4}`,
  )
  return answer ? `ARP answer of ${by} to ${other}` : `ARP broadcast, ${by} asks for ${other}`
}

function bpduText(bpdu: Bpdu): string {
  if (bpdu.type === 'tcn') return 'BPDU, topology change notification'
  const root = `root ${bpdu.root.priority} ${bpdu.root.mac}, cost ${bpdu.rootPathCost}`
  if (bpdu.type === 'config') return `BPDU of 802.1D-1998, ${root}`
  const { proposal, agreement, topologyChange, role } = bpdu.flags
  const flags = [proposal ? 'proposal' : '', agreement ? 'agreement' : '', topologyChange ? 'topology change' : '']
  return [`BPDU from ${role} port`, root, ...flags.filter((flag) => flag !== '')].join(', ')
}

function messageText(frame: Frame & { kind: 'peer' }): string {
  return frame.message.type === 'reliable' ? frame.message.body.type : frame.message.type
}
