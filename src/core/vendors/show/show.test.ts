import { describe, expect, test } from 'vitest'
import { networkOf } from '../../model/network.ts'
import type { VendorId } from '../../model/topology.ts'
import { fail, repair, start, until } from '../../sim/testing/scenario.ts'
import type { Simulator } from '../../sim/state.ts'
import { PROFILES } from '../index.ts'
import { redrawnOn } from '../platforms.ts'
import { answer, complete, type Console } from './console.ts'
import { contextOf, type ShowContext } from './context.ts'
import { loadConsole } from './loaders.ts'

const PLATFORMS: readonly VendorId[] = [
  'cisco-nxos',
  'arista-eos',
  'juniper-junos',
  'huawei-vrp8',
  'h3c-comware',
  'sonic',
  'aruba-aoscx',
  'nvidia-cumulus',
  'dell-os10',
  'mikrotik-routeros',
]

/** What a user meets first: all well, the peer-link lost, both lost so that both act. */
const SITUATIONS: readonly { readonly name: string; readonly breakIt: (sim: Simulator) => void }[] = [
  { name: 'healthy', breakIt: () => undefined },
  { name: 'peer-link-down', breakIt: (sim) => fail(sim, 'peer-link-down', 'leafs', 1) },
  { name: 'dual-active', breakIt: (sim) => fail(sim, 'keepalive-then-peer-link', 'leafs', 1, { gap: '20' }) },
]

describe.each(PLATFORMS)('%s', (platform) => {
  test.each(SITUATIONS)('$name: every command of both peers', async ({ name, breakIt }) => {
    const sim = start({ platform, probeUs: 10_000 })
    breakIt(sim)
    const view = until(sim, 40)
    const net = networkOf(redrawnOn(sim.plan.topology, platform))
    const text = ['leaf-a', 'leaf-b'].flatMap((device) => {
      const found = net.deviceNamed.get(device)!
      return { found, context: contextOf(net, view, found.id, PROFILES[platform]) }
    })
    const told: string[] = []
    for (const { found, context } of text) {
      const console = (await loadConsole(found))!
      for (const command of console.commands) {
        const line = typed(console, context, command.syntax)
        told.push(`${console.prompt(found.name)}${line}`, ...answer(console, context, line), '')
      }
    }
    await expect(`${told.join('\n')}\n`).toMatchFileSnapshot(`golden/${platform}-${name}.txt`)
  })
})

test.each(SITUATIONS)('a bonded server, $name', async ({ name, breakIt }) => {
  const { console, context } = await consoleOf('srv-1', breakIt)
  const told = console.commands.flatMap(({ syntax }) => {
    const line = typed(console, context, syntax)
    return [`${console.prompt('srv-1')}${line}`, ...answer(console, context, line), '']
  })
  await expect(`${told.join('\n')}\n`).toMatchFileSnapshot(`golden/linux-${name}.txt`)
})

describe('a device that has no prompt', () => {
  test.each([
    { failure: 'device-power-off', words: 'No prompt: leaf-a has no power.' },
    { failure: 'device-reload', words: 'No prompt: leaf-a restarts.' },
    { failure: 'device-freeze', words: 'No prompt: leaf-a is frozen.' },
    { failure: 'control-plane-hang', words: 'No prompt: the control plane of leaf-a hangs.' },
  ])('$failure: says so, whatever is typed', async ({ failure, words }) => {
    const { console, context } = await consoleOf('leaf-a', (sim) => fail(sim, failure, 'leaf-a', 5))
    for (const line of ['show vpc', '?', 'reload']) {
      const [said = '', ...more] = answer(console, context, line)
      expect(said).toContain(words)
      expect(more).toEqual([])
    }
    expect(answer(console, context, '')).toEqual([])
    expect(complete(console, context, 'sh')).toEqual({ line: 'sh', options: [] })
  })

  test('answers again when it is repaired', async () => {
    const { console, context } = await consoleOf('leaf-a', (sim) => {
      fail(sim, 'control-plane-hang', 'leaf-a', 5)
      repair(sim, 'control-plane-hang', 'leaf-a', 20)
    })
    expect(answer(console, context, 'show vpc role').length).toBeGreaterThan(1)
  })
})

test.each(PLATFORMS)('%s: a crashed MLAG agent is not to be asked, LACP and ports still are', async (platform) => {
  const sim = start({ platform, probeUs: 10_000 })
  fail(sim, 'mlag-agent-crash', 'leaf-a', 5)
  const net = networkOf(redrawnOn(sim.plan.topology, platform))
  const found = net.deviceNamed.get('leaf-a')!
  const console = (await loadConsole(found))!
  const context = contextOf(net, until(sim, 20), found.id, PROFILES[platform])
  const dead = console.commands.filter(({ syntax }) => {
    const [said] = answer(console, context, typed(console, context, syntax))
    return said === 'No answer: the MLAG agent of leaf-a does not run. LACP and the hardware carry on without it.'
  })
  expect(dead.length).toBeGreaterThan(0)
  expect(dead.length).toBeLessThan(console.commands.length)
  const back = contextOf(net, until(sim, 120), found.id, PROFILES[platform])
  expect(answer(console, back, typed(console, back, dead[0]!.syntax))[0]).not.toMatch(/^No answer/)
})

