import { afterEach, describe, expect, test } from 'vitest'
import { until } from '../clock.ts'
import { isInstalled } from '../programs.ts'
import { OVS_PROGRAMS } from './daemon.ts'
import { ovsEnabled, ovsMember, setAdminState, setSystem, startRig, stopRig } from './rig.ts'
import type { Rig, RigSpec } from './rig.ts'
import { MEMBERS, muxSteps, OUR_SYSTEM, portAt, rxSteps, WORSE_SYSTEM } from '../station.ts'

const running: Rig[] = []

async function live(spec: Omit<RigSpec, 'time'> = {}): Promise<Rig> {
  const rig = await startRig({ ...spec, time: 'real' })
  running.push(rig)
  return rig
}

/** Both ends use the member. */
async function isUp(rig: Rig, member: 'p1' | 'p2'): Promise<boolean> {
  return portAt(rig.station, member).mux === 'collecting-distributing' && (await ovsMember(rig, member)).mayEnable
}

async function comesUp(rig: Rig): Promise<void> {
  await until('both members up', 15_000, async () => (await isUp(rig, 'p1')) && (await isUp(rig, 'p2')))
}

afterEach(async () => {
  for (const rig of running.splice(0)) await stopRig(rig)
})

// Times are lower bounds that the standard sets; how much later they come true is up to the machine.
describe.runIf(isInstalled('Open vSwitch in real time', OVS_PROGRAMS))('Open vSwitch in real time', () => {
  test('two members come up, not before wait_while is over', async () => {
    const rig = await live()
    await comesUp(rig)
    for (const member of MEMBERS) {
      const heardAt = rxSteps(rig.station, member).find(([, rx]) => rx === 'current')?.[0] ?? Number.NaN
      expect(muxSteps(rig.station, member).at(-1)?.[0]).toBeGreaterThanOrEqual(heardAt + 2_000)
      const { actor, partner } = await ovsMember(rig, member)
      expect(partner).toEqual(portAt(rig.station, member).actor)
      expect(actor).toEqual(portAt(rig.station, member).partner)
    }
  })

  test('a member that falls silent expires on both ends within 3 s of the last LACPDU; the other stays', async () => {
    const rig = await live()
    await comesUp(rig)
    const cutAt = performance.now()
    rig.station.p2.silent = true
    await until('Open vSwitch expires the member', 15_000, async () => (await ovsMember(rig, 'p2')).rx === 'expired')
    // The last LACPDU may be up to one second old.
    expect(performance.now() - cutAt).toBeGreaterThan(1_900)
    await until('our port expires', 15_000, () => portAt(rig.station, 'p2').rx === 'expired')
    expect(portAt(rig.station, 'p2').mux).toBe('attached')
    expect(await isUp(rig, 'p1')).toBe(true)
    rig.station.p2.silent = false
    await until('the member is back', 15_000, () => isUp(rig, 'p2'))
    // From EXPIRED there is no new selection, hence no wait.
    expect(muxSteps(rig.station, 'p2').map(([, mux]) => mux)).not.toContain('detached')
  })

  test('loss of light takes a member out at both ends, and light brings it back', async () => {
    const rig = await live()
    await comesUp(rig)
    await setAdminState(rig, 'p2', 'down')
    expect(portAt(rig.station, 'p2').rx).toBe('port-disabled')
    await until('Open vSwitch stops using it', 15_000, async () => (await ovsEnabled(rig)).get('p2') === false)
    expect(await isUp(rig, 'p1')).toBe(true)
    await setAdminState(rig, 'p2', 'up')
    await until('the member is back', 15_000, () => isUp(rig, 'p2'))
  })

  test('two devices with different system ids: one member stays detached', async () => {
    const rig = await live({ systems: { p1: OUR_SYSTEM, p2: WORSE_SYSTEM } })
    await until('one member up', 15_000, async () => (await isUp(rig, 'p1')) || (await isUp(rig, 'p2')))
    const [used, left] = (await isUp(rig, 'p1')) ? (['p1', 'p2'] as const) : (['p2', 'p1'] as const)
    await until('the other waits in ATTACHED', 15_000, () => portAt(rig.station, left).mux === 'attached')
    expect(await ovsMember(rig, left)).toMatchObject({ rx: 'current', attached: false, mayEnable: false })
    expect(await ovsMember(rig, used)).toMatchObject({ rx: 'current', attached: true, mayEnable: true })
  })

  test('a reverted system id detaches its member, and the shared one brings it back', async () => {
    const rig = await live({ apart: true })
    await comesUp(rig)
    await setSystem(rig, 'p2', WORSE_SYSTEM)
    await until('Open vSwitch detaches it', 5_000, async () => !(await ovsMember(rig, 'p2')).attached)
    expect(await isUp(rig, 'p1')).toBe(true)
    await setSystem(rig, 'p2', OUR_SYSTEM)
    await until('the member is back', 15_000, () => isUp(rig, 'p2'))
  })
})
