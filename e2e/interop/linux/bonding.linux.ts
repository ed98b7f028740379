import { afterEach, describe, expect, test } from 'vitest'
import { parseSlowFrame, slowFrame } from '../../../src/core/protocol/lacp/frame.ts'
import { has } from '../../../src/core/protocol/lacp/identity.ts'
import { LINUX_PARSER } from '../../../src/core/protocol/lacp/parserProfile.ts'
import { encodeLacpdu } from '../../../src/core/protocol/lacp/pdu.ts'
import { BIT } from '../../../src/core/protocol/lacp/types.ts'
import { startClock, until } from '../clock.ts'
import type { Clock } from '../clock.ts'
import { ODD_FRAMES, ODD_MARKERS } from '../frames.ts'
import { isInstalled } from '../programs.ts'
import {
  believable,
  createStation,
  give,
  legsOf,
  MEMBERS,
  muxSteps,
  OUR_SYSTEM,
  portAt,
  rxSteps,
  sendFrame,
  WORSE_SYSTEM,
} from '../station.ts'
import type { MemberName, Station, StationSpec } from '../station.ts'
import { GUEST_PROGRAM, isPrepared, startGuest } from './guest.ts'
import type { Guest } from './guest.ts'
import { parseBond } from './show.ts'
import type { LinuxBond } from './show.ts'

interface Rig {
  readonly guest: Guest
  readonly station: Station
  readonly clock: Clock
}

const running: Rig[] = []

async function start(spec: StationSpec & { readonly linuxRate?: 'fast' | 'slow' } = {}): Promise<Rig> {
  const station = createStation(spec)
  let clock: Clock | null = null
  const guest = await startGuest(spec.linuxRate ?? 'fast', (member, frame) => {
    station[member].received += 1
    station[member].inbox.push(frame)
    clock?.wake()
  })
  clock = startClock(station)
  const rig = { guest, station, clock }
  running.push(rig)
  for (const leg of legsOf(station)) {
    leg.wire = guest.wires[leg.member]
    command(rig, leg.member, { type: 'port-enabled', enabled: true })
  }
  return rig
}

function command(rig: Rig, member: MemberName, what: Parameters<typeof give>[2]): void {
  give(rig.station, member, what, rig.clock.now())
  rig.clock.wake()
}

async function bond(rig: Rig): Promise<LinuxBond> {
  return parseBond(await rig.guest.show())
}

const isUp = (rig: Rig, member: MemberName) =>
  ['collecting-distributing', 'distributing'].includes(portAt(rig.station, member).mux) &&
  has(portAt(rig.station, member).partner, BIT.distributing)

async function comesUp(rig: Rig): Promise<void> {
  await until('both members up', 60_000, () => MEMBERS.every((member) => isUp(rig, member)))
}

/** What the driver last said on a member. */
function saidBy(rig: Rig, member: MemberName): number {
  return rig.station[member].heard?.actor.state ?? 0
}

afterEach(async () => {
  for (const rig of running.splice(0)) {
    rig.clock.stop()
    await rig.guest.stop()
  }
})

const isReady = isInstalled('Linux bonding', [GUEST_PROGRAM]) && isPrepared()

