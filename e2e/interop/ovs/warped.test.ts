import { afterEach, describe, expect, test } from 'vitest'
import { has } from '../../../src/core/protocol/lacp/identity.ts'
import { BIT } from '../../../src/core/protocol/lacp/types.ts'
import { isInstalled } from '../programs.ts'
import { OVS_PROGRAMS } from './daemon.ts'
import { advanceTo, ovsCounters, ovsEnabled, ovsMember, setAdminState, setSystem, startRig, stopRig } from './rig.ts'
import type { Rig, RigSpec } from './rig.ts'
import type { OvsCounters } from './show.ts'
import { MEMBERS, BETTER_SYSTEM, muxSteps, OUR_SYSTEM, portAt, rxSteps, WORSE_SYSTEM } from '../station.ts'
import type { MemberName } from '../station.ts'

const running: Rig[] = []

async function warped(spec: Omit<RigSpec, 'time'> = {}): Promise<Rig> {
  const rig = await startRig({ ...spec, time: 'warped' })
  running.push(rig)
  return rig
}

/** What Open vSwitch says of a member, in three words. */
async function theirs(rig: Rig, member: MemberName): Promise<string> {
  const { rx, attached, mayEnable } = await ovsMember(rig, member)
  return `${rx} ${attached ? 'attached' : 'detached'} ${mayEnable ? 'enabled' : 'disabled'}`
}

const UP = 'current attached enabled'

/** How often Open vSwitch lost its partner or could not read it since then. Before, its start may have taken long. */
function troubles(before: OvsCounters, after: OvsCounters): number {
  return after.expired + after.defaulted + after.bad - (before.expired + before.defaulted + before.bad)
}

/** Both ends agree on every field of both records. */
async function expectAgreement(rig: Rig, member: MemberName): Promise<void> {
  const { actor, partner } = await ovsMember(rig, member)
  expect(partner).toEqual(portAt(rig.station, member).actor)
  expect(actor).toEqual(portAt(rig.station, member).partner)
}

afterEach(async () => {
  for (const rig of running.splice(0)) await stopRig(rig)
})

