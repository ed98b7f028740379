import type { SimulateOutput } from './output.ts'
import { table } from './table.ts'

/** What changed on cables since the first failure, and what crosses the peer-links; floods and duplicates. */
export function loadsText({ links, devices, flows }: SimulateOutput): string {
  if (flows.length === 0) return ''
  const rows = links.flatMap(({ ends, role, before, perSecond, data, control }) =>
    BOTH.flatMap((end) => {
      const changed = before !== null && before.perSecond[end] !== perSecond[end]
      if (role !== 'peer-link' && !changed) return []
      return [[ends[end], role, before?.perSecond[end] ?? '', perSecond[end], data[end], control[end]]]
    }),
  )
  const flooded = devices.filter(({ floods }) => floods > 0).map(({ device, floods }) => `${floods} by ${device}`)
  const twice = flows.flatMap((flow) => flow.directions).reduce((sum, { duplicated }) => sum + duplicated, 0)
  const counted = `Probes flooded: ${flooded.join(', ') || 'none'}. Arrived twice: ${twice}.`
  if (rows.length === 0) return counted
  return `${table([['CABLE END', 'ROLE', 'PROBES/S BEFORE', 'NOW', 'HOST FRAMES', 'PROTOCOL FRAMES'], ...rows])}\n${counted}`
}

const BOTH = [0, 1] as const
