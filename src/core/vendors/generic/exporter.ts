import { lagEnd } from '../../model/network.ts'
import type { VlanMembership } from '../../model/topology.ts'
import type { Block, ConfigLine, DrawnId, Exporter, ExportNote } from '../exporter.ts'
import { layOut } from '../exporter.ts'
import { heading } from '../shared.ts'
import {
  carriedVlans,
  planSwitch,
  portOn,
  untaggedVlan,
  type CablePlan,
  type LagPlan,
  type PairPlan,
  type SwitchPlan,
} from '../switchPlan.ts'
import { fileStem, freeText, vlanLists, word } from '../text.ts'
import { genericProfile } from './profile.ts'

/**
 * The standard has no command line and none is made up: a switch is listed in words, every line a comment, under a note
 * that says so.
 */
export const genericExporter: Exporter = {
  vendor: 'generic',
  format: 'a list in words, no configuration',
  comment: '#',
  fileName: (deviceName) => `${fileStem(deviceName)}.txt`,
  render(net, device) {
    const plan = planSwitch(net, device, genericProfile)
    const notes = [...plan.notes, ...platformNotes(plan)]
    const blocks = [
      heading(plan, notes, '#', 'generic platform'),
      ...(plan.pair ? [pair(plan, plan.pair)] : []),
      ...plan.lags.map(lag),
      ...plan.cables.map(cable),
      routing(plan),
    ]
    return { lines: layOut(blocks, ''), notes }
  },
}

function platformNotes({ device, pair }: SwitchPlan): readonly ExportNote[] {
  const none =
    'The generic platform has no configuration text: what is drawn is listed in words. Choose a platform to get its own.'
  return [
    { text: none, from: device.id },
    ...(pair?.keepalive
      ? [{ text: 'The standard has no keepalive; the drawn cable is not used.', from: pair.keepalive.link.id }]
      : []),
  ]
}

function pair({ runs }: SwitchPlan, { domain, peer, preferred }: PairPlan): Block {
  const period = runs.numbers['heartbeat-interval-ms']?.value ?? 0
  const periods = runs.numbers['heartbeat-timeout-multiplier']?.value ?? 0
  const role = preferred ? 'lower System ID' : 'higher System ID'
  return [
    line(domain.id, `DRNI pair ${word(domain.name)} with ${word(peer.name)}, ${role}`),
    line(domain.id, `DRCP every ${period} ms, given up after ${periods} periods`),
  ]
}

function lag({ lag, towards, members }: LagPlan): Block {
  const { bond, channel, role } = lag
  const { mode, rate } = lagEnd(lag)
  const kind = role === 'peer-link' ? ', peer-link' : role === 'mlag' ? ', DRNI' : ''
  const lacp = mode === 'static' ? 'static' : `LACP ${mode}, rate ${rate}`
  return [
    line(bond.id, `LAG ${channel}${kind}: ${freeText(towards)}`),
    line(bond.id, `LAG ${channel}: ${lacp}, ${vlansIn(bond.vlans)}, MTU ${bond.mtu}`),
    ...members.map(({ port, link, towards: other }) =>
      line(link.id, `LAG ${channel}: ${portOn(genericProfile, port)} to ${freeText(other)}`),
    ),
  ]
}

function cable({ port, link, towards }: CablePlan): Block {
  const name = portOn(genericProfile, port)
  return [line(link.id, `${name}: ${freeText(towards)}, ${vlansIn(link.vlans)}, MTU ${link.mtu}`)]
}

function routing({ device, pair, routing: { gateways, uplinks, backup, tracked } }: SwitchPlan): Block {
  const from = pair?.domain.id ?? device.id
  return [
    ...gateways.map(({ vlan, own, address, prefixLength, mac }) =>
      line(from, `VLAN ${vlan}: ${own}/${prefixLength}, router address ${address} with ${mac} on both systems`),
    ),
    ...uplinks.map(({ port, link, towards, own, next, prefixLength }) =>
      line(
        link.id,
        `${portOn(genericProfile, port)}: ${freeText(towards)}, ${own}/${prefixLength}, default route by ${next}${tracked ? ', tracked' : ''}`,
      ),
    ),
    ...(backup ? [line(from, `VLAN ${backup.vlan}: ${backup.own}, second default route by ${backup.next}`)] : []),
  ]
}

function vlansIn(vlans: VlanMembership): string {
  if (vlans.mode === 'access') return `untagged VLAN ${vlans.vlan}`
  const [list = '', ...more] = vlanLists(carriedVlans(vlans), 60)
  const untagged = untaggedVlan(vlans) === null ? 'no untagged frames' : `untagged ${vlans.native}`
  return `VLANs ${list === '' ? 'none' : list}${more.length > 0 ? ' and more' : ''}, ${untagged}`
}

function line(from: DrawnId, text: string): ConfigLine {
  return { text: `# ${text}`, from }
}
