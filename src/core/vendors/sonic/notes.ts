import { lagEnd } from '../../model/network.ts'
import { addressRank } from '../../model/sessionAddress.ts'
import type { DrawnId, ExportNote } from '../exporter.ts'
import { carriedVlans, type SwitchPlan } from '../switchPlan.ts'
import { word } from '../text.ts'

/** What is drawn and SONiC cannot take as it is. */
export function platformNotes(plan: SwitchPlan): readonly ExportNote[] {
  const { device, lags, cables } = plan
  const notes: ExportNote[] = []
  const add = (from: DrawnId, text: string) => notes.push({ text, from })
  const ports = [...lags.flatMap(({ members }) => members), ...cables].map(({ port }) => port.name)
  const foreign = ports.filter((name) => !/^Ethernet\d+$/.test(name)).map(word)
  if (foreign.length > 0) add(device.id, `Not port names of SONiC, kept as drawn: ${foreign.join(', ')}.`)
  const bridged = [...lags.map(({ lag }) => lag.bond.vlans), ...cables.map(({ link }) => link.vlans)]
  if (bridged.some((vlans) => carriedVlans(vlans).includes(1))) {
    add(device.id, 'VLAN 1 does not exist on SONiC and is not written: untagged frames of its trunks are dropped.')
  }
  if (device.stp.enabled) {
    add(device.id, 'Spanning tree is simulated as drawn and not written: MCLAG peers of SONiC share none.')
  }
  const plain = lags.some(({ lag }) => lag.role !== 'mlag' && lagEnd(lag).mode !== 'static')
  if (plain && device.lacpSystemPriority !== TEAMD_PRIORITY) {
    add(device.id, `LACP system priority is ${TEAMD_PRIORITY} on SONiC, not the drawn ${device.lacpSystemPriority}.`)
  }
  if (plan.routing.backup) {
    add(
      device.id,
      'The config commands take no distance: the backup route and its VLAN interface are only in the tables.',
    )
  }
  for (const { lag } of lags) {
    const { mode } = lagEnd(lag)
    if (mode !== 'active') add(lag.bond.id, `PortChannel${lag.channel} is drawn ${mode}; SONiC knows active LACP only.`)
  }
  for (const { link, orphan } of cables) {
    if (orphan && link.suspendWithMembers) add(link.id, 'SONiC takes no single-homed port down with the MCLAG members.')
  }
  return [...notes, ...pairNotes(plan)]
}

function pairNotes({ device, pair, runs }: SwitchPlan): readonly ExportNote[] {
  if (!pair?.keepalive) return []
  const { domain, keepalive, peer, preferred } = pair
  const notes: ExportNote[] = []
  const reversed = runs.choices.election.value === 'lower-address-reversed'
  const first = addressRank(keepalive.own, reversed) < addressRank(keepalive.peer, reversed)
  if (first !== preferred) {
    const [active, wanted] = first ? [device.name, peer.name] : [peer.name, device.name]
    const text = `SONiC has no role priority: by its ICCP address ${word(active)} is active, not ${word(wanted)} as drawn.`
    notes.push({ text, from: domain.id })
  }
  if (keepalive.port.kind === 'front' && keepalive.vrf !== 'default') {
    const text = `${word(keepalive.port.name)} stays in the default VRF, not in ${word(keepalive.vrf)} as drawn.`
    notes.push({ text, from: keepalive.link.id })
  }
  if (!domain.peerLink) {
    notes.push({ text: 'Without a peer-link the MCLAG serves routed ports only.', from: domain.id })
  }
  return notes
}

/** What the tables cannot say though the commands do, or say only for one model of switch. */
export function databaseNotes({ device, pair }: SwitchPlan): readonly ExportNote[] {
  const keepalive = pair?.keepalive
  return [
    {
      text: 'PORT holds the lanes of a Mellanox SN4600C (ACS-MSN4600C). On other hardware take PORT from the switch.',
      from: device.id,
    },
    ...(keepalive?.port.kind === 'management'
      ? [
          {
            text: `The address ${word(keepalive.own)} of eth0 is not in it: the table wants a gateway and none is drawn.`,
            from: keepalive.link.id,
          },
        ]
      : []),
  ]
}

const TEAMD_PRIORITY = 65_535