describe.runIf(isReady)('Linux bonding', () => {
  test('two members come up, and both ends agree', async () => {
    const rig = await start()
    await comesUp(rig)
    await until('Linux knows that we distribute', 20_000, async () =>
      (await bond(rig)).members.every(({ partnerState }) => partnerState === 0x3f),
    )
    const { ports, members } = await bond(rig)
    expect(ports).toBe(2)
    for (const { actorState, partnerSystem } of members) {
      expect(actorState).toBe(0x3f)
      expect(partnerSystem).toBe(OUR_SYSTEM)
    }
    console.info(`Linux ${rig.guest.kernel}`)
  })

  test('independent control', async () => {
    const rig = await start({ muxControl: 'independent' })
    await comesUp(rig)
    for (const member of MEMBERS) expect(muxSteps(rig.station, member).at(-1)?.[1]).toBe('distributing')
  })

  test('a passive end of ours', async () => {
    const rig = await start({ active: false })
    await comesUp(rig)
    expect(has(portAt(rig.station, 'p1').actor, BIT.activity)).toBe(false)
  })

  test('one member silent: EXPIRED after 3 s, DEFAULTED after 6 s, back with the next LACPDU of 30 s', async () => {
    const rig = await start()
    await comesUp(rig)
    rig.station.p2.silent = true
    await until('our port expires', 10_000, () => portAt(rig.station, 'p2').rx !== 'current')
    await until('our port defaults', 10_000, () => portAt(rig.station, 'p2').rx === 'defaulted')
    const [expiredAt, defaultedAt] = rxSteps(rig.station, 'p2')
      .slice(-2)
      .map(([at]) => at)
    expect(defaultedAt! - expiredAt!).toBeGreaterThanOrEqual(3_000)
    await until('Linux has no partner there', 20_000, async () => {
      const member = (await bond(rig)).members[1]
      return member?.partnerSystem === '00:00:00:00:00:00'
    })
    rig.station.p2.silent = false
    await until('the member is back', 60_000, () => isUp(rig, 'p2'))
    expect(isUp(rig, 'p1')).toBe(true)
  })

  test('loss of light: out at once, and back after the whole negotiation', async () => {
    const rig = await start()
    await comesUp(rig)
    command(rig, 'p1', { type: 'port-enabled', enabled: false })
    await rig.guest.setLight('p1', false)
    await until('Linux uses one port', 10_000, async () => (await bond(rig)).ports === 1)
    expect(isUp(rig, 'p2')).toBe(true)
    await rig.guest.setLight('p1', true)
    command(rig, 'p1', { type: 'port-enabled', enabled: true })
    await until('the member is back', 20_000, () => isUp(rig, 'p1'))
  })

  test('two devices of ours with different system ids: two aggregators, one of them without sync', async () => {
    const rig = await start({ systems: { p1: OUR_SYSTEM, p2: WORSE_SYSTEM } })
    await until('one member up', 60_000, () => MEMBERS.some((member) => isUp(rig, member)))
    const left = isUp(rig, 'p1') ? 'p2' : 'p1'
    await until('the other waits in ATTACHED', 20_000, () => portAt(rig.station, left).mux === 'attached')
    expect(saidBy(rig, left)).toBe(0x07)
    const { ports, members } = await bond(rig)
    expect(ports).toBe(1)
    expect(new Set(members.map(({ aggregator }) => aggregator)).size).toBe(2)
  })

  test('a system id reverted takes its member out, and the shared one brings it back', async () => {
    const rig = await start({ apart: true })
    await comesUp(rig)
    command(rig, 'p2', { type: 'actor', actor: { system: WORSE_SYSTEM } })
    await until('Linux says no sync', 10_000, () => saidBy(rig, 'p2') === 0x07)
    expect(isUp(rig, 'p1')).toBe(true)
    command(rig, 'p2', { type: 'actor', actor: { system: OUR_SYSTEM } })
    await until('the member is back', 20_000, () => isUp(rig, 'p2'))
    expect((await bond(rig)).ports).toBe(2)
  })

  test('a partner that does not aggregate joins all the same', async () => {
    const rig = await start({ aggregatable: false })
    await until('Linux uses two ports', 60_000, async () => (await bond(rig)).ports === 2)
    expect(new Set((await bond(rig)).members.map(({ aggregator }) => aggregator)).size).toBe(1)
  })

  test('slow: a silent member expires 90 s after the last LACPDU, its timers run some per cent long', async () => {
    const rig = await start({ short: false, linuxRate: 'slow' })
    await comesUp(rig)
    rig.station.p2.silent = true
    await until('our port expires', 95_000, () => portAt(rig.station, 'p2').rx === 'expired')
    await until('Linux expires', 15_000, async () => {
      const state = (await bond(rig)).members[1]?.actorState ?? 0
      return (state & (BIT.expired | BIT.defaulted)) !== 0
    })
    expect(isUp(rig, 'p1')).toBe(true)
  })

  test('odd frames: it takes what our parser with its habits takes', async () => {
    const rig = await start()
    await comesUp(rig)
    // From now on only the test speaks, often enough that nothing expires.
    rig.clock.stop()
    for (const [index, { name, make }] of ODD_FRAMES.entries()) {
      const key = 1_000 + index
      const frame = make(believable(rig.station, 'p1', { key }))
      // A frame that it believes is echoed in what it says next.
      const isTaken = await isEchoed(rig, frame, key)
      expect({ name, taken: isTaken }).toEqual({ name, taken: parseSlowFrame(frame, LINUX_PARSER).kind === 'lacpdu' })
      sendFrame(rig.station.p1, slowFrame(rig.station.p1.mac, encodeLacpdu(believable(rig.station, 'p1', {}))))
    }
  })

  test('Markers come back as they went, except those too short and those that are none', async () => {
    const rig = await start()
    await comesUp(rig)
    rig.clock.stop()
    const answered: string[] = []
    for (const { name, frame } of ODD_MARKERS) {
      rig.station.p1.inbox.length = 0
      sendFrame(rig.station.p1, frame)
      const answer = () => rig.station.p1.inbox.find((seen) => seen[14] === 2)
      const found = await until('an answer', 500, () => answer() !== undefined).then(
        () => true,
        () => false,
      )
      if (!found) continue
      answered.push(name)
      expect(answer()?.subarray(18)).toEqual(frame.subarray(18))
    }
    expect(answered).toEqual(['marker', 'marker version 2', 'marker length 15', 'marker pad', 'marker reserved octets'])
  })
})

/** Whether the driver tells that it has heard the frame: its LACPDU or its own words name the key in it. */
async function isEchoed(rig: Rig, frame: Uint8Array, key: number): Promise<boolean> {
  rig.station.p1.inbox.length = 0
  sendFrame(rig.station.p1, frame)
  const shown = () => rig.guest.show().then((text) => text.includes(`oper key: ${key}`))
  return until('the key is shown', 1_000, shown).then(
    () => true,
    () => false,
  )
}
