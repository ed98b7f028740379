import { describe, expect, test } from 'vitest'
import { applyEdit, applyEdits, type Edit } from './edits.ts'
import { toId } from './ids.ts'
import { CONTEXT, edited, id, message, template } from './testing/editing.ts'

describe('values', () => {
  const design = template('basic-pair')
  const domain = id<'domain'>('domain-leafs')

  test('are refused with the rule they break', () => {
    expect(message(design, { type: 'set-device', device: id('leaf-a'), set: { name: 'leaf"a' } })).toMatch(
      /^The name may hold letters/,
    )
    expect(message(design, { type: 'set-device', device: id('leaf-a'), set: { name: 'leafs' } })).toBe(
      'Two devices or domains are called leafs.',
    )
    expect(message(design, { type: 'set-link', link: id('link-leaf-a-p3-orphan-a'), set: { mtu: 90_000 } })).toBe(
      'The MTU must be a whole number from 576 to 9216.',
    )
    expect(message(design, { type: 'set-title', title: 'a\nb' })).toMatch(/one line/)
    expect(message(design, { type: 'set-keepalive', domain, set: { addresses: ['10.0.0.1', '10.0.0'] } })).toMatch(
      /IPv4/,
    )
  })

  test('of a platform are set and cleared', () => {
    const set = edited(
      design,
      { type: 'set-number', domain, key: 'member-restore-ms', value: 60_000 },
      { type: 'set-choice', domain, key: 'egress-rule', value: 'flooded-frames' },
    )
    expect(set.topology.domains[0]?.settings).toEqual({
      numbers: { 'member-restore-ms': 60_000 },
      switches: {},
      choices: { 'egress-rule': 'flooded-frames' },
    })
    const cleared = edited(
      set,
      { type: 'set-number', domain, key: 'member-restore-ms', value: null },
      { type: 'set-choice', domain, key: 'egress-rule', value: null },
    )
    expect(cleared).toEqual(design)
  })

  test('that change nothing leave the same object', () => {
    const same: readonly Edit[] = [
      { type: 'set-title', title: design.title },
      { type: 'move-devices', to: design.layout },
      { type: 'set-device', device: id('leaf-a'), set: { name: 'leaf-a' } },
      { type: 'set-number', domain, key: 'solo-start-ms', value: null },
      { type: 'remove', devices: [], links: [] },
    ]
    for (const edit of same) {
      const result = applyEdit(design, edit, CONTEXT)
      expect(result.ok && result.design).toBe(design)
    }
  })

  test('flows get UDP ports that no other flow of the hosts has', () => {
    const { topology } = edited(design, { type: 'add-flow', from: id('srv-1'), to: id('srv-2'), ports: null })
    expect(topology.flows.at(-1)).toMatchObject({ from: 'srv-1', to: 'srv-2', ports: [40_003, 7000] })
  })
})

test('every edit of something that is gone is refused', () => {
  const design = template('basic-pair')
  const nowhere = toId<never>('nowhere')
  const plug = { device: nowhere, port: null }
  const edits: readonly Edit[] = [
    { type: 'remove', devices: [nowhere], links: [] },
    { type: 'remove', devices: [], links: [nowhere] },
    { type: 'move-devices', to: { [nowhere]: { x: 0, y: 0 } } },
    { type: 'set-device', device: nowhere, set: { name: 'x' } },
    { type: 'set-platform', device: nowhere, vendor: 'arista-eos' },
    { type: 'pair-switches', peers: [nowhere, id('leaf-a')] },
    { type: 'unpair', domain: nowhere },
    { type: 'connect', from: plug, to: { device: id('leaf-a'), port: null }, bond: 'auto' },
    { type: 'set-link-role', link: nowhere, role: 'plain' },
    { type: 'set-link-role', link: id('link-leaf-a-p3-orphan-a'), role: 'member', bond: nowhere },
    { type: 'set-link', link: nowhere, set: { mtu: 1500 } },
    { type: 'set-bond', bond: nowhere, set: { mtu: 1500 } },
    { type: 'set-bond-end', bond: nowhere, end: 0, set: { channel: 5 } },
    { type: 'dissolve-bond', bond: nowhere },
    { type: 'set-domain', domain: nowhere, set: { number: 5 } },
    { type: 'set-keepalive', domain: nowhere, set: { vrf: 'x' } },
    { type: 'set-peering', domain: nowhere, set: { vlan: 5 } },
    { type: 'set-number', domain: nowhere, key: 'solo-start-ms', value: 1 },
    { type: 'set-switch', domain: nowhere, key: 'solo-start', value: true },
    { type: 'set-choice', domain: nowhere, key: 'egress-rule', value: null },
    { type: 'rename-vlan', id: 999, name: 'x' },
    { type: 'remove-vlan', id: 999 },
    { type: 'add-flow', from: nowhere, to: id('srv-1'), ports: null },
    { type: 'set-flow', flow: nowhere, ports: [1, 2] },
    { type: 'remove-flows', flows: [nowhere] },
  ]
  for (const edit of edits)
    expect([edit, message(design, edit)]).toEqual([edit, expect.stringMatching(/no longer in the design\.$/)])
})

describe('several edits as one', () => {
  const design = template('basic-pair')
  const rename = (device: string, name: string): Edit => ({ type: 'set-device', device: id(device), set: { name } })

  test('two names change places', () => {
    const result = applyEdits(design, [rename('leaf-a', 'leaf-b'), rename('leaf-b', 'leaf-a')], CONTEXT)
    const names = result.ok && result.design.topology.devices.map(({ id, name }) => `${id} ${name}`)
    expect(names).toEqual(expect.arrayContaining(['leaf-a leaf-b', 'leaf-b leaf-a']))
  })

  test('one that is refused takes the others with it', () => {
    const result = applyEdits(design, [rename('leaf-a', 'left'), rename('leaf-b', 'a b')], CONTEXT)
    expect(result).toEqual({ ok: false, message: expect.stringMatching(/^The name may hold letters/) })
  })

  test('what does not fit together at the end is refused', () => {
    const result = applyEdits(design, [rename('leaf-a', 'x'), rename('leaf-b', 'x')], CONTEXT)
    expect(result).toEqual({ ok: false, message: 'Two devices or domains are called x.' })
  })
})
