import { DELAY_US, MTU } from '../../../core/model/fieldRules.ts'
import type { Edit } from '../../../core/model/edits.ts'
import { devicesOf, type Network } from '../../../core/model/network.ts'
import type { Link } from '../../../core/model/topology.ts'
import { useNetwork } from '../../../state/network.ts'
import { useUi } from '../../../state/uiStore.ts'
import { bondTitle } from '../../canvas/labels.ts'
import { Button } from '../../controls/Button.tsx'
import { type Choice, FixedField, NumberField, SelectField, SwitchField, TextField } from '../../controls/fields.tsx'
import { Section } from '../Section.tsx'
import { Addresses } from './Addresses.tsx'
import { BondForm } from './BondForm.tsx'
import { commit } from './commit.ts'
import { PortFields } from './PortFields.tsx'
import { CableSpanningTree } from './SpanningTreeFields.tsx'
import { VlanFields } from './VlanFields.tsx'

/** A cable: what it is for, and how it carries. VLANs and MTU of a bonded one are its bond's. */
export function CableForm({ link }: { readonly link: Link }) {
  const net = useNetwork()
  const bond = net.bondOf.get(link.id)
  const roles = rolesOf(net, link)
  const set = (part: Extract<Edit, { type: 'set-link' }>['set']) =>
    commit({ type: 'set-link', link: link.id, set: part })
  return (
    <>
      <Section head="Cable">
        {link.use === 'uplink' ? (
          <FixedField label="Role" value="uplink" />
        ) : (
          <SelectField
            label="Role"
            value={roles.present}
            choices={roles.choices}
            onCommit={(role) => commit(roleEdit(net, link, role))}
          />
        )}
        <PortFields link={link} />
        {link.routed && (
          <>
            <NumberField label="MTU" value={link.mtu} min={MTU.min} max={MTU.max} onCommit={(mtu) => set({ mtu })} />
            <Addresses
              names={endNames(net, link)}
              pair={link.routed}
              onCommit={(part) => link.routed && set({ routed: { ...link.routed, ...part } })}
            />
          </>
        )}
        <NumberField
          label="Delay"
          unit="µs, one way"
          value={link.delayUs}
          min={DELAY_US.min}
          max={DELAY_US.max}
          onCommit={(delayUs) => set({ delayUs })}
        />
        <NumberField
          label="Speed"
          unit="Gbit/s"
          value={link.speedGbps}
          min={0.01}
          max={1600}
          decimals={2}
          onCommit={(speedGbps) => set({ speedGbps })}
        />
        <TextField
          label="Conduit"
          value={link.conduit ?? ''}
          placeholder="by itself"
          hint="Cables of one conduit are lost together."
          onCommit={(conduit) => set({ conduit: conduit.trim() })}
        />
        {bond === undefined && link.use === 'data' && (
          <>
            <NumberField label="MTU" value={link.mtu} min={MTU.min} max={MTU.max} onCommit={(mtu) => set({ mtu })} />
            <VlanFields vlans={link.vlans} onCommit={(vlans) => set({ vlans })} />
            {isOrphan(net, link) && (
              <SwitchField
                label="Orphan suspend"
                value={link.suspendWithMembers}
                hint="Goes down together with the peer’s suspended members."
                onCommit={(suspendWithMembers) => set({ suspendWithMembers })}
              />
            )}
          </>
        )}
        {bond !== undefined && (
          <Button compact className="mt-1.5" onClick={() => useUi.getState().select({ kind: 'bond', id: bond.id })}>
            Select {bondTitle(net, bond)}
          </Button>
        )}
      </Section>
      {bond === undefined && link.use === 'data' && <CableSpanningTree link={link} onCommit={(stp) => set({ stp })} />}
      {bond !== undefined && <BondForm bond={bond} />}
    </>
  )
}

/** Names of the devices at its two ends. */
function endNames(net: Network, link: Link): readonly [string, string] {
  const [a, b] = devicesOf(net, link)
  return [a.name, b.name]
}

/** Roles a cable can take where it lies: `bond <id>` stands for membership of that bond. */
function rolesOf(net: Network, link: Link): { readonly present: string; readonly choices: readonly Choice<string>[] } {
  const bond = net.bondOf.get(link.id)
  const devices = link.ends.map((end) => net.ports.get(end)?.device)
  const domain = net.topology.domains.find(({ peers }) => peers.every((peer) => devices.includes(peer)))
  const isPeerLink = bond !== undefined && net.topology.domains.some(({ peerLink }) => peerLink === bond.id)
  const sides = sidesOf(net, link)
  const bonds = net.topology.bonds.filter(
    (other) =>
      other.id !== domain?.peerLink &&
      (other.id === bond?.id ||
        sameSides(
          sides,
          other.members.map((id) => sidesOf(net, net.links.get(id))),
        )),
  )
  const present = link.use === 'keepalive' ? 'keepalive' : isPeerLink ? 'peer-link' : bond ? `bond ${bond.id}` : 'plain'
  return {
    present,
    choices: [
      { value: 'plain', label: 'By itself' },
      ...(domain || present === 'peer-link' ? [{ value: 'peer-link', label: 'Peer-link' }] : []),
      { value: 'keepalive', label: 'Keepalive' },
      ...bonds.map((other) => ({ value: `bond ${other.id}`, label: `Member of ${bondTitle(net, other)}` })),
      { value: 'new', label: 'Member of a new bond' },
    ],
  }
}

function roleEdit(net: Network, link: Link, role: string): Edit {
  const base = { type: 'set-link-role', link: link.id } as const
  if (role === 'plain' || role === 'peer-link' || role === 'keepalive') return { ...base, role }
  const bond = net.topology.bonds.find(({ id }) => role === `bond ${id}`)
  return { ...base, role: 'member', bond: bond?.id ?? 'new' }
}

/** What a cable joins, with a pair as one side. */
function sidesOf(net: Network, link: Link | undefined): readonly string[] {
  return (link?.ends ?? [])
    .map((end) => net.ports.get(end)?.device)
    .map((device) => (device === undefined ? '' : (net.domainOf.get(device)?.id ?? device)))
    .sort()
}

function sameSides(sides: readonly string[], others: readonly (readonly string[])[]): boolean {
  return others.some((other) => other.join(' ') === sides.join(' '))
}

function isOrphan(net: Network, link: Link): boolean {
  return [...net.orphansOf.values()].some((links) => links.some(({ id }) => id === link.id))
}
