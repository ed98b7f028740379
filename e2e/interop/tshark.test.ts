import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writePcapng } from '../../src/core/capture/pcapng.ts'
import type { Topology, VendorId } from '../../src/core/model/topology.ts'
import { capturedFrames, createTap, type Captured } from '../../src/core/sim/capture.ts'
import { captureFile, fateText, portText } from '../../src/core/sim/captureFile.ts'
import { scheduleCommand } from '../../src/core/sim/commands.ts'
import { settle } from '../../src/core/sim/settle.ts'
import { createSimulator, runUntil } from '../../src/core/sim/simulator.ts'
import type { Simulator } from '../../src/core/sim/state.ts'
import type { Frame } from '../../src/core/sim/wireFrames.ts'
import { TEMPLATES } from '../../src/core/templates/index.ts'
import { withPlatform } from '../../src/core/vendors/exporter.ts'
import { PROFILES } from '../../src/core/vendors/index.ts'
import { VENDORS } from '../../src/core/vendors/platforms.ts'
import { isInstalled } from './programs.ts'
import { tsharkFields } from './tshark.ts'

const ready = isInstalled('Captures read by tshark', ['tshark'])

/** Every template on its own platform from power-on, and on every platform settled, with a cable cut and repaired. */
const RUNS = TEMPLATES.flatMap(({ id, build }) => {
  const { topology } = build()
  const platforms: readonly (VendorId | undefined)[] = topology.domains.length > 0 ? VENDORS : [undefined]
  return [
    { name: `${id} from power-on`, topology, platform: undefined, cold: true },
    ...platforms.map((platform) => ({
      name: `${id}${platform === undefined ? '' : ` on ${platform}`}, a cable cut and repaired`,
      topology,
      platform,
      cold: false,
    })),
  ]
})

describe.runIf(ready).each(RUNS)('$name', ({ topology, platform, cold }) => {
  let folder = ''
  let file = ''
  let sim: Simulator
  let frames: readonly Captured[] = []

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mlag-studio-tshark-'))
    file = join(folder, 'run.pcapng')
    sim = run(topology, platform, cold)
    if (sim.capture === null) throw new Error('no tap')
    frames = capturedFrames(sim.capture)
    await writeFile(file, writePcapng(captureFile(sim, sim.capture)))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  test('nothing is malformed or an expert error', () => {
    const bad = '_ws.malformed || _ws.expert.severity >= 0x00600000'
    expect(tsharkFields(file, bad, ['frame.number', '_ws.col.Info'])).toEqual([])
    const checksums = 'ip.checksum.status == 0 || udp.checksum.status == 0'
    expect(tsharkFields(file, checksums, ['frame.number'])).toEqual([])
  })

  test('every frame has its protocol, its simulated time, its port, and what became of it', () => {
    const read = tsharkFields(file, 'frame', [
      'frame.time_epoch',
      'frame.interface_name',
      'frame.comment',
      'frame.protocols',
    ])
    expect(read.map(([at, port, comment]) => [Number(at), port, comment])).toEqual(
      frames.map((one) => [
        one.at / 1_000_000,
        portText(sim.plan, sim.plan.links[one.link]?.ports[one.fromEnd] ?? -1),
        fateText(sim.plan, one) ?? '',
      ]),
    )
    const wrong = read.filter(([, , , protocols], at) => !protocols?.includes(PROTOCOLS[frames[at]!.frame.kind]))
    expect(wrong).toEqual([])
  })

  test('LACPDUs say of actor and partner what the engine sent', () => {
    const identity = ['sys_priority', 'sysid', 'key', 'port_priority', 'port', 'state']
    const fields = [
      'lacp.version',
      ...identity.map((name) => `lacp.actor.${name}`),
      ...identity.map((name) => `lacp.partner.${name}`),
      'lacp.collector.max_delay',
    ]
    const sent = pdus('lacp').map(({ pdu: { version, actor, partner, collectorMaxDelay } }) => [
      version,
      ...[actor, partner].flatMap(({ systemPriority, system, key, portPriority, port, state }) => [
        systemPriority,
        system,
        key,
        portPriority,
        port,
        state,
      ]),
      collectorMaxDelay,
    ])
    expect(sent.length).toBeGreaterThan(0)
    expect(tsharkFields(file, 'lacp', fields).map(numbered)).toEqual(sent)
  })

  test('BPDUs say of root, bridge and port what the engine sent', () => {
    const fields = [
      'stp.version',
      'stp.type',
      'stp.root.prio',
      'stp.root.ext',
      'stp.root.hw',
      'stp.root.cost',
      'stp.bridge.hw',
      'stp.port',
      'stp.flags.tc',
      'stp.flags.proposal',
      'stp.flags.port_role',
      'stp.flags.learning',
      'stp.flags.forwarding',
      'stp.flags.agreement',
      'stp.msg_age',
      'stp.max_age',
      'stp.hello',
      'stp.forward',
    ]
    const sent = pdus('bpdu').map(({ bpdu }) => {
      if (bpdu.type !== 'rst') throw new Error('the engine speaks RSTP')
      const { flags, root, bridge } = bpdu
      return [
        bpdu.version,
        2,
        root.priority & 0xf000,
        root.priority & 0x0fff,
        root.mac,
        bpdu.rootPathCost,
        bridge.mac,
        bpdu.port,
        Number(flags.topologyChange),
        Number(flags.proposal),
        ROLES.indexOf(flags.role),
        Number(flags.learning),
        Number(flags.forwarding),
        Number(flags.agreement),
        bpdu.messageAge,
        bpdu.maxAge,
        bpdu.helloTime,
        bpdu.forwardDelay,
      ]
    })
    expect(sent.length).toBeGreaterThan(0)
    expect(tsharkFields(file, 'stp', fields).map(numbered)).toEqual(sent)
  })

  test('keepalives and probes are UDP between the ports that were configured', () => {
    const read = tsharkFields(file, 'udp', ['udp.srcport', 'udp.dstport']).map(numbered)
    const sent = frames.flatMap(({ frame }): readonly (readonly number[])[] => {
      if (frame.kind === 'data') return [sim.plan.directions[frame.probe.direction]?.udpPorts ?? []]
      const port = frame.kind === 'keepalive' ? keepalivePort(sim, frame.source) : null
      return port === null ? [] : [[port, port]]
    })
    expect(read).toEqual(sent)
  })

  function pdus<K extends Frame['kind']>(kind: K): readonly Extract<Frame, { kind: K }>[] {
    return frames.flatMap(({ frame }) => (frame.kind === kind ? [frame as Extract<Frame, { kind: K }>] : []))
  }
})

