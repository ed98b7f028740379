import ELK, { type ElkNode } from 'elkjs/lib/elk-api.js'

/** The graph with places for its nodes. The thread starts at the first one and stays for the next. */
export function placedGraph(graph: ElkNode): Promise<ElkNode> {
  elk ??= new ELK({
    workerFactory: () => new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module' }),
  })
  return elk.layout(graph)
}

let elk: InstanceType<typeof ELK> | null = null
