import { useNetwork } from '../../../state/network.ts'
import { useRuntime } from '../../../state/runtimeStore.ts'
import type { MlagDomain } from '../../../core/model/topology.ts'
import type { DomainView } from '../../../core/model/runView.ts'
import { Section } from '../Section.tsx'
import { Facts } from './Facts.tsx'

/** Who answers for the pair's router addresses, and where each peer sends what it routes upstream. */
export function GatewayState({ domain, view }: { readonly domain: MlagDomain; readonly view: DomainView }) {
  const net = useNetwork()
  const devices = useRuntime((run) => run.devices)
  const name = (id: MlagDomain['peers'][number]) => net.devices.get(id)?.name ?? ''
  const upstream = domain.peers.flatMap((peer) => {
    const way = devices.get(peer)?.upstream ?? null
    return way === null ? [] : [{ name: `${name(peer)} upstream`, value: UPSTREAM[way] }]
  })
  if (view.gateways.length === 0 && upstream.length === 0) return null
  return (
    <Section word="gateway" head="Gateway">
      <Facts
        rows={[
          ...view.gateways.flatMap(({ vlan, address, mac, answering }) => [
            { name: `VLAN ${vlan}`, value: address },
            { name: 'Its MAC', value: mac },
            { name: 'Answered by', value: answering.map(name).join(' and ') || 'nobody' },
          ]),
          ...upstream,
        ]}
      />
    </Section>
  )
}

const UPSTREAM = {
  uplinks: 'over its uplinks',
  'peer-link': 'over the peer-link',
  nowhere: 'no way: it is lost',
} as const