describe.runIf(isInstalled('Open vSwitch in warped time', OVS_PROGRAMS))('Open vSwitch in warped time', () => {
  test('two members come up two seconds after the first exchange', async () => {
    const rig = await warped()
    await advanceTo(rig, 1_900)
    for (const member of MEMBERS) {
      expect(portAt(rig.station, member)).toMatchObject({ rx: 'current', mux: 'waiting' })
      expect(await theirs(rig, member)).toBe('current attached disabled')
    }
    await advanceTo(rig, 2_000)
    for (const member of MEMBERS) {
      expect(muxSteps(rig.station, member)).toEqual([
        [0, 'waiting'],
        [2_000, 'collecting-distributing'],
      ])
      expect(await theirs(rig, member)).toBe(UP)
      await expectAgreement(rig, member)
      expect(portAt(rig.station, member).actor).toMatchObject({ system: OUR_SYSTEM, state: 0x3f })
    }
  })

  test('independent control distributes once the partner collects', async () => {
    const rig = await warped({ muxControl: 'independent' })
    await advanceTo(rig, 2_000)
    for (const member of MEMBERS) {
      expect(muxSteps(rig.station, member).at(-1)).toEqual([2_000, 'distributing'])
      expect(await theirs(rig, member)).toBe(UP)
      await expectAgreement(rig, member)
    }
  })

  test('both slow: one LACPDU in 30 s each way', async () => {
    const rig = await warped({ short: false, ovsRate: 'slow' })
    await advanceTo(rig, 10_000)
    const [sent, received] = [rig.station.p1.sent, rig.station.p1.received]
    const before = await ovsCounters(rig, 'p1')
    await advanceTo(rig, 130_000, 1_000)
    expect(portAt(rig.station, 'p1').partner.state).toBe(0x3d)
    await expectAgreement(rig, 'p1')
    expect(rig.station.p1.sent - sent).toBe(4)
    expect(rig.station.p1.received - received).toBe(4)
    expect(troubles(before, await ovsCounters(rig, 'p1'))).toBe(0)
  })

  test('the rate is what the other end asks for: fast one way, slow the other', async () => {
    const rig = await warped({ short: false, ovsRate: 'fast' })
    await advanceTo(rig, 10_000)
    const [sent, received] = [rig.station.p1.sent, rig.station.p1.received]
    const before = await ovsCounters(rig, 'p1')
    await advanceTo(rig, 70_000, 500)
    expect(portAt(rig.station, 'p1').partner.state).toBe(0x3f)
    expect(portAt(rig.station, 'p1').actor.state).toBe(0x3d)
    expect(rig.station.p1.sent - sent).toBe(60)
    expect(rig.station.p1.received - received).toBe(2)
    expect(troubles(before, await ovsCounters(rig, 'p1'))).toBe(0)
  })

  test('a passive end of ours speaks when it is spoken to', async () => {
    const rig = await warped({ active: false })
    await advanceTo(rig, 4_000)
    for (const member of MEMBERS) {
      // It may have missed what Open vSwitch said when it started; the next LACPDU comes within a second.
      const heardAt = rxSteps(rig.station, member).find(([, rx]) => rx === 'current')?.[0] ?? Number.NaN
      expect(heardAt).toBeGreaterThanOrEqual(0)
      expect(muxSteps(rig.station, member)).toEqual([
        [heardAt, 'waiting'],
        [heardAt + 2_000, 'collecting-distributing'],
      ])
      expect(await theirs(rig, member)).toBe(UP)
      await expectAgreement(rig, member)
      expect(portAt(rig.station, member).actor.state).toBe(0x3e)
    }
  })

  test('one member silent for twelve seconds: both ends expire after 3 s, default after 6 s, and find back', async () => {
    const rig = await warped()
    await advanceTo(rig, 10_100)
    const before = await ovsCounters(rig, 'p1')
    rig.station.p2.silent = true
    await advanceTo(rig, 12_900)
    expect(await theirs(rig, 'p2')).toBe(UP)
    await advanceTo(rig, 13_000)
    expect(await theirs(rig, 'p2')).toBe('expired attached disabled')
    await advanceTo(rig, 16_000)
    expect(await theirs(rig, 'p2')).toBe('defaulted detached disabled')
    await advanceTo(rig, 22_100)
    rig.station.p2.silent = false
    await advanceTo(rig, 46_000)
    expect(await theirs(rig, 'p2')).toBe('current attached disabled')
    await advanceTo(rig, 48_000)
    expect(await theirs(rig, 'p2')).toBe(UP)
    expect(rxSteps(rig.station, 'p2').slice(-3)).toEqual([
      [13_000, 'expired'],
      [16_000, 'defaulted'],
      [46_000, 'current'],
    ])
    expect(muxSteps(rig.station, 'p2').slice(-4)).toEqual([
      [13_000, 'attached'],
      [16_000, 'detached'],
      [46_000, 'waiting'],
      [48_000, 'collecting-distributing'],
    ])
    // The other member never noticed.
    expect(muxSteps(rig.station, 'p1').at(-1)).toEqual([2_000, 'collecting-distributing'])
    expect(troubles(before, await ovsCounters(rig, 'p1'))).toBe(0)
  })

  test('one member silent at the slow rate: 90 s and 93 s after the last LACPDU, on both ends', async () => {
    const rig = await warped({ short: false, ovsRate: 'slow' })
    await advanceTo(rig, 3_000)
    await advanceTo(rig, 100_000, 1_000)
    rig.station.p2.silent = true
    await advanceTo(rig, 179_000, 1_000)
    expect(await theirs(rig, 'p2')).toBe(UP)
    await advanceTo(rig, 180_000, 1_000)
    expect(await theirs(rig, 'p2')).toBe('expired attached disabled')
    await advanceTo(rig, 183_000, 1_000)
    expect(await theirs(rig, 'p2')).toBe('defaulted detached disabled')
    expect(rxSteps(rig.station, 'p2').slice(-2)).toEqual([
      [180_000, 'expired'],
      [183_000, 'defaulted'],
    ])
  })

  test('loss of light: the member is out at once on both ends and back without a new wait', async () => {
    const rig = await warped()
    await advanceTo(rig, 10_100)
    await setAdminState(rig, 'p2', 'down')
    expect(portAt(rig.station, 'p2')).toMatchObject({ rx: 'port-disabled', mux: 'attached', selected: 'selected' })
    await advanceTo(rig, 10_200)
    expect(Object.fromEntries(await ovsEnabled(rig))).toEqual({ p1: true, p2: false })
    await advanceTo(rig, 20_100)
    expect(await theirs(rig, 'p2')).toBe('defaulted detached disabled')
    await setAdminState(rig, 'p2', 'up')
    await advanceTo(rig, 20_300)
    expect(muxSteps(rig.station, 'p2').slice(-2)).toEqual([
      [10_100, 'attached'],
      [20_100, 'collecting-distributing'],
    ])
    expect(await theirs(rig, 'p2')).toBe(UP)
    expect(Object.fromEntries(await ovsEnabled(rig))).toEqual({ p1: true, p2: true })
    await expectAgreement(rig, 'p2')
  })

  test('two devices of ours with different system ids: one member is detached and sees no sync', async () => {
    const rig = await warped({ systems: { p1: OUR_SYSTEM, p2: WORSE_SYSTEM } })
    await advanceTo(rig, 8_000)
    expect(await theirs(rig, 'p1')).toBe(UP)
    expect(await theirs(rig, 'p2')).toBe('current detached disabled')
    expect(muxSteps(rig.station, 'p1').at(-1)).toEqual([2_000, 'collecting-distributing'])
    expect(muxSteps(rig.station, 'p2').at(-1)).toEqual([2_000, 'attached'])
    expect(has(portAt(rig.station, 'p2').partner, BIT.synchronization)).toBe(false)
    expect(Object.fromEntries(await ovsEnabled(rig))).toEqual({ p1: true, p2: false })
  })

  test('a system id reverted detaches in the same step and costs two seconds to rejoin', async () => {
    const rig = await warped({ apart: true })
    await advanceTo(rig, 10_100)
    expect(await theirs(rig, 'p2')).toBe(UP)
    await setSystem(rig, 'p2', WORSE_SYSTEM)
    expect(await theirs(rig, 'p2')).toBe('current detached disabled')
    expect(await theirs(rig, 'p1')).toBe(UP)
    await advanceTo(rig, 20_100)
    await setSystem(rig, 'p2', OUR_SYSTEM)
    expect(await theirs(rig, 'p2')).toBe('current attached disabled')
    await advanceTo(rig, 22_000)
    expect(await theirs(rig, 'p2')).toBe('current attached disabled')
    await advanceTo(rig, 22_100)
    expect(await theirs(rig, 'p2')).toBe(UP)
    await expectAgreement(rig, 'p2')
    expect(muxSteps(rig.station, 'p2').slice(-4)).toEqual([
      [10_100, 'waiting'],
      [12_100, 'attached'],
      [20_100, 'waiting'],
      [22_100, 'collecting-distributing'],
    ])
    expect(muxSteps(rig.station, 'p1').at(-1)).toEqual([2_000, 'collecting-distributing'])
  })

  test('a reverted system id that is lower than the shared one takes the bond with it', async () => {
    const rig = await warped({ apart: true })
    await advanceTo(rig, 10_100)
    await setSystem(rig, 'p2', BETTER_SYSTEM)
    expect(await theirs(rig, 'p1')).toBe('current detached disabled')
    expect(await theirs(rig, 'p2')).toBe('current attached disabled')
    expect(muxSteps(rig.station, 'p1').at(-1)).toEqual([10_100, 'attached'])
    await advanceTo(rig, 12_100)
    expect(await theirs(rig, 'p2')).toBe(UP)
    expect(muxSteps(rig.station, 'p2').at(-1)).toEqual([12_100, 'collecting-distributing'])
  })

  test('the peers of a pair that announce one system id make one aggregation', async () => {
    const rig = await warped({ apart: true })
    await advanceTo(rig, 2_000)
    for (const member of MEMBERS) {
      expect(await theirs(rig, member)).toBe(UP)
      await expectAgreement(rig, member)
    }
    expect(Object.fromEntries(await ovsEnabled(rig))).toEqual({ p1: true, p2: true })
  })
})