/** 35 s: from power-on, or settled with a member cut after 2 s and repaired after 12 s. */
function run(drawn: Topology, platform: VendorId | undefined, cold: boolean): Simulator {
  const topology = platform === undefined ? drawn : withPlatform(drawn, platform)
  const sim = createSimulator({ profiles: PROFILES, topology, seed: 1, probeUs: 100_000, quiet: !cold })
  if (!cold) settle(sim)
  const target = topology.bonds.at(-1)?.members[0] ?? ''
  if (!cold) {
    scheduleCommand(sim, 2_000_000, { type: 'fail', failure: 'link-cut', target, options: {} })
    scheduleCommand(sim, 12_000_000, { type: 'repair', failure: 'link-cut', target })
  }
  sim.capture = createTap({ links: null, probes: true, limit: 1_000_000, keep: 'first' })
  runUntil(sim, sim.zero + 35_000_000)
  return sim
}

function keepalivePort(sim: Simulator, device: number): number | null {
  return sim.plan.domains[sim.plan.devices[device]?.domain ?? -1]?.keepaliveUdpPort ?? null
}

/** Numbers as numbers, in decimal or hexadecimal; truth as 1 and 0; everything else as it is. */
function numbered(values: readonly string[]): readonly (string | number)[] {
  return values.map((value) => {
    if (value === 'True' || value === 'False') return value === 'True' ? 1 : 0
    return value === '' || Number.isNaN(Number(value)) ? value : Number(value)
  })
}

const ROLES: readonly string[] = ['unknown', 'alternate-backup', 'root', 'designated']

const PROTOCOLS: Readonly<Record<Frame['kind'], string>> = {
  lacp: 'eth:ethertype:slow:lacp',
  bpdu: 'eth:llc:stp',
  arp: 'arp',
  data: 'ip:udp:data',
  keepalive: 'data',
  peer: 'eth:ethertype:data',
}
