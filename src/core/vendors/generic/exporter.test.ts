import { expect, test } from 'vitest'
import { networkOf } from '../../model/network.ts'
import { TEMPLATES } from '../../templates/index.ts'
import { exportFiles } from '../../export/exportFiles.ts'
import { redrawnOn } from '../platforms.ts'
import { genericExporter } from './exporter.ts'

test.each(TEMPLATES)('invents no statement for $id and says so in file, notes and README', ({ build }) => {
  const { topology } = build()
  const net = networkOf(redrawnOn(topology, 'generic'))
  for (const { id, kind } of net.topology.devices) {
    if (kind !== 'switch') continue
    const { lines, notes } = genericExporter.render(net, id)
    expect(lines.filter(({ text }) => text !== '' && !text.startsWith('# '))).toEqual([])
    expect(notes.map(({ text }) => text).join('\n')).toContain('has no configuration text')
    expect(lines.map(({ text }) => text).join('\n')).toContain('# Note: The generic platform has no configuration text')
  }
  const readme = exportFiles(topology, { platform: 'generic' }).find(({ path }) => path === 'README.txt')
  expect(readme?.text).toContain('no configuration')
})
