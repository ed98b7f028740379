import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { networkOf, type Network } from '../model/network.ts'
import type { Topology } from '../model/topology.ts'
import { designOf, recipe } from '../sim/testing/randomDesign.ts'
import { TEMPLATES } from '../templates/index.ts'
import { redrawnOn, VENDORS } from '../vendors/platforms.ts'
import { LABS } from './index.ts'
import { LAB_IDS, type LabId } from './lab.ts'
import { LAB_PLATFORMS } from './labPlatforms.ts'
import { planLab } from './labPlan.ts'
import { containerlabSchema, netlabSchema } from './testing/schemas.ts'

describe.each(LAB_IDS)('%s', (lab) => {
  test.each(TEMPLATES)('writes $id as reviewed', async ({ id, build }) => {
    await expect(filesText(lab, build().topology, /\.(yml|sh)$/)).toMatchFileSnapshot(`golden/${id}.${lab}.txt`)
  })

  test.each(VENDORS)('writes a pair of %s as reviewed', async (vendor) => {
    const topology = redrawnOn(TEMPLATES[0]!.build().topology, vendor)
    await expect(filesText(lab, topology, /\.yml$/)).toMatchFileSnapshot(`golden/basic-pair.${vendor}.${lab}.txt`)
  })

  test('random designs are what the lab takes: known nodes, no port twice, every file there', () => {
    fc.assert(
      fc.property(recipe, (drawn) => {
        expect(judge(lab, designOf(drawn)).length).toBeGreaterThan(1)
      }),
      { seed: 20_261_129, numRuns: 40 },
    )
  })

  test('no name or label gets out of its comment or breaks the topology', () => {
    const { topology } = TEMPLATES[0]!.build()
    const plain = judge(lab, topology)
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.boolean(), (text, nasty) => {
        const used = nasty ? `${text}\r\n- x: {{ y }} {% z %}\u2028 !" ' # \\ \u0085$(reboot)` : text
        const devices = topology.devices.map((device) => ({ ...device, label: used, name: device.name + used }))
        const texts = judge(lab, { ...topology, devices })
        expect(texts.map(linesOf)).toEqual(plain.map(linesOf))
      }),
      { seed: 20_261_130, numRuns: 40 },
    )
  })
})

test('what a lab cannot run is named with its reason, and its cables are left out', () => {
  const { topology } = TEMPLATES[0]!.build()
  const mixed = {
    ...topology,
    devices: topology.devices.map((device) =>
      device.name === 'leaf-b' && device.kind === 'switch' ? { ...device, vendor: 'h3c-comware' as const } : device,
    ),
  }
  const plan = planLab(networkOf(mixed), 'containerlab')
  expect(plan.notes[0]).toBe('leaf-b is not in the lab: containerlab has no kind for H3C Comware.')
  expect(plan.nodes.map(({ name }) => name)).not.toContain('leaf-b')
  expect(plan.cables.flatMap(({ ends }) => ends.map(({ node }) => node))).not.toContain('leaf-b')
  expect(LABS.containerlab.files(plan)[0]?.text).toContain('# Note: leaf-b is not in the lab')
})

test('an image with few ports has them numbered anew, in its configuration too', () => {
  const net = on('aruba-aoscx')
  const plan = planLab(net, 'containerlab')
  const leaf = plan.nodes.find(({ name }) => name === 'leaf-a')
  expect(leaf?.file.text).toContain('interface 1/1/4\n')
  expect(leaf?.file.text).not.toContain('1/1/53')
  expect(plan.cables[0]?.words).toBe('leaf-a 1/1/53 (here 1/1/4) - leaf-b 1/1/53 (here 1/1/4)')
})

test('the keepalive leaves the management port, which is the lab’s', () => {
  const plan = planLab(on('cisco-nxos'), 'containerlab')
  const text = plan.nodes.find(({ name }) => name === 'leaf-a')?.file.text ?? ''
  expect(text).not.toContain('interface mgmt0')
  expect(text).toContain('interface Ethernet1/55\n  description peer-keepalive: mgmt-1 eth1\n')
  expect(plan.notes.join()).toContain('the keepalive runs over a front port here: leaf-a, leaf-b.')
})

test('every platform has an answer in each lab, and no two ports of an image share a name', () => {
  for (const lab of LAB_IDS) {
    for (const vendor of VENDORS) {
      const platform = LAB_PLATFORMS[lab][vendor]
      if ('missing' in platform) continue
      const all = Array.from({ length: platform.ports }, (_, at) => at + 1)
      expect(new Set(all.map(platform.portName)).size).toBe(platform.ports)
      expect(new Set(all.map(platform.wire)).size).toBe(platform.ports)
    }
  }
})

/** How many lines a file has beside its notes, of which there is one for each name that is not kept. */
function linesOf(text: string): number {
  return text.split('\n').filter((line) => !line.startsWith('# Note: ')).length
}

function on(vendor: (typeof VENDORS)[number]): Network {
  return networkOf(redrawnOn(TEMPLATES[0]!.build().topology, vendor))
}

function filesText(lab: LabId, topology: Topology, wanted: RegExp): string {
  const files = LABS[lab].files(planLab(networkOf(topology), lab)).filter(({ path }) => wanted.test(path))
  return files.map(({ path, text }) => `==> ${path}\n${text}`).join('\n')
}

/** The texts of all files; throws where the topology is not what the lab takes. */
function judge(lab: LabId, topology: Topology): readonly string[] {
  const net = networkOf(topology)
  const plan = planLab(net, lab)
  const files = LABS[lab].files(plan)
  const paths = files.map(({ path }) => path)
  expect(new Set(paths.map((path) => path.toLowerCase())).size).toBe(paths.length)
  const read: unknown = parse(files[0]?.text ?? '')
  const ends = lab === 'containerlab' ? endsOfContainerlab(read, paths) : endsOfNetlab(read, paths)
  expect(new Set(ends).size).toBe(ends.length)
  const runs = new Set(plan.nodes.map(({ device }) => device.id))
  const cables = topology.links.filter(({ ends }) => ends.every((end) => runs.has(net.ports.get(end)!.device)))
  expect(ends).toHaveLength(2 * cables.length)
  return files.map(({ text }) => text)
}

function endsOfContainerlab(read: unknown, paths: readonly string[]): readonly string[] {
  const { nodes, links = [], kinds } = containerlabSchema.parse(read).topology
  for (const { kind, binds = [], 'startup-config': startup } of Object.values(nodes)) {
    expect(Object.keys(kinds)).toContain(kind)
    for (const bound of [...binds.map((bind) => bind.split(':')[0]), ...(startup ? [startup] : [])]) {
      expect(paths).toContain(bound)
    }
  }
  const ends = links.flatMap(({ endpoints }) => endpoints)
  for (const end of ends) expect(Object.keys(nodes)).toContain(end.split(':')[0])
  return ends
}

function endsOfNetlab(read: unknown, paths: readonly string[]): readonly string[] {
  const { nodes, links = [] } = netlabSchema.parse(read)
  for (const [name, { config }] of Object.entries(nodes)) expect(paths).toContain(`${config[0]}/${name}.j2`)
  const ends = links.flatMap(({ interfaces }) => interfaces)
  for (const { node } of ends) expect(Object.keys(nodes)).toContain(node)
  return ends.map(({ node, ifindex }) => `${node}:${ifindex}`)
}