test('the generic platform has no console: it is no product', async () => {
  const sim = start({ platform: 'generic' })
  const found = sim.plan.topology.devices.find(({ kind }) => kind === 'switch')!
  expect(await loadConsole(found)).toBeNull()
})

describe('the line that is typed', () => {
  test('is understood when abbreviated, as long as it means one command', async () => {
    const { console, context } = await consoleOf('leaf-a')
    const whole = answer(console, context, 'show port-channel summary')
    expect(answer(console, context, 'sh port-ch sum')).toEqual(whole)
    expect(answer(console, context, 'show vpc cons')[0]).toBe('% Invalid command')
    expect(answer(console, context, 'sh vpc r')).toEqual(answer(console, context, 'show vpc role'))
    expect(answer(console, context, 'sho lacp s')).toEqual(['32768,0-0-5e-0-53-a'])
  })

  test('takes a number with or without a blank before it', async () => {
    const { console, context } = await consoleOf('leaf-a')
    const whole = answer(console, context, 'show lacp neighbor interface port-channel 11')
    expect(whole.join('\n')).toContain('port-channel11 neighbors')
    expect(answer(console, context, 'show lacp nei int port-channel11')).toEqual(whole)
  })

  test('that nobody knows gets the list', async () => {
    const { console, context } = await consoleOf('leaf-a')
    const lines = answer(console, context, 'reload')
    expect(lines[0]).toBe('% Invalid command')
    expect(lines.filter((line) => line.includes('show vpc role'))).toHaveLength(1)
    expect(answer(console, context, '?')[0]).toBe('Commands answered here:')
    expect(answer(console, context, '   ')).toEqual([])
  })

  test('can be piped through include and exclude', async () => {
    const { console, context } = await consoleOf('leaf-a')
    expect(answer(console, context, 'show vpc | include role')).toEqual(['vPC role                          : primary'])
    expect(answer(console, context, 'show vpc role | exclude vPC')).toHaveLength(2)
  })

  test('goes through the filters of the platform, one after the other, and says which there are', async () => {
    const { console, context } = await consoleOf('leaf-a')
    const whole = answer(console, context, 'show vpc')
    const from = whole.findIndex((line) => line.startsWith('vPC status'))
    expect(answer(console, context, 'sh vpc br | begin "vPC status"')).toEqual(whole.slice(from))
    expect(answer(console, context, 'show vpc | inc "Peer status|vPC role"')).toHaveLength(2)
    expect(answer(console, context, 'show vpc | grep -v : | count')).toEqual([
      String(whole.filter((line) => !line.includes(':')).length),
    ])
    expect(answer(console, context, 'show lacp counters | section port-channel10')).toEqual([
      expect.stringContaining('port-channel10'),
    ])
    expect(answer(console, context, 'show vpc | last 2')).toEqual(whole.slice(-2))
    expect(answer(console, context, 'show vpc | include ([')).toEqual([])
    expect(answer(console, context, 'show vpc | sort')).toEqual([
      '% Invalid command: | sort',
      '',
      'After | comes one of: include, exclude, begin, section, count, grep, egrep, head, last, no-more',
    ])
    expect(answer(console, context, 'show vpc | ?')).toContain('  include')
    expect(complete(console, context, 'show vpc | i')).toEqual({ line: 'show vpc | include ', options: [] })
    expect(complete(console, context, 'show vpc | ').options).toContain('begin')
  })

  test('is completed as far as there is no choice, then the choice is told', async () => {
    const { console, context } = await consoleOf('leaf-a')
    expect(complete(console, context, 'sh')).toEqual({ line: 'show ', options: [] })
    expect(complete(console, context, 'show vpc co')).toEqual({ line: 'show vpc consistency-parameters ', options: [] })
    expect(complete(console, context, 'show vpc consistency-parameters ').options).toEqual([
      'global',
      'vpc',
      'interface',
      'vlans',
    ])
    expect(complete(console, context, 'show vpc consistency-parameters vpc 1')).toEqual({
      line: 'show vpc consistency-parameters vpc 1',
      options: ['11', '12'],
    })
    expect(complete(console, context, 'show nothing')).toEqual({ line: 'show nothing', options: [] })
  })
})

async function consoleOf(
  device: string,
  breakIt: (sim: Simulator) => void = () => undefined,
): Promise<{ readonly console: Console; readonly context: ShowContext }> {
  const sim = start({ probeUs: 10_000 })
  breakIt(sim)
  const view = until(sim, 40)
  const net = networkOf(sim.plan.topology)
  const found = net.deviceNamed.get(device)!
  const profile = found.kind === 'switch' ? PROFILES[found.vendor] : null
  return { console: (await loadConsole(found))!, context: contextOf(net, view, found.id, profile) }
}

/** A command with its placeholders filled from what fits: each with the next value, while there is one. */
function typed(console: Console, context: ShowContext, syntax: string): string {
  const values = console.commands.find((command) => command.syntax === syntax)?.values?.(context) ?? []
  let at = -1
  return syntax.replaceAll(/<[^>]+>/g, () => values[(at += 1)] ?? values[0] ?? '11')
}
