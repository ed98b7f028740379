import { expect, test } from 'vitest'
import { freePorts, replug } from './editPorts.ts'
import { designProblems } from './document.ts'
import { settled } from './edits.ts'
import { toId } from './ids.ts'
import { networkOf } from './network.ts'
import { CONTEXT, template } from './testing/editing.ts'

const pair = template('basic-pair')
const leaf = networkOf(pair.topology).devices.get(toId('leaf-a'))!
const cable = toId<'link'>('link-leaf-a-p1-srv-1')
const moved = (index: number, end: 0 | 1 = 0) => replug(pair, cable, end, index, CONTEXT)

test('free are the ports without a cable, by their platform’s names', () => {
  const free = freePorts(pair.topology, leaf, 'front', CONTEXT).map(({ name }) => name)
  expect(free.slice(0, 2)).toEqual(['Ethernet1/4', 'Ethernet1/5'])
  expect(free).toHaveLength(54 - 5)
  expect(freePorts(pair.topology, leaf, 'management', CONTEXT)).toEqual([])
})

test('a cable that is plugged into another port stays in its bond, and the design is sound', () => {
  const result = moved(7)
  if (!result.ok) throw new Error(result.message)
  const net = networkOf(result.design.topology)
  const [end] = net.links.get(cable)!.ends
  expect(net.ports.get(end)).toMatchObject({ device: 'leaf-a', index: 7, name: 'Ethernet1/7' })
  expect(net.bondOf.get(cable)?.id).toBe(networkOf(pair.topology).bondOf.get(cable)?.id)
  expect(designProblems(result.design)).toEqual([])
  expect(freePorts(result.design.topology, leaf, 'front', CONTEXT)[0]?.name).toBe('Ethernet1/1')
})

test('scenarios that name the port follow it', () => {
  const target = 'leaf-a:Ethernet1/1'
  const step = { at: 1, command: { type: 'fail', failure: 'link-cut', target, options: {} } } as const
  const scenario = { name: 'cut', start: 'settled', steps: [step], until: 2 } as const
  const design = { ...pair, scenarios: [scenario] }
  const result = settled(design, replug(design, cable, 0, 7, CONTEXT))
  expect(result).toMatchObject({
    ok: true,
    design: { scenarios: [{ steps: [{ command: { target: 'leaf-a:Ethernet1/7' } }] }] },
  })
})

test('a port with a cable, one that is not there and a cable that went are refused by name', () => {
  expect(moved(2)).toMatchObject({ ok: false, message: 'leaf-a:Ethernet1/2 already has a cable.' })
  expect(moved(99)).toMatchObject({ ok: false, message: 'leaf-a has no port Ethernet1/99.' })
  expect(moved(9, 1)).toMatchObject({ ok: false, message: 'srv-1 has no port eth8.' })
  expect(replug(pair, toId('gone'), 0, 7, CONTEXT)).toMatchObject({ ok: false })
  expect(moved(1)).toEqual({ ok: true, design: pair, made: [] })
})
