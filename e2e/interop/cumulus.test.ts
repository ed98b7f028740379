import fc from 'fast-check'
import { expect, test } from 'vitest'
import { networkOf } from '../../src/core/model/network.ts'
import type { Topology } from '../../src/core/model/topology.ts'
import { backToBack } from '../../src/core/templates/backToBack.ts'
import { multiTenant } from '../../src/core/templates/multiTenant.ts'
import { plainLacp } from '../../src/core/templates/plainLacp.ts'
import { trackedUplinks } from '../../src/core/templates/trackedUplinks.ts'
import { renderText } from '../../src/core/vendors/exporter.ts'
import { nvidiaCumulusExporter } from '../../src/core/vendors/nvidia-cumulus/exporter.ts'
import { redrawnOn } from '../../src/core/vendors/platforms.ts'
import { dressedDesign } from '../../src/core/vendors/testing/dressed.ts'
import { everyOption } from '../../src/core/vendors/testing/everyOption.ts'
import { ifupdown2Judge } from './hosts/ifupdown2.ts'

/**
 * `/etc/network/interfaces` of Cumulus switches read by ifupdown2, which they use themselves. Debian's package has all of
 * its modules but that of clagd.
 */
const ready = ifupdown2Judge.isReady()

test.runIf(ready)(
  'interfaces of Cumulus switches have no complaint',
  async () => {
    for (const topology of TOPOLOGIES) {
      const [text = ''] = interfaces(topology)
      expect(text).toContain('bridge-vlan-aware yes')
      expect(await complaints(text)).toEqual([])
    }
  },
  120_000,
)

test.runIf(ready)('a misspelt attribute of a switch is named', async () => {
  const [text = ''] = interfaces(everyOption('nvidia-cumulus'))
  expect(text).toContain('bridge-pvid 30')
  expect((await complaints(text.replace('bridge-pvid 30', 'bridge-pvidd 30'))).join('\n')).toContain('bridge-pvidd')
  expect(await complaints(text.replace('bond-mode 802.3ad', 'bond-mode 802.3'))).not.toEqual([])
})

const TOPOLOGIES: readonly Topology[] = [
  ...[backToBack, multiTenant, plainLacp, trackedUplinks].map(({ build }) => build().topology),
  everyOption('nvidia-cumulus'),
  ...fc.sample(dressedDesign('nvidia-cumulus'), { seed: 20_261_129, numRuns: 4 }),
]

function interfaces(topology: Topology): readonly string[] {
  const format = nvidiaCumulusExporter.variants?.find(({ fileName }) => fileName('').endsWith('.interfaces'))
  if (!format) throw new Error('Cumulus has no such format')
  const net = networkOf(redrawnOn(topology, 'nvidia-cumulus'))
  return net.topology.devices.flatMap(({ id, kind }) =>
    kind === 'switch' ? [renderText(format.render(net, id).lines)] : [],
  )
}

async function complaints(text: string): Promise<readonly string[]> {
  const all = await ifupdown2Judge.complaints([{ path: 'interfaces', text }])
  return all.filter((line) => !CLAGD.test(line))
}

/** Attributes of the module that Debian leaves out. */
const CLAGD = /\bclag-id\b|\bclagd-(peer-ip|backup-ip|sys-mac|priority|args)\b/
