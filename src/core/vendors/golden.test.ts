import { describe, expect, test } from 'vitest'
import { networkOf } from '../model/network.ts'
import type { Topology, VendorId } from '../model/topology.ts'
import { TEMPLATES } from '../templates/index.ts'
import type { Template } from '../templates/template.ts'
import { renderText } from './exporter.ts'
import { EXPORTERS } from './exporters.ts'
import { redrawnOn, VENDORS } from './platforms.ts'
import { everyOption } from './testing/everyOption.ts'

/** Reviewed on every platform; the other templates on those that they are drawn with. */
const EVERYWHERE = [
  'basic-pair',
  'pair-with-uplinks',
  'tracked-uplinks',
  'back-to-back',
  'multi-tenant',
  'pxe-boot',
  'plain-lacp',
  'two-plain-lags',
]

describe.each(VENDORS)('%s', (vendor) => {
  const drawnWith = ({ id, build }: Template) =>
    EVERYWHERE.includes(id) || build().topology.devices.some((one) => one.kind === 'switch' && one.vendor === vendor)

  test.each(TEMPLATES.filter(drawnWith))('writes $id as reviewed', async ({ id, build }) => {
    for (const [file, text] of files(build().topology, vendor)) {
      await expect(text).toMatchFileSnapshot(`${vendor}/golden/${id}.${file}`)
    }
  })

  test('writes every option as reviewed', async () => {
    for (const [file, text] of files(everyOption(vendor), vendor)) {
      await expect(text).toMatchFileSnapshot(`${vendor}/golden/every-option.${file}`)
    }
  })

  test.each(TEMPLATES)('writes a file for every switch of $id', ({ build }) => {
    const { topology } = build()
    const written = files(topology, vendor)
    const switches = topology.devices.filter(({ kind }) => kind === 'switch')
    for (const { name } of switches) expect(written.some(([, text]) => text.includes(name))).toBe(true)
    expect(new Set(written.map(([file]) => file)).size).toBe(written.length)
  })
})

function files(topology: Topology, vendor: VendorId): readonly (readonly [file: string, text: string])[] {
  const net = networkOf(redrawnOn(topology, vendor))
  const exporter = EXPORTERS[vendor]
  return net.topology.devices
    .filter(({ kind }) => kind === 'switch')
    .flatMap(({ id, name }) =>
      [exporter, ...(exporter.variants ?? [])].map(
        ({ fileName, render }) => [fileName(name), renderText(render(net, id).lines)] as const,
      ),
    )
}
