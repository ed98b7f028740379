import { longestOf } from '../core/model/longest.ts'
import type { SimulateOutput } from './output.ts'
import { loadsText } from './loadsText.ts'
import { table } from './table.ts'
import { wayText } from './wayText.ts'

type Domain = SimulateOutput['domains'][number]
type Direction = SimulateOutput['flows'][number]['directions'][number]
type Outage = Direction['outages'][number]

/** A run in words and columns, for people. Programs read `--json`. */
export function simulateText(output: SimulateOutput): string {
  const parts = [
    `${output.scenario === null ? '' : `${output.scenario}\n`}${seconds(output.untilMs)} simulated, ${output.settled ? 'settled' : 'not settled'}, ${output.events} events, seed ${output.seed}`,
    ...output.domains.map(domainText),
    output.lags.length > 0 ? lagsText(output) : '',
    output.flows.length > 0 ? flowsText(output) : '',
    loadsText(output),
    output.failures.length > 0 ? failuresText(output) : '',
  ]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

function domainText(domain: Domain): string {
  const dual = domain.dualActive ? ', DUAL-ACTIVE' : ''
  const links = `peer link ${domain.peerLink}, keepalive ${domain.keepalive}`
  return [
    `${domain.name} (${domain.platform}): step ${domain.step}, ${domain.status}${dual}, ${links}`,
    ...Object.entries(domain.views).map(
      ([device, view]) => `  ${device}: ${view.role}, sees its peer ${view.peer}, at step ${view.step}`,
    ),
    ...domain.gateways.map(
      ({ vlan, address, answering }) =>
        `  gateway ${address} of VLAN ${vlan}: ${answering.join(' and ') || 'nobody'} answers`,
    ),
    ...Object.entries(domain.upstream).map(([device, way]) => `  ${device}: routes upstream by ${UPSTREAM[way]}`),
    ...domain.reasons.map((reason) => `  ${reason}`),
  ].join('\n')
}

const UPSTREAM = { uplinks: 'its uplinks', 'peer-link': 'the peer-link', nowhere: 'no way' } as const

function lagsText({ lags }: SimulateOutput): string {
  const rows = lags.flatMap((lag) =>
    lag.members.map((member) => [
      lag.device,
      lag.lag,
      lag.mlagId === null ? lag.role : `${lag.role} ${lag.mlagId}`,
      member.port,
      member.suspended?.text ?? (member.carrier ? (member.mux ?? 'on') : 'no carrier'),
      member.rx ?? '',
      member.actorState === null ? '' : `${member.actorState}/${member.partnerState ?? ''}`,
      member.partnerSystem ?? '',
    ]),
  )
  return table([['DEVICE', 'LAG', 'ROLE', 'PORT', 'STATE', 'RECEIVE', 'ACTOR/PARTNER', 'PARTNER SYSTEM'], ...rows])
}

function flowsText(output: SimulateOutput): string {
  const directions = output.flows.flatMap((flow) => flow.directions)
  const rows = directions.map((one) => [one.from, one.to, one.sent, one.lost, one.duplicated, worst(one)])
  const outages = directions.flatMap((one) => {
    const { shown, others } = longestOf(one.outages, ({ durationMs, open }) => (open ? Infinity : durationMs))
    const told = shown.map(
      (outage) => `${one.from} to ${one.to}: ${outageText(outage)}\n  ${wayText(output.links, one.from, outage)}`,
    )
    return others === 0 ? told : [...told, `${one.from} to ${one.to}: ${others} more, none longer; --json has them all`]
  })
  const lines = outages.length > 0 ? `\n\n${outages.join('\n')}` : ''
  return `${table([['FROM', 'TO', 'SENT', 'LOST', 'TWICE', 'WORST OUTAGE'], ...rows])}${lines}`
}

function worst({ outages }: Direction): string {
  const longest = [...outages].sort((a, b) => b.durationMs - a.durationMs)[0]
  return longest ? `${longest.durationMs} ms${longest.open ? ', still out' : ''}` : 'none'
}

function outageText(outage: Outage): string {
  const phases = [
    phase('detect', outage.detectMs),
    phase('decide', outage.decideMs),
    phase('restore', outage.restoreMs),
    outage.reactionMs === null ? '' : `${outage.reactionMs} ms after the fault`,
  ]
  const length = outage.open ? `out for ${outage.durationMs} ms and still is` : `out for ${outage.durationMs} ms`
  return `at ${seconds(outage.startMs)} ${length} (${phases.filter((one) => one !== '').join(', ')}): ${outage.trigger}${restsText(outage)}`
}

function restsText({ assumedValues }: Outage): string {
  if (assumedValues.length === 0) return ''
  const told = assumedValues.map(({ label, value, of, setting }) => {
    return `${label}: ${value} (${setting === null ? of : `${of}, ${setting}`})`
  })
  return `\n  rests on what no public source says: ${told.join('; ')}`
}

function phase(name: string, ms: number | null): string {
  return ms === null ? `${name} open` : `${name} ${ms}`
}

function failuresText({ failures }: SimulateOutput): string {
  return failures
    .map(({ failure, target, options, atMs, repairedAtMs }) => {
      const extra = Object.entries(options).map(([key, value]) => `, ${key} ${value}`)
      const repaired = repairedAtMs === null ? '' : `, repaired at ${seconds(repairedAtMs)}`
      return `${failure} on ${target}${extra.join('')} at ${seconds(atMs)}${repaired}`
    })
    .join('\n')
}

function seconds(ms: number): string {
  return `${Number((ms / 1000).toFixed(6))} s`
}
