import { expect, test } from 'vitest'
import { networkOf } from '../model/network.ts'
import { basicPair } from '../templates/basicPair.ts'
import { EXPORTERS } from './exporters.ts'
import { redrawnOn, VENDORS } from './platforms.ts'
import { secretsIn } from './secrets.ts'

const { topology } = basicPair.build()

test('the password of a DFS group is a placeholder that is found', () => {
  const net = networkOf(redrawnOn(topology, 'huawei-vrp8'))
  const { lines } = EXPORTERS['huawei-vrp8'].render(net, net.topology.domains[0]!.peers[0])
  const [secret] = secretsIn(lines)
  expect(secret?.text).toMatch(/^authentication-mode hmac-sha256 password /)
  expect(lines[secret!.number - 1]?.text.trim()).toBe(secret?.text)
})

test.each(VENDORS)('%s writes no secret that is not listed', (vendor) => {
  const net = networkOf(redrawnOn(topology, vendor))
  const { render, variants = [] } = EXPORTERS[vendor]
  for (const write of [render, ...variants.map((variant) => variant.render)]) {
    const { lines } = write(net, net.topology.domains[0]!.peers[0])
    const suspects = lines.filter(
      ({ text }) => !/^[!#] /.test(text) && /passw|secret|auth-?key|cipher|community/i.test(text),
    )
    expect(suspects.map(({ text }) => text.trim())).toEqual(secretsIn(lines).map(({ text }) => text))
  }
})
