import { expect, test } from 'vitest'
import { toId } from '../../core/model/ids.ts'
import type { ActiveFailure, LinkView, StateWord } from '../../core/model/runView.ts'
import { drawnAs, pillOf } from './cableLook.ts'

const ENDS = ['leaf-a:Ethernet1/1', 'srv-1:eth0'] as const

test('a healthy cable is drawn by its state', () => {
  expect(drawnAs(aLink('forwarding'), ENDS)).toEqual({ look: 'forwarding', failure: null, darkEnd: 0 })
  expect(drawnAs(aLink('suspended'), ENDS).look).toBe('suspended')
})

test('nothing is known of a cable before the first view', () => {
  expect(drawnAs(undefined, ENDS).look).toBe('unknown')
})

test('a cut is stronger than silence', () => {
  const both = aLink('down', aFailure('link-silent'), aFailure('link-cut'))
  expect(drawnAs(both, ENDS)).toMatchObject({ look: 'cut', failure: { failure: 'link-cut' } })
})

test('a failure in phases is drawn as cut only while the cable is down, and keeps its mark', () => {
  const later = aFailure('keepalive-then-peer-link')
  expect(drawnAs(aLink('forwarding', later), ENDS)).toMatchObject({ look: 'forwarding', failure: later })
  expect(drawnAs(aLink('down', later), ENDS).look).toBe('cut')
})

test('the dark end of a one-way cable is the one that the named port, or the first end, is told about', () => {
  const dark = (target: string, dir?: string) =>
    drawnAs(aLink('down', aFailure('link-one-way', target, dir === undefined ? {} : { dir })), ENDS).darkEnd
  expect([dark('leaf-a:Ethernet1/1'), dark('srv-1:eth0'), dark('link-1')]).toEqual([0, 1, 0])
  expect([dark('leaf-a:Ethernet1/1', 'from'), dark('srv-1:eth0', 'from')]).toEqual([1, 0])
})

test('what stands beside a mark', () => {
  expect(pillOf(drawnAs(aLink('down', aFailure('link-cut')), ENDS))).toBe('cut 30.990 s')
  expect(pillOf(drawnAs(aLink('forwarding', aFailure('link-loss', 'link-1', { percent: '2' })), ENDS))).toBe('2 %')
  expect(pillOf(drawnAs(aLink('forwarding', aFailure('link-flap')), ENDS))).toBe('every 10 s')
  const swapped = { with: 'Ethernet1/2' }
  expect(pillOf(drawnAs(aLink('down', aFailure('cable-in-wrong-port', ENDS[0], swapped)), ENDS))).toBe('1/1 ⇄ 1/2')
  const loop = { into: 'leaf-b:Ethernet1/3' }
  expect(pillOf(drawnAs(aLink('down', aFailure('loop-cable', 'link-1', loop)), ENDS))).toBe('to leaf-b 1/3')
  const pulled = { into: ENDS[0] }
  expect(pillOf(drawnAs(aLink('down', aFailure('loop-cable', 'link-2', pulled)), ENDS))).toBe('cut 30.990 s')
  expect(pillOf(drawnAs(aLink('down'), ENDS))).toBeNull()
})

function aLink(state: StateWord, ...failures: readonly ActiveFailure[]): LinkView {
  return { link: toId('link-1'), state, failures, flows: [] }
}

function aFailure(failure: string, target = 'link-1', options: ActiveFailure['options'] = {}): ActiveFailure {
  return { failure, target, options, at: 30_990_000 }
}
