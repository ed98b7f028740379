import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { planHost } from '../../../src/core/hosts/hostPlan.ts'
import { HOST_FORMATS } from '../../../src/core/hosts/index.ts'
import { HOST_DESIGNS } from '../../../src/core/hosts/testing/hostDesigns.ts'
import type { HostFormatId } from '../../../src/core/hosts/hostFormat.ts'
import { networkOf } from '../../../src/core/model/network.ts'
import type { Topology } from '../../../src/core/model/topology.ts'
import { designOf, recipe } from '../../../src/core/sim/testing/randomDesign.ts'
import { renderText } from '../../../src/core/vendors/exporter.ts'
import { ifupdown2Judge } from './ifupdown2.ts'
import type { Judge, ServerFile } from './judge.ts'
import { generatedBy, netplanJudge } from './netplan.ts'
import { networkdJudge } from './networkd.ts'
import { networkManagerJudge } from './networkManager.ts'

/** A key of each format, misspelt, and a value that it cannot have. */
const CASES: readonly { readonly judge: Judge; readonly key: string; readonly value: readonly [string, string] }[] = [
  { judge: netplanJudge, key: 'lacp-rate', value: ['mode: 802.3ad', 'mode: 802.3'] },
  { judge: networkdJudge, key: 'LACPTransmitRate', value: ['=802.3ad', '=802.3'] },
  { judge: networkManagerJudge, key: 'lacp_rate', value: ['mode=802.3ad', 'mode=802.3'] },
  { judge: ifupdown2Judge, key: 'bond-lacp-rate', value: ['bond-mode 802.3ad', 'bond-mode 802.3'] },
]

describe.each(CASES.map((one) => ({ ...one, format: one.judge.format, ready: one.judge.isReady() })))(
  'servers for $format',
  ({ judge, key, value, format, ready }) => {
    test.runIf(ready)('servers of the templates and of random designs have no complaint', async () => {
      const shapes = different(TOPOLOGIES.flatMap((topology) => servers(topology, format)))
      expect(shapes.length).toBeGreaterThan(4)
      for (const files of shapes) expect(await judge.complaints(files)).toEqual([])
    })

    test.runIf(ready)('a misspelt key is named', async () => {
      const [files = []] = servers(HOST_DESIGNS[0]!.topology, format)
      const wrong = `${key.slice(0, -1)}x`
      const complaints = await judge.complaints(replaced(files, key, wrong))
      expect(complaints.join('\n')).toContain(wrong)
    })

    test.runIf(ready)('a value that does not exist is found', async () => {
      const [files = []] = servers(HOST_DESIGNS[0]!.topology, format)
      expect(await judge.complaints(replaced(files, ...value))).not.toEqual([])
    })
  },
)

test.runIf(netplanJudge.isReady())('Netplan makes the bonds that are written for systemd-networkd', async () => {
  const both = TOPOLOGIES.flatMap((topology) => {
    const ours = servers(topology, 'networkd')
    return servers(topology, 'netplan').map((files, at) => [...files, ...(ours[at] ?? [])])
  })
  for (const files of different(both)) {
    const source = files.filter(({ path }) => path.endsWith('.yaml'))
    expect(bondsOf(await generatedBy(source))).toEqual(bondsOf(files))
  }
})

const TOPOLOGIES: readonly Topology[] = [
  ...HOST_DESIGNS.map(({ topology }) => topology),
  ...fc.sample(recipe, { seed: 20_261_129, numRuns: 12 }).map(designOf),
]

/** The files of each server. */
function servers(topology: Topology, format: HostFormatId): readonly (readonly ServerFile[])[] {
  const net = networkOf(topology)
  return topology.devices.flatMap((device) => {
    if (device.kind !== 'host') return []
    const result = planHost(net, device.id)
    if (!result.ok) throw new Error(result.reason)
    const files = HOST_FORMATS[format].files(result.plan)
    return [files.map(({ path, lines }) => ({ path, text: renderText(lines) }))]
  })
}

/** One server of all that differ in nothing but name and address. */
function different(all: readonly (readonly ServerFile[])[]): readonly (readonly ServerFile[])[] {
  const shape = (files: readonly ServerFile[]) =>
    files.map(({ text }) => text.replace(/^#.*$/gm, '').replace(/\d+\.\d+\.\d+\.\d+/g, '')).join('\f')
  return [...new Map(all.map((files) => [shape(files), files])).values()]
}

function replaced(files: readonly ServerFile[], from: string, to: string): readonly ServerFile[] {
  expect(files.some(({ text }) => text.includes(from))).toBe(true)
  return files.map(({ path, text }) => ({ path, text: text.replace(from, to) }))
}

/** Name of each bond, and what its device is told, in any order. */
function bondsOf(files: readonly ServerFile[]): Readonly<Record<string, readonly string[]>> {
  const bonds = files.filter(({ path, text }) => path.endsWith('.netdev') && text.includes('Kind=bond'))
  return Object.fromEntries(
    bonds.map(({ text }) => [
      /^Name=(.*)$/m.exec(text)?.[1] ?? '',
      text
        .split('\n')
        .filter((line) => /^\w+=/.test(line))
        .toSorted(),
    ]),
  )
}
