import { describe, expect, test } from 'vitest'
import { decodeFrame, type Decoded } from '../capture/decode.ts'
import { toId } from '../model/ids.ts'
import { parseEthernet } from '../protocol/ethernet/ethernet.ts'
import { parseSlowFrame } from '../protocol/lacp/frame.ts'
import { onWire, parseSync } from '../protocol/mlag/syncFrame.ts'
import { parseBpduPayload } from '../protocol/rstp/codec.ts'
import { capturedFrames, createTap } from './capture.ts'
import { captureFile, linksIn } from './captureFile.ts'
import { encodeFrame, portMac } from './frameOctets.ts'
import type { Frame } from './wireFrames.ts'
import type { Simulator } from './state.ts'
import { fail, SECOND, start, until } from './testing/scenario.ts'

// Between them they send every kind of frame; the others would only take time.
const KINDS = ['basic-pair', 'back-to-back', 'plain-lacp', 'two-plain-lags']

describe.each(KINDS)('%s from power-on', (template) => {
  const sim = listening(template)
  until(sim, 60)
  const frames = capturedFrames(sim.capture!)

  test('every frame reads back as what the engine sent', () => {
    for (const { link, fromEnd, frame } of frames) {
      const octets = encodeFrame(sim.plan, link, fromEnd, frame, sim.zero)
      expect(readBack(octets, frame)).toEqual(inside(frame))
      expect(decodeFrame(octets).protocol).toBe(PROTOCOL[frame.kind])
    }
  })

  test('no two ports share an address, and none has that of a device', () => {
    const macs = [
      ...sim.plan.ports.map(({ index }) => portMac(sim.plan, index)),
      ...sim.plan.devices.map(({ mac }) => mac),
    ]
    expect(new Set(macs).size).toBe(macs.length)
  })

  test('the file names every cable end and has every frame at its sender', () => {
    const file = captureFile(sim, sim.capture!)
    expect(file.interfaces).toHaveLength(sim.plan.ports.length)
    expect(file.packets).toHaveLength(frames.length)
    const named = file.packets.map(({ from }) => file.interfaces[from]?.name)
    expect(named).toEqual(
      frames.map(({ link, fromEnd }) => {
        const port = sim.plan.ports[sim.plan.links[link]!.ports[fromEnd]]!
        return `${sim.plan.devices[port.device]!.name} ${port.name}`
      }),
    )
  })
})

test('probes carry the tag of a trunk and none where their VLAN is native or the port an access port', () => {
  const sim = listening('two-plain-lags')
  until(sim, 40)
  const tags = new Map<string, Set<number | null>>()
  for (const { link, fromEnd, frame } of capturedFrames(sim.capture!)) {
    if (frame.kind !== 'data') continue
    const read = parseEthernet(encodeFrame(sim.plan, link, fromEnd, frame, sim.zero))
    const use = sim.plan.links[link]!.ports.some((port) => kindAt(sim, port) === 'host') ? 'host' : 'trunk'
    const seen = tags.get(use) ?? new Set()
    tags.set(use, seen.add(read.kind === 'frame' ? (read.frame.tag?.vlan ?? null) : -1))
  }
  expect([...tags.get('host')!]).toEqual([null])
  expect([...tags.get('trunk')!]).toEqual([10])
})

test('keepalives go to the port of the platform, between the addresses that are configured', () => {
  for (const [platform, port] of [
    ['cisco-nxos', '3200'],
    ['arista-eos', '4432'],
  ] as const) {
    const sim = start({ platform, probeUs: 100_000 })
    sim.capture = createTap({ links: null, probes: false, limit: 100_000, keep: 'first' })
    until(sim, 5)
    const [first, second] = sim.plan.topology.domains[0]!.keepalive.addresses
    const keepalives = decodedOf(sim).filter(({ protocol }) => protocol === 'keepalive')
    const routes = new Set(
      keepalives.map((one) => `${valueOf(one, 'IPv4 source')} ${valueOf(one, 'IPv4 destination')}`),
    )
    expect(routes).toEqual(new Set([`${first} ${second}`, `${second} ${first}`]))
    expect(new Set(keepalives.map((one) => valueOf(one, 'UDP destination port')))).toEqual(new Set([port]))
    expect(new Set(keepalives.map((one) => valueOf(one, 'Type of service')))).toEqual(new Set(['0xc0']))
  }
})

