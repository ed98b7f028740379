import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseSlowFrame } from '../../../src/core/protocol/lacp/frame.ts'
import { OPEN_VSWITCH_PARSER } from '../../../src/core/protocol/lacp/parserProfile.ts'
import { ODD_FRAMES, ODD_MARKERS } from '../frames.ts'
import { until } from '../clock.ts'
import { isInstalled } from '../programs.ts'
import { OVS_SYSTEM } from './bond.ts'
import { OVS_PROGRAMS } from './daemon.ts'
import { advanceTo, ovsCounters, ovsMember, startRig, stopRig } from './rig.ts'
import type { Rig } from './rig.ts'
import { believable, sendFrame } from '../station.ts'

/** Frames that Open vSwitch 3.1 does not take for LACPDUs. It takes every other row of the list. */
const REFUSED: readonly string[] = [
  'subtype 0',
  'subtype 3',
  'subtype 11',
  'actor TLV type 7',
  'actor TLV length 19',
  'actor TLV length 0',
  'partner TLV type 7',
  'partner TLV length 21',
  '123 octets',
  '76 octets',
  '60 octets',
]

const ROWS = ODD_FRAMES.map((odd, index) => ({
  ...odd,
  key: 1_000 + index,
  verdict: REFUSED.includes(odd.name) ? 'refused' : 'taken',
}))

describe.runIf(isInstalled('Odd frames to Open vSwitch', OVS_PROGRAMS))('odd frames to Open vSwitch', () => {
  let rig: Rig

  // The clock stands still after the start, so nothing expires and nobody speaks unasked.
  beforeAll(async () => {
    rig = await startRig({ time: 'warped' })
    await advanceTo(rig, 2_500)
  })

  afterAll(() => stopRig(rig))

  test.each(ROWS)('$verdict: $name', async ({ name, make, key }) => {
    const frame = make(believable(rig.station, 'p1', { key }))
    const before = await deliver(rig, frame)
    const { partner } = await ovsMember(rig, 'p1')
    const { bad } = await ovsCounters(rig, 'p1')
    const isTaken = !REFUSED.includes(name)
    expect({ taken: partner.key === key, bad: bad - before.bad }).toEqual({ taken: isTaken, bad: isTaken ? 0 : 1 })
    // Our parser with the same habits says the same.
    expect(parseSlowFrame(frame, OPEN_VSWITCH_PARSER).kind === 'lacpdu').toBe(isTaken)
  })

  test('its own system id coming back detaches the member', async () => {
    await deliver(rig, ODD_FRAMES[0]!.make(believable(rig.station, 'p1', { system: OVS_SYSTEM, key: 7 })))
    expect(await ovsMember(rig, 'p1')).toMatchObject({ rx: 'current', attached: false, mayEnable: false })
  })

  test.each(ODD_MARKERS)('$name is counted, never answered', async ({ frame }) => {
    const before = await deliver(rig, frame)
    const after = await ovsCounters(rig, 'p1')
    expect(after.markers + after.bad).toBe(before.markers + before.bad + 1)
    // What it says of LACP meanwhile is no answer.
    expect(rig.station.p1.inbox.filter((seen) => parseSlowFrame(seen).kind !== 'lacpdu')).toEqual([])
  })
})

/** Puts a frame on the cable and waits until Open vSwitch has counted it; gives the counters from before. */
async function deliver(rig: Rig, frame: Uint8Array): Promise<{ readonly bad: number; readonly markers: number }> {
  const before = await ovsCounters(rig, 'p1')
  sendFrame(rig.station.p1, frame)
  await until('the frame is counted', 5_000, async () => (await ovsCounters(rig, 'p1')).rx > before.rx)
  return before
}
