import { describe, expect, test } from 'vitest'
import { networkOf } from '../model/network.ts'
import { renderText } from '../vendors/exporter.ts'
import { HOST_FORMAT_IDS } from './hostFormat.ts'
import { planHost } from './hostPlan.ts'
import { HOST_FORMATS } from './index.ts'
import { HOST_DESIGNS } from './testing/hostDesigns.ts'

describe.each(HOST_FORMAT_IDS)('%s', (format) => {
  test.each(HOST_DESIGNS)('writes the servers of $id as reviewed', async ({ id, topology }) => {
    const net = networkOf(topology)
    const files = topology.devices.flatMap((device) => {
      if (device.kind !== 'host') return []
      const result = planHost(net, device.id)
      if (!result.ok) throw new Error(result.reason)
      return HOST_FORMATS[format].files(result.plan).map(({ path, lines }) => ({
        path: `${device.name}/${path}`,
        text: renderText(lines),
      }))
    })
    expect(files.length).toBeGreaterThan(0)
    const text = files.map(({ path, text }) => `==> ${path}\n${text}`).join('\n')
    await expect(text).toMatchFileSnapshot(`golden/${id}.${format}.txt`)
  })
})
