import type { RunView } from '../core/model/runView.ts'

/** What was last sent, by key, as text: the cheapest comparison of small plain objects. */
export type Sent = Map<string, string>

type Lists = Pick<RunView, 'ports' | 'links' | 'devices' | 'lags' | 'domains' | 'directions' | 'loads'>

/** The parts of a view that differ from what was last sent; remembers them as sent. */
export function changedSince(sent: Sent, view: Lists): Lists {
  return {
    ports: changed(sent, view.ports, (port) => `port ${port.port}`),
    links: changed(sent, view.links, (link) => `link ${link.link}`),
    devices: changed(sent, view.devices, (device) => `device ${device.device}`),
    lags: changed(sent, view.lags, (lag) => `lag ${lag.bond} ${lag.device}`),
    domains: changed(sent, view.domains, (domain) => `domain ${domain.domain}`),
    directions: changed(sent, view.directions, (flow) => `flow ${flow.flow} ${flow.direction}`),
    loads: changed(sent, view.loads, (load) => `load ${load.link}`),
  }
}

function changed<T>(sent: Sent, items: readonly T[], keyOf: (item: T) => string): readonly T[] {
  return items.filter((item) => {
    const key = keyOf(item)
    const text = JSON.stringify(item)
    if (sent.get(key) === text) return false
    sent.set(key, text)
    return true
  })
}
