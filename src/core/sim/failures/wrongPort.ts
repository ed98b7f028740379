import type { Plan, PlanPort } from '../plan.ts'
import { atOnce, namedPort, type Failure } from './failure.ts'

/** Says: chosen by the failure itself. */
export const NEXT = 'next'

export const wrongPort: Failure = {
  id: 'cable-in-wrong-port',
  label: 'Cable in the wrong port',
  targetKind: 'link',
  story:
    'At the named port this cable and another one of the same device are swapped, as after a repair in a hurry. LACP finds another partner than it should.',
  options: [
    {
      key: 'with',
      label: 'Swapped with the cable in',
      names: 'port',
      standard: NEXT,
      unnamed: 'the next one of another bond',
    },
  ],
  impair: (plan, target, options) => {
    const port = plan.ports[namedPort(plan, target)]
    const wanted = options['with'] ?? NEXT
    if (port === undefined) return { ok: false, message: 'Name the port as device:port.' }
    const here = plan.devices[port.device]
    const others = dataPorts(plan, port.device).filter(({ index }) => index !== port.index)
    const other = wanted === NEXT ? nextOf(others, port) : others.find(({ name }) => nameFits(here?.name, name, wanted))
    if (other === undefined) {
      const known = others.map(({ name }) => name).join(', ')
      const which = wanted === NEXT ? 'no other cable' : `no other cable in ${JSON.stringify(wanted.slice(0, 80))}`
      return { ok: false, message: `${here?.name} has ${which}.${known === '' ? '' : ` Its others are in ${known}.`}` }
    }
    const moves = [
      { port: port.index, link: other.link, end: other.end },
      { port: other.index, link: port.link, end: port.end },
    ]
    return atOnce([{ on: 'cabling', moves }], { with: other.name })
  },
}

/** Ports of a device with a data cable. */
export function dataPorts(plan: Plan, device: number): readonly PlanPort[] {
  const ports = plan.devices[device]?.ports ?? []
  return ports.flatMap((index) => plan.ports[index] ?? []).filter(({ link }) => plan.links[link]?.use === 'data')
}

/** A port by its name, or by `device:port`. */
export function nameFits(device: string | undefined, port: string, wanted: string): boolean {
  return wanted === port || wanted === `${device}:${port}`
}

/** The next port of another bond, else the next one; round the end. */
function nextOf(others: readonly PlanPort[], port: PlanPort): PlanPort | undefined {
  const inTurn = [
    ...others.filter(({ index }) => index > port.index),
    ...others.filter(({ index }) => index < port.index),
  ]
  return inTurn.find(({ lag }) => lag !== port.lag) ?? inTurn[0]
}
