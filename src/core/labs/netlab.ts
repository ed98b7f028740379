import { Document, isMap, isSeq } from 'yaml'
import type { LabFormat } from './lab.ts'
import type { LabCable, LabNode, LabPlan } from './labPlan.ts'

/**
 * The exported configurations go in as templates of their own: the modules `lag` and `vlan` of netlab would write another
 * configuration than the one that is exported, and of MLAG only a part.
 * Source: netlab documentation, "Lab topology", "Links", "Custom configuration templates", `netlab initial --custom`.
 */
export const netlab: LabFormat = {
  id: 'netlab',
  title: 'netlab',
  start: ['netlab up --no-config', 'netlab initial --ready', 'netlab initial --custom'],
  files: (plan) => [
    { path: 'topology.yml', text: topology(plan) },
    ...plan.nodes.map(({ name, file }) => ({ path: `${TEMPLATES}/${name}.j2`, text: raw(file.text) })),
  ],
}

function topology({ nodes, cables, notes }: LabPlan): string {
  const document = new Document({
    name: 'mlag-studio',
    provider: 'clab',
    nodes: Object.fromEntries(nodes.map((node) => [node.name, nodeOf(node)])),
    ...(cables.length === 0 ? {} : { links: cables.map(linkOf) }),
  })
  document.commentBefore = [
    ' Written by MLAG Studio. Start with --no-config: what netlab would configure is not what was exported.',
    ...notes.map((note) => ` Note: ${note}`),
  ].join('\n')
  const links = document.get('links')
  for (const [at, link] of isSeq(links) ? links.items.entries() : []) {
    if (isMap(link)) link.commentBefore = ` ${cables[at]?.words ?? ''}`
  }
  return document.toString({ lineWidth: 0 })
}

function nodeOf({ image }: LabNode): Readonly<Record<string, unknown>> {
  return { device: image.kind, ...(image.image === null ? {} : { image: image.image }), config: [TEMPLATES] }
}

/** Without an address of netlab's, and never over one of its bridges, which let no LACP through. */
function linkOf({ ends }: LabCable): Readonly<Record<string, unknown>> {
  return { interfaces: ends.map(({ node, wire }) => ({ node, ifindex: wire })), type: 'p2p', prefix: false }
}

/** Text that is handed on as it is, whatever braces are in it. */
function raw(text: string): string {
  return /[{][{%#]/.test(text) ? `{% raw %}${text}{% endraw %}` : text
}

const TEMPLATES = 'mlag'
