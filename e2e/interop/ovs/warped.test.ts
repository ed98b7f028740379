import { afterEach, describe, expect, test } from 'vitest'
import { isInstalled } from '../programs.ts'
import { OVS_PROGRAMS } from './daemon.ts'
import { advanceTo, ovsEnabled, ovsMember, startRig, stopRig } from './rig.ts'
import type { Rig, RigSpec } from './rig.ts'
import { enteredMux, OUR_SYSTEM, portAt } from './station.ts'

const running: Rig[] = []

async function warped(spec: Omit<RigSpec, 'time'> = {}): Promise<Rig> {
  const rig = await startRig({ ...spec, time: 'warped' })
  running.push(rig)
  return rig
}

afterEach(async () => {
  for (const rig of running.splice(0)) await stopRig(rig)
})

describe.runIf(isInstalled('Open vSwitch in warped time', OVS_PROGRAMS))('Open vSwitch in warped time', () => {
  test('two members come up two seconds after the first exchange', async () => {
    const rig = await warped()
    await advanceTo(rig, 1_900)
    for (const member of ['p1', 'p2'] as const) {
      expect(portAt(rig.station, member)).toMatchObject({ rx: 'current', mux: 'waiting' })
      expect(await ovsMember(rig, member)).toMatchObject({ rx: 'current', attached: true, mayEnable: false })
    }
    await advanceTo(rig, 2_000)
    for (const member of ['p1', 'p2'] as const) {
      expect(enteredMux(rig.station, member, 'collecting-distributing')).toBe(2_000)
      const { actor, partner, ...theirs } = await ovsMember(rig, member)
      expect(theirs).toEqual({ rx: 'current', attached: true, mayEnable: true })
      expect(partner).toEqual(portAt(rig.station, member).actor)
      expect(actor).toEqual(portAt(rig.station, member).partner)
      expect(partner).toMatchObject({ system: OUR_SYSTEM, state: 0x3f })
    }
  })
})
