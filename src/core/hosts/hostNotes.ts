import { accessVlanOf, lagEnd, need, type Lag, type Network } from '../model/network.ts'
import type { HostDevice } from '../model/topology.ts'
import type { ExportNote } from '../vendors/exporter.ts'
import type { HostInterface } from './hostPlan.ts'
import { prefixIn } from '../model/prefixLength.ts'

/** What is drawn on a server and cannot be written for Linux, whatever the format. */
export function hostNotes(
  net: Network,
  host: HostDevice,
  lags: readonly Lag[],
  interfaces: readonly HostInterface[],
): readonly ExportNote[] {
  const vlan = accessVlanOf(net, host.id)
  return [
    ...(prefixIn(net, vlan).apart
      ? [{ text: `The servers of VLAN ${vlan} have no network in common; they would need a router.`, from: host.id }]
      : []),
    ...lags.flatMap((lag) => lagNotes(lag).map((text): ExportNote => ({ text, from: lag.bond.id }))),
    ...lags.flatMap((lag) => unequalBonds(net, lag)),
    ...interfaces.flatMap(({ name, vlans, from }) =>
      vlans.length === 0
        ? []
        : [{ text: `The design has no address for the tagged VLANs on ${name}; their interfaces have none.`, from }],
    ),
    ...(lags.length === 0 && interfaces.length > 1
      ? [{ text: `The address is on ${interfaces[0]?.name} only; without a bond it does not move.`, from: host.id }]
      : []),
  ]
}

function lagNotes(lag: Lag): readonly string[] {
  const { mode, hash, lacp = {} } = lagEnd(lag)
  const name = `bond${lag.channel}`
  const lacpOnly =
    mode === 'static'
      ? []
      : [
          ...(mode === 'passive' ? [`${name} is passive in the design. No key says so here: it is active.`] : []),
          ...(lacp.maxBundle === undefined ? [] : [`Linux has no greatest number of members, set on ${name}.`]),
          ...(lacp.independent === true ? [`Linux collects and distributes together on ${name}.`] : []),
          ...((lacp.waitToRestoreS ?? 0) > 0 ? [`Linux has no LACP time to restore, set on ${name}.`] : []),
        ]
  return [
    ...lacpOnly,
    ...(hash === 'symmetric' ? [`Linux has no symmetric hash, set on ${name}; layer3+4 is written.`] : []),
    ...(lacp.netboot === true
      ? [`${name} is simulated as during a boot over the network; the file is for afterwards.`]
      : []),
  ]
}

/** A host's bonds to switches that are no pair are one on the host: it takes what the first of them says. */
function unequalBonds(net: Network, lag: Lag): readonly ExportNote[] {
  const bonds = [...new Set(lag.ports.map(({ id }) => net.bondOf.get(need(net.linkAt, id).id) ?? lag.bond))]
  const said = (bond: Lag['bond']) => {
    const end = bond.ends.find(({ at }) => 'device' in at && at.device === lag.device)
    return JSON.stringify([bond.mtu, bond.vlans, end?.mode, end?.rate, end?.hash, end?.lacp])
  }
  return bonds.every((bond) => said(bond) === said(lag.bond))
    ? []
    : [
        {
          text: `The bonds drawn as bond${lag.channel} differ in MTU, VLANs or LACP; the first one is written.`,
          from: lag.bond.id,
        },
      ]
}
