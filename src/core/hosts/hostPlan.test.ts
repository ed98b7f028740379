import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toId } from '../model/ids.ts'
import { networkOf } from '../model/network.ts'
import type { Topology } from '../model/topology.ts'
import { basicPair } from '../templates/basicPair.ts'
import { twoPlainLags } from '../templates/twoPlainLags.ts'
import { renderText } from '../vendors/exporter.ts'
import { HOST_FORMAT_IDS } from './hostFormat.ts'
import { planHost, type HostPlan } from './hostPlan.ts'
import { HOST_FORMATS } from './index.ts'
import { isInterfaceName, vlanInterfaces } from './interfaceNames.ts'
import { hostEnds } from './testing/hostDesigns.ts'

test('a bond is written with the mode, rate and hash that are simulated', () => {
  expect(planOf(basic, 'srv-2').interfaces).toEqual([
    {
      kind: 'bond',
      name: 'bond0',
      from: 'bond-srv-2',
      mtu: 1500,
      address: '10.0.10.12/24',
      gateway: null,
      vlans: [],
      members: ['eth0', 'eth1'],
      mode: '802.3ad',
      rate: 'slow',
      hash: 'layer3+4',
      minLinks: null,
    },
  ])
  const changed = hostEnds(basic, (end) => ({ ...end, mode: 'static', hash: 'layer2+3' }))
  expect(planOf(changed, 'srv-2').interfaces[0]).toMatchObject({ mode: 'balance-xor', hash: 'layer2+3' })
})

test('a host whose bonds run to two switches that are no pair has one bond of all its cables', () => {
  const plan = planOf(twoPlainLags.build().topology, 'srv-1')
  expect(plan.interfaces).toHaveLength(1)
  expect(plan.interfaces[0]).toMatchObject({ kind: 'bond', members: ['eth0', 'eth1'] })
})

test('the prefix takes in every server of the VLAN, and a set of servers in no common network is noted', () => {
  const moved = withAddress(basic, 'srv-2', '10.0.12.12')
  expect(planOf(moved, 'srv-1').interfaces[0]?.address).toBe('10.0.10.11/21')
  expect(planOf(moved, 'srv-1').notes).toEqual([])
  const apart = planOf(withAddress(basic, 'srv-2', '192.0.2.1'), 'srv-1')
  expect(apart.interfaces[0]?.address).toBe('10.0.10.11/24')
  expect(apart.notes).toEqual([expect.objectContaining({ text: expect.stringContaining('no network in common') })])
})

test('what Linux does not have is noted in words', () => {
  const changed = hostEnds(basic, (end) => ({
    ...end,
    mode: 'passive',
    hash: 'symmetric',
    lacp: { maxBundle: 2, waitToRestoreS: 30, independent: true, netboot: true },
  }))
  const { notes } = planOf(changed, 'srv-1')
  for (const words of ['passive', 'greatest number', 'time to restore', 'together', 'symmetric', 'boot'])
    expect(notes.map(({ text }) => text)).toContainEqual(expect.stringContaining(words))
})

describe('refuses, and says why', () => {
  test.each([
    ['a name that Linux does not take', rename('Ethernet1/1'), /Ethernet1\/1 is no interface name/],
    ['a port with the name of the bond', rename('bond0'), /bond0 is the name of a port and of a bond/],
    ['a server without a cable', { ...basic, links: [], ports: [], bonds: [] }, /has no cable/],
  ])('%s', (_, topology, reason) => {
    expect(planHost(networkOf(topology), toId('srv-1'))).toEqual({ ok: false, reason: expect.stringMatching(reason) })
  })
})

describe('interface names', () => {
  test.each(['eth0', 'enp129s0f0np0', 'a.b-c_d'])('%s is one', (name) => expect(isInterfaceName(name)).toBe(true))
  test.each(['', '0', '17', 'lo', 'all', '-x', '.x', 'a/b', 'a b', 'enp129s0f0np0.20', 'x:1', 'naïve'])(
    '%j is none',
    (name) => expect(isInterfaceName(name)).toBe(false),
  )

  test('VLAN interfaces are short enough and never two of one name', () => {
    const taken = new Set(['eth0', 'vlan30'])
    expect(vlanInterfaces('eth0', [20], taken)).toEqual([{ id: 20, name: 'eth0.20' }])
    const long = 'enp129s0f0np0'
    expect(vlanInterfaces(long, [20, 30], taken).map(({ name }) => name)).toEqual(['vlan20', 'vlan30-2'])
    expect(vlanInterfaces(long, [20], taken).map(({ name }) => name)).toEqual(['vlan20-2'])
  })
})

describe.each(HOST_FORMAT_IDS)('%s', (format) => {
  test('no label or name adds a line or changes one that is not a comment', () => {
    const plain = linesOf(basic)
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.boolean(), (text, nasty) => {
        const used = nasty ? `${text}\r\n[Bond]\u2028 !" ' \${x} # %  \\ \u0085` : text
        const devices = basic.devices.map((device) => ({ ...device, label: used, name: device.name + used }))
        const lines = linesOf({ ...basic, devices })
        expect(lines).toHaveLength(plain.length)
        expect(lines.filter((line, at) => line !== plain[at] && !COMMENT.test(line))).toEqual([])
      }),
      { seed: 20_261_129, numRuns: 100 },
    )
  })

  test('every line of an interface leads back to what was drawn', () => {
    const { plan } = planned(basic, 'srv-1')
    const lines = HOST_FORMATS[format].files(plan).flatMap((file) => file.lines)
    const about = lines.filter(({ text }) => /bond|eth[01]|lacp|mode/i.test(text) && !/^( {2}\w+:|#|\[)/.test(text))
    expect(about.length).toBeGreaterThan(4)
    for (const { from } of about) expect(from).toBe('bond-srv-1')
  })

  function linesOf(topology: Topology): readonly string[] {
    const { plan } = planned(topology, 'srv-1')
    return HOST_FORMATS[format].files(plan).flatMap(({ lines }) => renderText(lines).split('\n'))
  }
})

const COMMENT = /^# [A-Za-z0-9 ._,:()/+=@-]{1,250}$/
const basic = basicPair.build().topology

function planned(topology: Topology, host: string) {
  const result = planHost(networkOf(topology), toId(host))
  if (!result.ok) throw new Error(result.reason)
  return result
}

function planOf(topology: Topology, host: string): HostPlan {
  return planned(topology, host).plan
}

/** The first port of `srv-1` under another name. */
function rename(name: string): Topology {
  const ports = basic.ports.map((port) => (port.device === 'srv-1' && port.index === 1 ? { ...port, name } : port))
  return { ...basic, ports }
}

function withAddress(topology: Topology, host: string, ipv4: string): Topology {
  const devices = topology.devices.map((device) =>
    device.kind === 'host' && device.name === host ? { ...device, ipv4 } : device,
  )
  return { ...topology, devices }
}
