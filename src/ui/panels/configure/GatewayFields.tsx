import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { Profile } from '../../../core/model/profile.ts'
import type { Gateway, MlagDomain } from '../../../core/model/topology.ts'
import { useNetwork } from '../../../state/network.ts'
import { useUi } from '../../../state/uiStore.ts'
import { Button } from '../../controls/Button.tsx'
import { NumberField } from '../../controls/fields.tsx'
import { Section } from '../Section.tsx'
import { Addresses, AddressField } from './Addresses.tsx'
import { commit } from './commit.ts'
import { SourceNote } from './SourceNote.tsx'

/** The VLANs that a pair is the router of: the address both peers answer for, and one of each. */
export function GatewayFields({ domain, profile }: { readonly domain: MlagDomain; readonly profile: Profile }) {
  const net = useNetwork()
  const names = domain.peers.map((peer) => net.devices.get(peer)?.name ?? '')
  const free = net.topology.vlans.filter(({ id }) => !domain.gateways.some(({ vlan }) => vlan === id))
  return (
    <>
      <Section word="gateway" head="Gateways" right={`${domain.gateways.length}`}>
        {profile.gateway === null ? (
          <p className="text-ink-3">{profile.words.platform} has no router address that both peers forward for.</p>
        ) : (
          <p className="text-11 text-ink-3">
            {profile.gateway.label}. <SourceNote {...profile.gateway} />
          </p>
        )}
        {domain.gateways.map((gateway) => (
          <OneGateway key={gateway.vlan} domain={domain} gateway={gateway} names={[names[0] ?? '', names[1] ?? '']} />
        ))}
        {free.length > 0 && <AddGateway domain={domain} vlans={free} />}
      </Section>
      {net.topology.links.some(({ use }) => use === 'uplink') && (
        <Section head="Backup route VLAN">
          <NumberField
            label="VLAN"
            value={domain.peering.vlan}
            min={1}
            max={4094}
            hint="On the peer-link, for what a peer without an uplink routes by the other one."
            onCommit={(vlan) => commit({ type: 'set-peering', domain: domain.id, set: { vlan } })}
          />
          <Addresses
            names={[names[0] ?? '', names[1] ?? '']}
            pair={domain.peering}
            onCommit={(set) => commit({ type: 'set-peering', domain: domain.id, set })}
          />
        </Section>
      )}
    </>
  )
}

function OneGateway({
  domain,
  gateway,
  names,
}: {
  readonly domain: MlagDomain
  readonly gateway: Gateway
  readonly names: readonly [string, string]
}) {
  const { vlan } = gateway
  const set = (part: Partial<Omit<Gateway, 'vlan'>>) =>
    commit({ type: 'set-gateway', domain: domain.id, vlan, set: part })
  return (
    <fieldset className="mt-2 border-l-2 border-line pl-2">
      <legend className="sr-only">Gateway of VLAN {vlan}</legend>
      <div className="flex items-center gap-2">
        <span className="flex-1 font-semibold">VLAN {vlan}</span>
        <Button
          look="ghost"
          compact
          aria-label={`Remove the gateway of VLAN ${vlan}`}
          onClick={() => commit({ type: 'remove-gateway', domain: domain.id, vlan })}
        >
          Remove
        </Button>
      </div>
      <AddressField label="Virtual address" value={gateway.address} onCommit={(address) => set({ address })} />
      <Addresses names={names} pair={gateway} onCommit={set} />
    </fieldset>
  )
}

function AddGateway({
  domain,
  vlans,
}: {
  readonly domain: MlagDomain
  readonly vlans: readonly { readonly id: number; readonly name: string }[]
}) {
  const [chosen, choose] = useState<number | null>(null)
  const vlan = vlans.find(({ id }) => id === chosen)?.id ?? vlans[0]?.id
  if (vlan === undefined) return null
  const add = (): void => {
    const refusal = commit({ type: 'add-gateway', domain: domain.id, vlan })
    useUi.getState().announce(refusal ?? `${domain.name} is the gateway of VLAN ${vlan} now.`)
  }
  return (
    <div className="flex items-center gap-1.5 pt-2">
      <select
        aria-label="VLAN of the new gateway"
        value={vlan}
        className="h-6 min-w-0 flex-1 rounded-2 bg-panel px-1.5 text-12 shadow-[inset_0_0_0_1px_var(--edge)]"
        onChange={(change) => choose(Number(change.target.value))}
      >
        {vlans.map(({ id, name }) => (
          <option key={id} value={id}>
            VLAN {id}, {name}
          </option>
        ))}
      </select>
      <Button compact onClick={add}>
        <Plus strokeWidth={1.5} />
        Add gateway
      </Button>
    </div>
  )
}
