import type { SimulateOutput } from './output.ts'

type Link = SimulateOutput['links'][number]
type Outage = SimulateOutput['flows'][number]['directions'][number]['outages'][number]

/** The ways of an outage: the devices before and after it, and where in it probes ended. */
export function wayText(links: readonly Link[], from: string, { ways }: Outage): string {
  const end = links.find(({ id }) => id === ways.during.at(-1))
  const lost = end === undefined ? 'lost before the first cable' : `lost on ${end.ends.join(' to ')}`
  const before = ways.before.length === 0 ? '' : `before by ${devicesOn(links, from, ways.before).join(', ')}; `
  const after = ways.after === null ? '' : `; after by ${devicesOn(links, from, ways.after).join(', ')}`
  return `${before}${lost}, ${ways.lost}${after}`
}

/** Devices in turn; a flow to a gateway begins at the router that answered for it. */
function devicesOn(links: readonly Link[], from: string, way: readonly string[]): readonly string[] {
  const cables = way.flatMap((id) => {
    const ends = links.find((link) => link.id === id)?.ends.map((end) => end.slice(0, end.indexOf(':')))
    return ends === undefined ? [] : [ends]
  })
  const [first = [], second] = cables
  let at = first.find((name) => name === from) ?? first.find((name) => !(second ?? []).includes(name)) ?? ''
  const names = [at]
  for (const ends of cables) {
    at = ends.find((name) => name !== at) ?? at
    names.push(at)
  }
  return names
}
