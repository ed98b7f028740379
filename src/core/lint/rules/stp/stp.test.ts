import { expect, test } from 'vitest'
import { toId } from '../../../model/ids.ts'
import type { SpanningTreeEnd, Topology } from '../../../model/topology.ts'
import { accessBelowPair, withEnds, withStp } from '../../../sim/testing/bridges.ts'
import {
  casesOf,
  idsOf,
  onEach,
  neverPlayed,
  wrongWithInvalid,
  wrongWithValid,
  type RuleCases,
} from '../../testing/cases.ts'
import { both, edited, pairWith, templateWith, withBond, withSwitches } from '../../testing/designs.ts'
import { stpBpduGuardAtHosts } from './bpduGuardAtHosts.ts'
import { stpEdgeAtHosts } from './edgeAtHosts.ts'
import { stpEnabled } from './enabled.ts'
import { stpGuardWithEdge } from './guardWithEdge.ts'
import { stpNoBpduGuardAtSwitches } from './noBpduGuardAtSwitches.ts'
import { stpNoEdgeAtSwitches } from './noEdgeAtSwitches.ts'
import { stpNoLoop } from './noLoop.ts'
import { stpNoRootGuardUp } from './noRootGuardUp.ts'
import { stpRootAtPair } from './rootAtPair.ts'

const silent = withSwitches(
  () => true,
  ({ stp }) => ({ stp: { ...stp, enabled: false } }),
)
const plain = templateWith('two-plain-lags', (same) => same)
/** The end on the first switch, which is root, or the end on the access switch. */
const guardOn = (end: 0 | 1, kind: 'root' | 'bpdu' = 'root') =>
  withBond('bond-access-sw-1', ({ ends: [a, b] }) => {
    const guard = (one: typeof a) => ({ ...one, stp: { ...one.stp, guard: kind } })
    return { ends: end === 0 ? [guard(a), b] : [a, guard(b)] }
  })
const onHosts = (set: Partial<SpanningTreeEnd>) => (topology: Topology) =>
  withEnds(topology, (id) => /srv|orphan/.test(id), set)
const onSwitches = (set: Partial<SpanningTreeEnd>) => (topology: Topology) =>
  withEnds(topology, (id) => id.startsWith('bond-access-sw-1'), set)

/** A pair with an access switch of some priority. */
function access(priority: number) {
  const topology = withStp(accessBelowPair(), ({ name }) => (name === 'access' ? { priority } : {}))
  return { ...pairWith(), topology, layout: Object.fromEntries(topology.devices.map(({ id }) => [id, { x: 0, y: 0 }])) }
}

const CASES: readonly RuleCases[] = [
  {
    rule: stpNoLoop,
    valid: {
      'a loop with spanning tree': plain,
      'one switch of the loop that runs it': templateWith(
        'two-plain-lags',
        both(
          silent,
          withSwitches(
            (name) => name === 'access',
            ({ stp }) => ({ stp: { ...stp, enabled: true } }),
          ),
        ),
      ),
      'pairs without a loop': templateWith('back-to-back', silent),
    },
    invalid: {
      ...onEach((vendor) => templateWith('two-plain-lags', silent, vendor)),
      'a cable between the peers beside their peer-link': edited(pairWith(silent), {
        type: 'connect',
        from: { device: toId('leaf-a'), port: null },
        to: { device: toId('leaf-b'), port: null },
        bond: 'never',
      }),
    },
  },
  {
    rule: stpEnabled,
    valid: { 'spanning tree everywhere': pairWith() },
    invalid: { 'none on a pair': pairWith(silent), 'none on one switch': templateWith('plain-lacp', silent) },
  },
  {
    rule: stpRootAtPair,
    valid: { 'no other switch': pairWith(), 'no pair': plain, 'a worse access switch': access(40_960) },
    invalid: { 'a better access switch': access(0), 'an equal one': access(32_768) },
  },
  {
    rule: stpEdgeAtHosts,
    valid: { 'edge ports': pairWith(), 'no spanning tree': pairWith(both(silent, onHosts({ edge: false }))) },
    invalid: onEach((vendor) => pairWith(onHosts({ edge: false }), vendor)),
  },
  {
    rule: stpNoEdgeAtSwitches,
    valid: { 'ports as drawn': plain },
    invalid: { 'edge ports': templateWith('two-plain-lags', onSwitches({ edge: true })) },
  },
  {
    rule: stpNoBpduGuardAtSwitches,
    valid: { 'ports as drawn': plain, 'guarded hosts': pairWith(onHosts({ guard: 'bpdu' })) },
    invalid: {
      'a guarded end': templateWith('two-plain-lags', guardOn(0, 'bpdu')),
      'the other one': templateWith('two-plain-lags', guardOn(1, 'bpdu')),
    },
  },
  {
    rule: stpNoRootGuardUp,
    valid: { 'away from the root': templateWith('two-plain-lags', guardOn(0)), 'no guard': plain },
    invalid: { 'towards the root': templateWith('two-plain-lags', guardOn(1)) },
  },
  {
    rule: stpGuardWithEdge,
    valid: { 'edge ports with a guard': pairWith(onHosts({ guard: 'bpdu' })) },
    invalid: { 'a guard alone': pairWith(onHosts({ guard: 'bpdu', edge: false })) },
  },
  {
    rule: stpBpduGuardAtHosts,
    valid: { guarded: pairWith(onHosts({ guard: 'bpdu' })) },
    invalid: { 'as drawn': pairWith() },
  },
]

test('every rule of the group has cases', () => {
  expect(CASES.map(({ rule }) => rule.id)).toEqual(idsOf('stp'))
})

test('every rule plays what it prevents, or says why it cannot', () => {
  expect(neverPlayed(CASES)).toEqual([])
})

test.each(casesOf(CASES, 'valid'))('%s passes %s', (_, _name, rule, design) => {
  expect(wrongWithValid(rule, design)).toEqual([])
})

test.each(casesOf(CASES, 'invalid'))('%s finds %s', (_, _name, rule, design, valid) => {
  expect(wrongWithInvalid(rule, design, valid)).toEqual([])
})
