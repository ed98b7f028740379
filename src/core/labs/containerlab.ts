import { Document, isMap, isScalar, isSeq } from 'yaml'
import type { LabFormat } from './lab.ts'
import type { LabNode, LabPlan } from './labPlan.ts'

/**
 * Source: containerlab documentation, "Topology definition" and "Nodes" (kind, image, startup-config, binds, exec), and a
 * page for each kind; the schema it publishes judges the tests.
 */
export const containerlab: LabFormat = {
  id: 'containerlab',
  title: 'containerlab',
  start: ['containerlab deploy --topo topology.clab.yml'],
  files: (plan) => [
    { path: 'topology.clab.yml', text: topology(plan) },
    ...plan.nodes.map(({ file }) => ({ path: `files/${file.path}`, text: file.text })),
  ],
}

function topology({ nodes, cables, notes }: LabPlan): string {
  const kinds = new Map(nodes.map(({ image }) => [image.kind, image.image === null ? {} : { image: image.image }]))
  const document = new Document({
    name: 'mlag-studio',
    topology: {
      kinds: Object.fromEntries(kinds),
      nodes: Object.fromEntries(nodes.map((node) => [node.name, nodeOf(node)])),
      ...(cables.length === 0
        ? {}
        : { links: cables.map(({ ends }) => ({ endpoints: ends.map(({ node, wire }) => `${node}:${wire}`) })) }),
    },
  })
  document.commentBefore = [
    ' Written by MLAG Studio. Put the images you have under "kinds".',
    ...notes.map((note) => ` Note: ${note}`),
  ].join('\n')
  const links = document.getIn(['topology', 'links'])
  for (const [at, link] of isSeq(links) ? links.items.entries() : []) {
    if (!isMap(link)) continue
    link.commentBefore = ` ${cables[at]?.words ?? ''}`
    const ends = link.get('endpoints')
    if (!isSeq(ends)) continue
    ends.flow = true
    // A colon in a list on one line: quoted, so that every reader takes it for text.
    for (const end of ends.items) if (isScalar(end)) end.type = 'QUOTE_DOUBLE'
  }
  return document.toString({ lineWidth: 0 })
}

function nodeOf({ device, image, file, bound }: LabNode): Readonly<Record<string, unknown>> {
  const base = { kind: image.kind, ...(image.type === undefined ? {} : { type: image.type }) }
  if (device.kind !== 'switch') {
    return { ...base, binds: [`files/${file.path}:/start.sh:ro`], exec: ['sh /start.sh'] }
  }
  return bound ? { ...base, 'startup-config': `files/${file.path}` } : base
}
