import { CLASS, push } from './eventQueue.ts'
import type { Bpdu } from '../protocol/rstp/bpdu.ts'
import { loseCopy } from './probes.ts'
import { nextRandom } from './rng.ts'
import type { Frame, LinkRuntime, PortRuntime, Simulator } from './state.ts'
import { mixNumber } from './trace.ts'

/** The page shows frames only at low speed; more than this between two updates would not be seen anyway. */
const MAX_FRAMES_SHOWN = 400

/** Puts a frame on the cable at a port. A dark or silent cable swallows it; the sender cannot tell. */
export function transmit(sim: Simulator, port: number, frame: Frame): void {
  const planPort = sim.plan.ports[port]
  const state = sim.ports[port]
  const link = planPort && sim.links[planPort.link]
  const planLink = planPort && sim.plan.links[planPort.link]
  if (!planPort || !state || !link || !planLink || !state.carrier) {
    drop(sim, frame)
    return
  }
  const lost = link.dark[planPort.end] || link.silent[planPort.end] || isUnlucky(sim, link, frame)
  if (frame.kind !== 'data') {
    sim.steps += 1
    mixNumber(sim, sim.now - sim.zero)
    mixNumber(sim, port)
  }
  if (sim.watchEvery > 0) show(sim, planPort.link, planPort.end, frame, lost)
  if (lost) {
    drop(sim, frame)
    return
  }
  push(sim.queue, sim.now + planLink.delayUs, CLASS.frame, {
    type: 'frame',
    port: planPort.far,
    frame,
    epoch: link.epoch[planPort.end],
  })
}

/** True when the frame is still there: its cable did not go dark under way and the receiver listens. */
export function arrives(sim: Simulator, port: number, epoch: number): boolean {
  const planPort = sim.plan.ports[port]
  const state: PortRuntime | undefined = sim.ports[port]
  const link = planPort && sim.links[planPort.link]
  if (!planPort || !state || !link) return false
  const sender = planPort.end === 0 ? 1 : 0
  return link.epoch[sender] === epoch && state.carrier
}

export function drop(sim: Simulator, frame: Frame): void {
  if (frame.kind === 'data') loseCopy(sim, frame.probe)
}

/** Lost at random, or an LACPDU that is filtered. */
function isUnlucky(sim: Simulator, link: LinkRuntime, frame: Frame): boolean {
  if (link.lacpLost && frame.kind === 'lacp') return true
  return link.loss > 0 && nextRandom(sim.rng) < link.loss
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
