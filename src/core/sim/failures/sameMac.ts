import type { Plan } from '../plan.ts'
import { atOnce, deviceIndexOf, numberOf, type Failure } from './failure.ts'
import { NEXT } from './wrongPort.ts'

export const sameMac: Failure = {
  id: 'same-mac',
  label: 'Same MAC elsewhere',
  targetKind: 'device',
  story:
    'A second station with the address of this server sends from another one. Switches learn the address here and there by turns: what is meant for the server goes astray until it sends again.',
  options: [
    {
      key: 'at',
      label: 'The other sends from',
      names: 'host',
      standard: NEXT,
      unnamed: 'another server, chosen by itself',
    },
    { key: 'every', label: 'It sends every', min: 1, max: 60_000, unit: 'ms', standard: '100' },
  ],
  impair: (plan, target, options) => {
    const device = plan.devices[deviceIndexOf(plan, target)]
    if (device?.kind !== 'host') return { ok: false, message: 'same-mac is done to a server.' }
    const wanted = options['at'] ?? NEXT
    const hosts = plan.devices.filter(({ kind, index }) => kind === 'host' && index !== device.index)
    const at = wanted === NEXT ? likely(plan, device.index) : hosts.find(({ name }) => name === wanted)?.index
    const direction = at === undefined ? undefined : directionFor(plan, device.index, at)
    if (at === undefined) {
      const known = hosts.map(({ name }) => name).join(', ')
      return { ok: false, message: `The other station needs another server to send from. Known: ${known || 'none'}.` }
    }
    if (direction === undefined) return { ok: false, message: `${device.name} has no flow, so nothing would show.` }
    const everyUs = Math.round(numberOf(sameMac, options, 'every') * 1000)
    return atOnce([{ on: 'twin', host: device.index, at, direction, everyUs }], { at: plan.devices[at]?.name ?? '' })
  },
}

/** The VLAN is that of a flow from the server to where the other station is, else of any flow of the server. */
function directionFor(plan: Plan, host: number, at: number): number | undefined {
  const own = plan.directions.filter(({ from }) => from === host)
  return (own.find(({ to }) => to === at) ?? own[0])?.index
}

/** A server with one cable that the server talks to, else any that it talks to, else any other. */
function likely(plan: Plan, host: number): number | undefined {
  const known = plan.directions.filter(({ from }) => from === host).map(({ to }) => to)
  const single = known.find((to) => plan.devices[to]?.lags.length === 0)
  return single ?? known[0] ?? plan.devices.find(({ kind, index }) => kind === 'host' && index !== host)?.index
}
