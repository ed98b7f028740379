import { has, sameNames } from '../identity.ts'
import { isIndividual, isLoop, lagIdOf } from '../lagId.ts'
import { portsOf } from '../system.ts'
import { BIT } from '../types.ts'
import type { LacpPort } from '../types.ts'
import { MS, portAt } from './twoNodes.ts'
import type { Cable, Lab } from './twoNodes.ts'

/**
 * What the standard asks of all ports once nothing is under way: both ends of a cable know each other, bits, mux state
 * and Selected say the same, an aggregator holds ports of one LAG ID, and only timers run that should. Sentences about
 * what is not so; `silent` ends are not expected to be heard.
 */
export function unrest(lab: Lab, silent: readonly string[] = []): readonly string[] {
  const ends = [...lab.systems].flatMap(([name, { ports }]) => [...ports.keys()].map((id) => `${name}:${id}`))
  return [
    ...ends.flatMap((end) => (silent.includes(end) ? [] : ofPort(lab, end))),
    ...[...lab.systems].flatMap(([name, system]) =>
      [...system.lags.keys()].flatMap((lag) => ofAggregators(`${name} ${lag}`, portsOf(system, lag))),
    ),
  ]
}

/** Everything that is to be seen of a port at rest, in one line. */
export function stateOf(lab: Lab, end: string): string {
  const { actor, partner, rx, mux, selected, aggregator, timers } = portAt(lab, end)
  const place = aggregator === null ? selected : `${selected} on ${aggregator}`
  const wait = timers['wait-to-restore']
  const waits = wait === null ? '' : `, waits until ${wait / MS}`
  const far = `${partner.system.slice(-2)}:${partner.port} ${hex(partner.state)}`
  return `${rx}, ${place}, ${mux}, ${hex(actor.state)} and ${far}${waits}`
}

/** The same of several ports of a system. */
export function statesOf(lab: Lab, name: string, ports: readonly number[]): Readonly<Record<number, string>> {
  return Object.fromEntries(ports.map((port) => [port, stateOf(lab, `${name}:${port}`)]))
}

function ofPort(lab: Lab, end: string): readonly string[] {
  const port = portAt(lab, end)
  const cable = lab.cables.find(({ light, ends }) => light && ends.includes(end))
  const wrong = (what: string): string => `${end} ${what}: ${stateOf(lab, end)}`
  if (cable === undefined || !port.portEnabled) return isDark(port) ? [] : [wrong('is dark and not at rest')]
  const far = portAt(lab, farEnd(cable, end))
  return [
    ...(port.rx === 'current' && !has(port.actor, BIT.defaulted | BIT.expired) ? [] : [wrong('does not hear')]),
    ...(knows(port, far) ? [] : [wrong(`does not know ${stateOf(lab, farEnd(cable, end))}`)]),
    ...(lagIdOf(port) === lagIdOf(far) ? [] : [wrong('has another LAG ID than its partner')]),
    ...(bitsOf(port) === (port.actor.state & FORWARDING) ? [] : [wrong('says something else than its mux does')]),
    ...(isPlaced(port) ? [] : [wrong('is selected otherwise than its mux says')]),
    ...(timersFit(lab, port) ? [] : [wrong(`has timers ${JSON.stringify(port.timers)}`)]),
    ...(churnFits(port) ? [] : [wrong(`churns: ${port.actorChurn}, ${port.partnerChurn}`)]),
  ]
}

function ofAggregators(name: string, ports: readonly LacpPort[]): readonly string[] {
  const used = ports.filter(({ selected, portEnabled }) => selected !== 'unselected' && portEnabled)
  return used.flatMap((a, at) =>
    used.slice(at + 1).flatMap((b) => {
      const together = a.aggregator === b.aggregator
      const alone = isIndividual(a) || isIndividual(b) || isLoop(a, b)
      const may = lagIdOf(a) === lagIdOf(b) && !alone
      return together && !may ? [`${name}: ports ${a.id} and ${b.id} share aggregator ${a.aggregator}`] : []
    }),
  )
}

const FORWARDING = BIT.synchronization | BIT.collecting | BIT.distributing

function farEnd({ ends }: Cable, end: string): string {
  return ends[0] === end ? ends[1] : ends[0]
}

/** No NTT on DISTRIBUTING: of that bit an end may hear late. */
function knows({ partner }: LacpPort, far: LacpPort): boolean {
  return sameNames(partner, far.actor) && ((partner.state ^ far.actor.state) & ~BIT.distributing) === 0
}

function isDark(port: LacpPort): boolean {
  const { 'wait-while': _mux, ...timers } = port.timers
  return (
    port.rx === 'port-disabled' &&
    port.periodic === 'no-periodic' &&
    !has(port.partner, BIT.synchronization) &&
    !has(port.actor, BIT.collecting | BIT.distributing) &&
    Object.values(timers).every((deadline) => deadline === null)
  )
}

function bitsOf({ mux }: LacpPort): number {
  switch (mux) {
    case 'detached':
    case 'waiting':
    case 'attached-wtr':
      return 0
    case 'attached':
      return BIT.synchronization
    case 'collecting':
      return BIT.synchronization | BIT.collecting
    case 'distributing':
    case 'collecting-distributing':
      return FORWARDING
  }
}

function isPlaced({ selected, mux, aggregator, partner }: LacpPort): boolean {
  switch (selected) {
    case 'unselected':
      return mux === 'detached' && aggregator === null
    case 'standby':
      return mux === 'waiting' && aggregator !== null
    case 'selected': {
      const inSync = has(partner, BIT.synchronization)
      const runs = mux === 'collecting-distributing' || mux === 'distributing'
      return (
        aggregator !== null && (inSync ? runs || mux === 'attached-wtr' : mux === 'attached' || mux === 'attached-wtr')
      )
    }
  }
}

function timersFit(lab: Lab, { timers, mux, ntt }: LacpPort): boolean {
  const ahead = (deadline: number | null, atMostMs: number): boolean =>
    deadline !== null && deadline > lab.now && deadline <= lab.now + atMostMs * MS
  return (
    ahead(timers['current-while'], 90_000) &&
    ahead(timers.periodic, 30_000) &&
    timers['wait-while'] === null &&
    timers['tx-limit'] === null &&
    (timers['wait-to-restore'] === null) === (mux !== 'attached-wtr') &&
    !ntt
  )
}

function churnFits({ actor, partner, actorChurn, partnerChurn }: LacpPort): boolean {
  const settled = (inSync: boolean, churn: string): boolean => inSync === (churn === 'no-churn')
  return (
    settled(has(actor, BIT.synchronization), actorChurn) && settled(has(partner, BIT.synchronization), partnerChurn)
  )
}

function hex(octet: number): string {
  return octet.toString(16).padStart(2, '0')
}
