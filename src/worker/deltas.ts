import type { DirectionView, RunView } from '../core/model/runView.ts'
import { isSame } from '../core/model/same.ts'

/** What was last sent, by key. */
export type Sent = Map<string, object>

type Lists = Pick<RunView, 'ports' | 'links' | 'devices' | 'lags' | 'domains' | 'directions' | 'loads'>

/**
 * The parts of a view that differ from what was last sent; remembers them as sent. Counters change with every probe:
 * without `counters`, what differs in nothing else waits.
 */
export function changedSince(sent: Sent, view: Lists, counters: boolean): Lists {
  return {
    ports: changed(sent, view.ports, (port) => `port ${port.port}`),
    links: changed(sent, view.links, (link) => `link ${link.link}`),
    devices: changed(sent, view.devices, (device) => `device ${device.device}`),
    lags: changed(sent, view.lags, (lag) => `lag ${lag.bond} ${lag.device}`),
    domains: changed(sent, view.domains, (domain) => `domain ${domain.domain}`),
    directions: changed(
      sent,
      view.directions,
      (flow) => `flow ${flow.flow} ${flow.direction}`,
      counters ? isSame : sameButCounters,
    ),
    loads: counters ? changed(sent, view.loads, (load) => `load ${load.link}`) : [],
  }
}

function changed<T extends object>(
  sent: Sent,
  items: readonly T[],
  keyOf: (item: T) => string,
  same: (known: object, item: T) => boolean = isSame,
): readonly T[] {
  return items.filter((item) => {
    const key = keyOf(item)
    const known = sent.get(key)
    if (known !== undefined && same(known, item)) return false
    sent.set(key, item)
    return true
  })
}

/** Whether a flow direction goes the way it went, and is out as it was. */
function sameButCounters(known: object, { outages, path, startup }: DirectionView): boolean {
  if (!('outages' in known && 'path' in known && 'startup' in known)) return false
  return known.startup === startup && isSame(known.path, path) && isSame(known.outages, outages)
}
