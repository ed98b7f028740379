import { expect, test } from 'vitest'
import { toId } from '../../core/model/ids.ts'
import { networkOf } from '../../core/model/network.ts'
import { basicPair } from '../../core/templates/basicPair.ts'
import { endText, hexDump, splitTime } from './frameWords.ts'

test('ends are named as on the canvas', () => {
  const net = networkOf(basicPair.build().topology)
  const port = net.portNamed.get('leaf-a:Ethernet1/1')!
  expect(endText(net, port.id)).toBe('leaf-a 1/1')
  expect(endText(net, toId('gone'))).toBe('')
})

test('times are told to the microsecond', () => {
  expect(splitTime(30_931_204)).toEqual(['30.931', '204'])
  expect(splitTime(0)).toEqual(['0.000', '000'])
})

test('octets are dumped sixteen a line', () => {
  expect(hexDump(Uint8Array.from({ length: 18 }, (_, at) => at))).toBe(
    '0000  00 01 02 03 04 05 06 07 08 09 0a 0b 0c 0d 0e 0f\n0010  10 11',
  )
  expect(hexDump(new Uint8Array(0))).toBe('')
})
