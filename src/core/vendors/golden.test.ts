import { describe, expect, test } from 'vitest'
import { networkOf } from '../model/network.ts'
import { TEMPLATES } from '../templates/index.ts'
import { renderText } from './exporter.ts'
import { EXPORTERS } from './exporters.ts'
import { redrawnOn, VENDORS } from './platforms.ts'

describe.each(VENDORS)('%s', (vendor) => {
  test.each(TEMPLATES)('writes $id as reviewed', async ({ id, build }) => {
    const net = networkOf(redrawnOn(build().topology, vendor))
    for (const device of net.topology.devices) {
      if (device.kind !== 'switch') continue
      const exporter = EXPORTERS[vendor]
      for (const { fileName, render } of [exporter, ...(exporter.variants ?? [])]) {
        const { lines } = render(net, device.id)
        await expect(renderText(lines)).toMatchFileSnapshot(`${vendor}/golden/${id}.${fileName(device.name)}`)
      }
    }
  })
})
