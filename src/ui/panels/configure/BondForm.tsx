import { CHANNEL, MTU } from '../../../core/model/fieldRules.ts'
import { devicesAt } from '../../../core/model/network.ts'
import { type Bond, type BondEnd, HASH_POLICIES, hashPolicyOf } from '../../../core/model/topology.ts'
import { useNetwork } from '../../../state/network.ts'
import { useUi } from '../../../state/uiStore.ts'
import { bondTitle, cableEnds, domainWords } from '../../canvas/labels.ts'
import { Button } from '../../controls/Button.tsx'
import { NumberField, SelectField } from '../../controls/fields.tsx'
import { Section } from '../Section.tsx'
import { commit } from './commit.ts'
import { LacpFields } from './LacpFields.tsx'
import { StpEndFields } from './SpanningTreeFields.tsx'
import { VlanFields } from './VlanFields.tsx'

/** A bond: VLANs and MTU, number, mode and rate of each end, and its cables. */
export function BondForm({ bond }: { readonly bond: Bond }) {
  const net = useNetwork()
  return (
    <>
      <Section word="bond" head={bondTitle(net, bond)}>
        <VlanFields
          vlans={bond.vlans}
          onCommit={(vlans) => commit({ type: 'set-bond', bond: bond.id, set: { vlans } })}
        />
        <NumberField
          label="MTU"
          value={bond.mtu}
          min={MTU.min}
          max={MTU.max}
          onCommit={(mtu) => commit({ type: 'set-bond', bond: bond.id, set: { mtu } })}
        />
      </Section>
      {ENDS.map((end) => (
        <EndForm key={end} bond={bond} end={end} />
      ))}
      <Section head="Cables" right={`${bond.members.length}`}>
        <ul>
          {bond.members.map((id) => {
            const link = net.links.get(id)
            return (
              link && (
                <li key={id}>
                  <button
                    type="button"
                    className="max-w-full truncate py-0.5 text-left font-mono text-11 hover:underline"
                    onClick={() => useUi.getState().select({ kind: 'link', id })}
                  >
                    {cableEnds(net, link)}
                  </button>
                </li>
              )
            )
          })}
        </ul>
        <Button
          compact
          className="mt-1.5"
          onClick={() => {
            const refusal = commit({ type: 'dissolve-bond', bond: bond.id })
            if (refusal !== undefined) useUi.getState().announce(refusal)
          }}
        >
          Unbundle, keep the cables
        </Button>
      </Section>
    </>
  )
}

function EndForm({ bond, end }: { readonly bond: Bond; readonly end: 0 | 1 }) {
  const net = useNetwork()
  const { at, channel, mode, rate } = bond.ends[end]
  const domain = 'domain' in at ? net.domains.get(at.domain) : undefined
  const host = 'device' in at && net.devices.get(at.device)?.kind === 'host'
  const isPeerLink = net.topology.domains.some(({ peerLink }) => peerLink === bond.id)
  const names = devicesAt(net, bond.ends[end]).map((id) => net.devices.get(id)?.name ?? '')
  const set = (part: Partial<Pick<BondEnd, 'channel' | 'mode' | 'rate' | 'hash' | 'stp'>>) =>
    commit({ type: 'set-bond-end', bond: bond.id, end, set: part })
  return (
    <Section word="member interface" head={`End on ${names.join(' + ')}`}>
      <NumberField
        label={domain ? `${domainWords(net, domain).mlag} id` : host ? 'Bond number' : 'Port-channel'}
        value={channel}
        min={CHANNEL.min}
        max={CHANNEL.max}
        {...(domain ? { hint: 'The number of the port-channel on both peers as well.' } : {})}
        onCommit={(number) => set({ channel: number })}
      />
      <SelectField label="LACP mode" value={mode} choices={MODES} onCommit={(chosen) => set({ mode: chosen })} />
      <SelectField
        label="LACP rate"
        value={rate}
        choices={RATES}
        hint={mode === 'static' ? 'Without meaning while the mode is static.' : 'What this end asks the other to send.'}
        onCommit={(chosen) => set({ rate: chosen })}
      />
      {mode !== 'static' && <LacpFields bond={bond} end={end} />}
      <SelectField
        label="Hash policy"
        value={hashPolicyOf(bond.ends[end], host ? 'host' : 'switch')}
        choices={HASHES.filter(({ value }) => !host || value !== 'symmetric')}
        hint="Which member a flow leaves by."
        onCommit={(hash) => set({ hash })}
      />
      {!host && !isPeerLink && <StpEndFields stp={bond.ends[end].stp} onCommit={(stp) => set({ stp })} />}
    </Section>
  )
}

const ENDS = [0, 1] as const
const HASHES = HASH_POLICIES.map((value) => ({ value, label: value }))
const MODES = [
  { value: 'active', label: 'Active' },
  { value: 'passive', label: 'Passive' },
  { value: 'static', label: 'Static, no LACP' },
] as const
const RATES = [
  { value: 'slow', label: 'Slow: 30 s, timeout 90 s' },
  { value: 'fast', label: 'Fast: 1 s, timeout 3 s' },
] as const
