import { LACP_WAIT_S, MEMBER_COUNT } from '../../../core/model/fieldRules.ts'
import { devicesAt, type Network } from '../../../core/model/network.ts'
import type { Fallback } from '../../../core/model/profile.ts'
import type { Bond, LacpOptions } from '../../../core/model/topology.ts'
import { useNetwork } from '../../../state/network.ts'
import { useProfiles } from '../../../state/profiles.ts'
import { type Choice, NumberField, SelectField, SwitchField } from '../../controls/fields.tsx'
import { commit } from './commit.ts'

/** LACP of one end of a bond beyond its mode and rate. */
export function LacpFields({ bond, end }: { readonly bond: Bond; readonly end: 0 | 1 }) {
  const net = useNetwork()
  const fallback = useFallback(net, bond, end)
  const host = devicesAt(net, bond.ends[end]).some((id) => net.devices.get(id)?.kind === 'host')
  const isPeerLink = net.topology.domains.some(({ peerLink }) => peerLink === bond.id)
  const options = bond.ends[end].lacp ?? {}
  const set = (part: Partial<Record<keyof LacpOptions, LacpOptions[keyof LacpOptions]>>) =>
    commit({ type: 'set-bond-end', bond: bond.id, end, set: { lacp: kept({ ...options, ...part }) } })
  return (
    <>
      {host && (
        <SwitchField
          label="Network boot"
          value={options.netboot === true}
          hint="No bonding yet: the first cable that answers is used, without LACP."
          onCommit={(netboot) => set({ netboot })}
        />
      )}
      <NumberField
        label="Min-links"
        value={options.minLinks ?? 1}
        {...MEMBER_COUNT}
        hint="With fewer members it carries nothing. LACP does not tell the other end."
        onCommit={(minLinks) => set({ minLinks })}
      />
      {!host && (
        <NumberField
          label="Max-bundle"
          value={options.maxBundle ?? MEMBER_COUNT.max}
          {...MEMBER_COUNT}
          hint="Further members stand by. On a pair each peer counts its own."
          onCommit={(maxBundle) => set({ maxBundle })}
        />
      )}
      {fallback !== undefined && !isPeerLink && (
        <SelectField
          label="No LACP heard"
          value={options.fallback ?? 'suspend'}
          choices={[SUSPEND, ...fallback.value.map((way) => WAYS[way])]}
          hint={
            options.fallback === undefined ? `Letting them in is ${fallback.label}.` : `Written as ${fallback.label}.`
          }
          onCommit={(way) => set({ fallback: way === 'suspend' ? undefined : way })}
        />
      )}
      {fallback?.afterS && options.fallback !== undefined && (
        <NumberField
          label="After"
          unit="s"
          value={options.fallbackAfterS ?? fallback.afterS.value}
          min={fallback.afterS.min}
          max={fallback.afterS.max}
          onCommit={(fallbackAfterS) => set({ fallbackAfterS })}
        />
      )}
      <NumberField
        label="Wait to restore"
        unit="s"
        value={options.waitToRestoreS ?? 0}
        {...LACP_WAIT_S}
        onCommit={(waitToRestoreS) => set({ waitToRestoreS })}
      />
      <SelectField
        label="Mux control"
        value={options.independent === true ? 'independent' : 'coupled'}
        choices={MUX}
        onCommit={(mux) => set({ independent: mux === 'independent' })}
      />
    </>
  )
}

/** What the platform of a switch end offers; undefined for hosts and platforms without it. */
function useFallback(net: Network, bond: Bond, end: 0 | 1): Fallback | undefined {
  const profiles = useProfiles()
  const [id] = devicesAt(net, bond.ends[end])
  const device = id && net.devices.get(id)
  return device && device.kind === 'switch' ? profiles[device.vendor]?.fallback : undefined
}

/** Only what differs from the defaults is stored. */
function kept(options: Partial<Record<keyof LacpOptions, LacpOptions[keyof LacpOptions]>>): LacpOptions {
  const entries = Object.entries(options).filter(([key, value]) => value !== undefined && value !== DEFAULTS.get(key))
  return Object.fromEntries(entries)
}

const DEFAULTS: ReadonlyMap<string, number | boolean> = new Map<string, number | boolean>([
  ['minLinks', 1],
  ['maxBundle', MEMBER_COUNT.max],
  ['waitToRestoreS', 0],
  ['independent', false],
  ['netboot', false],
])
const SUSPEND = { value: 'suspend', label: 'Members stay out' } as const
const WAYS = {
  static: { value: 'static', label: 'One member carries' },
  individual: { value: 'individual', label: 'Members forward singly' },
} as const
const MUX: readonly Choice<'coupled' | 'independent'>[] = [
  { value: 'coupled', label: 'Coupled' },
  { value: 'independent', label: 'Independent' },
]
