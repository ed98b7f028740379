import type { Plan, PlanPort } from '../plan.ts'
import { atOnce, namedPort, type Failure } from './failure.ts'
import { dataPorts, nameFits, NEXT } from './wrongPort.ts'

export const loopCable: Failure = {
  id: 'loop-cable',
  label: 'Plug it into a loop',
  targetKind: 'link',
  story:
    'The far end of the cable is pulled out and plugged into a switch again, where it takes the place of another cable: the network is connected to itself. Spanning tree or its guards must block that, or frames go round.',
  options: [
    {
      key: 'into',
      label: 'Plugged into',
      names: 'switch-port',
      standard: NEXT,
      unnamed: 'a port of the other peer, else the nearest',
    },
  ],
  impair: (plan, target, options) => {
    const named = plan.ports[namedPort(plan, target)]
    const far = named && plan.ports[named.far]
    const [here, pulled] = named && isSwitch(plan, named) ? [named, far] : [far, named]
    if (!here || !pulled || !isSwitch(plan, here)) {
      return { ok: false, message: 'loop-cable needs a cable that ends at a switch.' }
    }
    if (plan.links[here.link]?.use !== 'data') return { ok: false, message: 'loop-cable needs a data cable.' }
    const wanted = options['into'] ?? NEXT
    const others = plan.devices
      .filter(({ kind }) => kind === 'switch')
      .flatMap(({ index }) => dataPorts(plan, index))
      .filter(({ index }) => index !== here.index && index !== pulled.index)
    const into =
      wanted === NEXT
        ? likely(plan, here, others)
        : others.find(({ device, name }) => nameFits(plan.devices[device]?.name, name, wanted))
    if (into === undefined) {
      return { ok: false, message: `No switch has another port ${JSON.stringify(wanted.slice(0, 80))} with a cable.` }
    }
    const moves = [{ port: into.index, link: pulled.link, end: pulled.end }]
    return atOnce([{ on: 'cabling', moves }], { into: `${plan.devices[into.device]?.name}:${into.name}` })
  },
}

function isSwitch(plan: Plan, { device }: PlanPort): boolean {
  return plan.devices[device]?.kind === 'switch'
}

/** A port of the same kind on the other peer, else a single port of it, else of the same switch, else any. */
function likely(plan: Plan, here: PlanPort, others: readonly PlanPort[]): PlanPort | undefined {
  const peer = plan.devices[here.device]?.otherPeer
  const single = others.filter(({ lag }) => lag < 0)
  return (
    single.find(({ device }) => device === peer) ??
    single.find(({ device }) => device === here.device) ??
    single[0] ??
    others.find(({ lag }) => lag !== here.lag && plan.lags[lag]?.role !== 'peer-link')
  )
}
