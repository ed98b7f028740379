import { describe, expect, test } from 'vitest'
import { TEMPLATES } from '../templates/index.ts'
import { networkOf } from './network.ts'
import { resolveTarget, targetText } from './targets.ts'

const NET = networkOf(TEMPLATES[0]!.build().topology)

describe('a target is read in its order of meaning', () => {
  test.each([
    ['link-leaf-a-p1-srv-1', { kind: 'link', link: { id: 'link-leaf-a-p1-srv-1' }, port: null }],
    ['leafs', { kind: 'domain', domain: { id: 'domain-leafs' } }],
    ['srv-1', { kind: 'device', device: { id: 'srv-1' } }],
    ['srv-1:eth0', { kind: 'link', link: { id: 'link-leaf-a-p1-srv-1' }, port: { id: 'srv-1-p1' } }],
    ['leaf-a:Ethernet1/1', { kind: 'link', link: { id: 'link-leaf-a-p1-srv-1' }, port: { id: 'leaf-a-p1' } }],
    ['leaf-b:mgmt0', { kind: 'link', link: { id: 'link-leaf-b-m1-mgmt-1' } }],
  ])('%s', (text, target) => {
    const result = resolveTarget(NET, text)
    expect(result).toMatchObject({ ok: true, target })
    expect(result.ok && targetText(NET, result.target)).toBe(text)
  })

  test('a link id before a domain before a device', () => {
    const { topology } = NET
    const renamed = networkOf({
      ...topology,
      domains: topology.domains.map((domain) => ({ ...domain, name: 'link-leaf-a-p1-srv-1' })),
    })
    expect(resolveTarget(renamed, 'link-leaf-a-p1-srv-1')).toMatchObject({ target: { kind: 'link' } })
  })
})

describe('a target that is not there is answered with what is near', () => {
  test.each([
    [
      'leaf-c',
      'Nothing here is called "leaf-c"; expected a cable, a domain or a device. Near it: leaf-a, leaf-b, leafs.',
    ],
    ['SRV-1', /Near it: srv-1, srv-2, link-leaf-a-p1-srv-1/],
    ['orphan', /Near it: orphan-a, orphan-b/],
    ['leaf-x:Ethernet1/1', 'Nothing here is called "leaf-x"; expected a device. Near it: leaf-a, leaf-b.'],
    ['srv-1:eth7', 'srv-1 has no cable on a port called "eth7". Near it: eth0, eth1.'],
    ['leaf-a:Ethernet1/22', /no cable on a port called "Ethernet1\/22". Near it: Ethernet1\/2, /],
    ['srv-1:bond', 'srv-1 has no cable on a port called "bond". Its cables are on eth0, eth1.'],
    ['srv-1:', /no cable on a port called ""/],
    ['', /Nothing here is called ""/],
    ['zzzzzzzz', /Known: leafs, leaf-a, leaf-b, /],
    ['<b>"\n', /called "<b>\\"\\n"/],
    ['x'.repeat(10_000), /x…"/],
  ])('%j', (text, words) => {
    const result = resolveTarget(NET, text)
    if (result.ok) throw new Error('This target must be refused')
    expect(result.problem).toMatch(words)
  })
})
