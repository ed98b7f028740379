import type { MlagDomain } from '../../../core/model/topology.ts'
import type { DeviceId } from '../../../core/model/ids.ts'
import { PLATFORMS, VENDORS } from '../../../core/vendors/platforms.ts'
import { useNetwork } from '../../../state/network.ts'
import { useProfile } from '../../../state/profiles.ts'
import { useUi } from '../../../state/uiStore.ts'
import { Button } from '../../controls/Button.tsx'
import { NumberField, SelectField, TextField } from '../../controls/fields.tsx'
import { Section } from '../Section.tsx'
import { lazily } from '../../lazily.tsx'
import { Addresses } from './Addresses.tsx'
import { commit } from './commit.ts'
import { ProfileFields } from './ProfileFields.tsx'

const GatewayFields = lazily(() => import('./GatewayFields.tsx').then(({ GatewayFields }) => GatewayFields))

/** A pair: its identity, its keepalive, and everything the platform lets one set, with where each value comes from. */
export function DomainForm({ domain }: { readonly domain: MlagDomain }) {
  const net = useNetwork()
  const { id } = domain
  const [a, b] = domain.peers.map((peer) => net.devices.get(peer))
  const profile = useProfile(a?.kind === 'switch' ? a.vendor : undefined)
  if (a?.kind !== 'switch' || b === undefined || profile === undefined) return null
  const names = [a.name, b.name] as const
  return (
    <>
      <Section word="pair" head={profile.words.domain}>
        <TextField
          label="Name"
          mono
          value={domain.name}
          onCommit={(name) => commit({ type: 'set-domain', domain: id, set: { name } })}
        />
        <TextField
          label="Label"
          value={domain.label}
          onCommit={(label) => commit({ type: 'set-domain', domain: id, set: { label } })}
        />
        <SelectField
          label="Platform"
          value={a.vendor}
          choices={VENDORS.map((value) => ({ value, label: PLATFORMS[value].words.vendorPlatform }))}
          hint="Of both peers."
          onCommit={(vendor) => commit({ type: 'set-platform', device: a.id, vendor })}
        />
        <NumberField
          label="Domain id"
          value={domain.number}
          min={profile.domainNumber.min}
          max={profile.domainNumber.max}
          onCommit={(number) => commit({ type: 'set-domain', domain: id, set: { number } })}
        />
        <SelectField<DeviceId>
          label="Preferred primary"
          value={domain.preferredPrimary}
          choices={[
            { value: a.id, label: a.name },
            { value: b.id, label: b.name },
          ]}
          onCommit={(preferredPrimary) => commit({ type: 'set-domain', domain: id, set: { preferredPrimary } })}
        />
        {profile.choices['pair-system'].value === 'configured' && (
          <TextField
            label="System MAC"
            mono
            value={domain.systemMac}
            onCommit={(systemMac) => commit({ type: 'set-domain', domain: id, set: { systemMac } })}
          />
        )}
        <div className="flex flex-wrap gap-1.5 pt-2">
          {domain.peers.map((peer) => (
            <Button key={peer} compact onClick={() => useUi.getState().select({ kind: 'device', id: peer })}>
              <span className="max-w-60 truncate">Select {net.devices.get(peer)?.name}</span>
            </Button>
          ))}
          <Button compact onClick={() => commit({ type: 'unpair', domain: id })}>
            Take the pair apart
          </Button>
        </div>
      </Section>
      <Section word="keepalive" head={capital(profile.words.keepalive)}>
        <Addresses
          names={names}
          pair={domain.keepalive}
          onCommit={(set) => commit({ type: 'set-keepalive', domain: id, set })}
        />
        <TextField
          label="VRF"
          mono
          value={domain.keepalive.vrf}
          onCommit={(vrf) => commit({ type: 'set-keepalive', domain: id, set: { vrf } })}
        />
      </Section>
      {a.vendor === 'arista-eos' && (
        <Section word="peering" head="Peering over the peer-link">
          <NumberField
            label="VLAN"
            value={domain.peering.vlan}
            min={1}
            max={4094}
            onCommit={(vlan) => commit({ type: 'set-peering', domain: id, set: { vlan } })}
          />
          <Addresses
            names={names}
            pair={domain.peering}
            onCommit={(set) => commit({ type: 'set-peering', domain: id, set })}
          />
        </Section>
      )}
      <GatewayFields domain={domain} profile={profile} />
      <ProfileFields domain={domain} profile={profile} />
    </>
  )
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
