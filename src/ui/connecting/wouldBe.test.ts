import { expect, test } from 'vitest'
import { toId } from '../../core/model/ids.ts'
import { TEMPLATES } from '../../core/templates/index.ts'
import { wouldBe } from './wouldBe.ts'

const pair = TEMPLATES.find(({ id }) => id === 'basic-pair')!.build()
const plug = (device: string, index?: number) => ({
  device: toId<'device'>(device),
  port: index === undefined ? null : ({ kind: 'front', index } as const),
})

test('says ports, speed and what the cable would be for, before it is drawn', () => {
  expect(wouldBe(pair, plug('leaf-b', 9), plug('orphan-a'))).toEqual({
    ok: true,
    text: 'leaf-b Ethernet1/9 to orphan-a eth1: 25 Gbit/s, member of vPC 13.',
  })
  expect(wouldBe(pair, plug('leaf-a', 20), plug('leaf-b', 21)).text).toBe(
    'leaf-a Ethernet1/20 to leaf-b Ethernet1/21: 100 Gbit/s, member of peer-link Po10.',
  )
})

test('says why not', () => {
  expect(wouldBe(pair, plug('srv-1'), plug('srv-2'))).toEqual({
    ok: false,
    text: 'Hosts are connected through a switch.',
  })
  expect(wouldBe(pair, plug('leaf-a', 1), plug('srv-1')).text).toBe('leaf-a:Ethernet1/1 already has a cable.')
})