test('one device, one cable: only their cables and both ends of them', () => {
  const sim = start({ probeUs: 100_000 })
  const device = linksIn(sim.plan, { device: toId('srv-1') })
  expect(device?.size).toBe(2)
  const link = sim.plan.links[0]!
  sim.capture = createTap({ links: linksIn(sim.plan, { link: link.id }), probes: true, limit: 10, keep: 'first' })
  until(sim, 2)
  const file = captureFile(sim, sim.capture)
  expect(file.interfaces).toHaveLength(2)
  expect(file.packets).toHaveLength(10)
  expect(file.comment).toMatch(/The first 10 of \d+ frames\.$/)
  expect(linksIn(sim.plan, 'everywhere')).toBeNull()
})

test('what did not arrive, or went no further, says why', () => {
  const sim = start({ probeUs: 10_000 })
  sim.capture = createTap({ links: null, probes: true, limit: 100_000, keep: 'first' })
  fail(sim, 'link-silent', 'srv-1:eth0', 1, { dir: 'to' })
  fail(sim, 'device-freeze', 'leaf-b', 2)
  until(sim, 3)
  const comments = new Set(captureFile(sim, sim.capture).packets.map(({ comment }) => comment))
  for (const comment of [
    null,
    'lost: the cable is silent this way',
    'discarded by leaf-b: the device is frozen',
    'under way at the end of the capture',
  ]) {
    expect(comments).toContain(comment)
  }
})

function listening(template: string): Simulator {
  const sim = start({ template, cold: true, probeUs: SECOND })
  sim.capture = createTap({ links: null, probes: true, limit: 1_000_000, keep: 'first' })
  return sim
}

/** What the protocols' own parsers read. */
function readBack(octets: Uint8Array, { kind }: Frame): unknown {
  const read = parseEthernet(octets)
  if (read.kind !== 'frame') return read
  if (kind === 'lacp') {
    const parsed = parseSlowFrame(octets)
    return parsed.kind === 'lacpdu' ? parsed.pdu : parsed
  }
  if (kind === 'bpdu') {
    const parsed = parseBpduPayload(read.frame.payload)
    return parsed.kind === 'bpdu' ? parsed.bpdu : parsed
  }
  if (kind === 'peer') {
    const parsed = parseSync(read.frame.payload)
    return parsed.kind === 'sync' ? parsed.message : parsed
  }
  return kind === 'data' ? valueOf(decodeFrame(octets), 'Probe') : kind
}

function inside(frame: Frame): unknown {
  switch (frame.kind) {
    case 'lacp':
      return frame.pdu
    case 'bpdu':
      return frame.bpdu
    case 'peer':
      return onWire(frame.message)
    case 'data':
      return String(frame.probe.seq)
    case 'arp':
    case 'keepalive':
      return frame.kind
  }
}

function decodedOf(sim: Simulator): readonly Decoded[] {
  return captureFile(sim, sim.capture!).packets.map(({ octets }) => decodeFrame(octets))
}

function valueOf({ fields }: Decoded, name: string): string | undefined {
  return fields.find((field) => field.name === name)?.value
}

function kindAt(sim: Simulator, port: number): string | undefined {
  return sim.plan.devices[sim.plan.ports[port]!.device]?.kind
}

const PROTOCOL: Readonly<Record<Frame['kind'], Decoded['protocol']>> = {
  data: 'probe',
  arp: 'arp',
  lacp: 'lacp',
  bpdu: 'bpdu',
  keepalive: 'keepalive',
  peer: 'peer-sync',
}
