import type { DeviceId } from '../../model/ids.ts'
import { lagEnd, type Network } from '../../model/network.ts'
import type { VlanMembership } from '../../model/topology.ts'
import {
  globals,
  layOut,
  type Block,
  type ConfigLine,
  type DrawnId,
  type Exporter,
  type ExportNote,
} from '../exporter.ts'
import {
  carriedVlans,
  planSwitch,
  portOn,
  untaggedVlan,
  type CablePlan,
  type KeepalivePlan,
  type LagPlan,
  type PairPlan,
  type SwitchPlan,
} from '../switchPlan.ts'
import { fileStem, freeText, word } from '../text.ts'
import { configDb } from './configDb.ts'
import { databaseNotes, platformNotes } from './notes.ts'
import { sonicProfile } from './profile.ts'
import { routingCommands } from './routing.ts'
import { timer } from './timers.ts'

/**
 * Community SONiC with iccpd: the `config` commands of one switch, and the same as a fragment of `config_db.json`.
 * Source: sonic-net/SONiC, doc/mclag/Sonic-mclag-hld.md. Where each statement was seen:
 * - `config mclag …`: sonic-net/sonic-utilities, config/mclag.py, which takes the session-timeout only as a multiple of
 *   the interval that is set already;
 * - `config portchannel …`, `config interface …`, `config hostname`, `config save`: config/main.py; members join while
 *   the MTU of the port-channel is still the default;
 * - `config vlan …`: config/vlan.py; `config feature state`: config/feature.py.
 */
export const sonicExporter: Exporter = {
  vendor: 'sonic',
  format: 'config commands',
  comment: '#',
  fileName: (deviceName) => `${fileStem(deviceName)}.sh`,
  render: commands,
  variants: [
    {
      format: 'the same as tables, for config load',
      comment: null,
      fileName: (deviceName) => `${fileStem(deviceName)}.config_db.json`,
      render(net, device) {
        const plan = planSwitch(net, device, sonicProfile)
        return { lines: configDb(plan), notes: [...plan.notes, ...platformNotes(plan), ...databaseNotes(plan)] }
      },
    },
  ],
}

function commands(net: Network, device: DeviceId) {
  const plan = planSwitch(net, device, sonicProfile)
  const named = plan.vlans.some(({ id, name }) => id !== 1 && name !== '')
  const notes: readonly ExportNote[] = [
    ...plan.notes,
    ...platformNotes(plan),
    ...(named
      ? [{ text: 'The config commands take no names of VLANs: they are only in the tables.', from: device }]
      : []),
  ]
  const { keepalive } = plan.pair ?? { keepalive: null }
  const blocks = [
    heading(plan, notes),
    config(device, [`hostname ${word(plan.device.name)}`]),
    config(
      null,
      plan.vlans.filter(({ id }) => id !== 1).map(({ id }) => `vlan add ${id}`),
    ),
    ...plan.lags.map(lagBlock),
    ...plan.cables.map(cableBlock),
    ...(keepalive ? [sessionPort(keepalive)] : []),
    ...(plan.pair && keepalive ? [domainBlock(plan, plan.pair, keepalive)] : []),
    ...routingCommands(plan),
    config(null, ['save -y']),
  ]
  return { lines: layOut(blocks, ''), notes }
}

function heading({ device }: SwitchPlan, notes: readonly ExportNote[]): Block {
  const label = freeText(device.label)
  const title: ConfigLine = {
    text: `# ${word(device.name)}${label === '' ? '' : ` (${label})`}, SONiC`,
    from: device.id,
  }
  return [title, ...notes.map(({ text, from }) => ({ text: `# Note: ${text}`, from }))]
}

function lagBlock({ lag, towards, members }: LagPlan): Block {
  const { bond, channel, role } = lag
  const name = `PortChannel${channel}`
  const { rate, lacp = {} } = lagEnd(lag)
  const fallback = lacp.fallback === 'static' ? ' --fallback true' : ''
  const title = role === 'peer-link' ? 'MCLAG peer-link' : role === 'mlag' ? `MCLAG ${name}` : name
  return [
    comment(bond.id, `${title}: ${towards}`),
    ...config(bond.id, [
      `portchannel add ${name} --min-links ${lacp.minLinks ?? 1}${fallback} --fast-rate ${rate === 'fast'}`,
    ]),
    ...members.flatMap(({ port, link }) =>
      config(link.id, [
        `interface startup ${portOn(sonicProfile, port)}`,
        `portchannel member add ${name} ${portOn(sonicProfile, port)}`,
      ]),
    ),
    ...config(bond.id, [`interface mtu ${name} ${bond.mtu}`, ...vlanMember(bond.vlans, name)]),
  ]
}

function cableBlock({ port, link, towards }: CablePlan): Block {
  const name = portOn(sonicProfile, port)
  return [
    comment(link.id, `${name}: ${towards}`),
    ...config(link.id, [`interface startup ${name}`, `interface mtu ${name} ${link.mtu}`]),
    ...config(link.id, vlanMember(link.vlans, name)),
  ]
}

function sessionPort({ port, link, own, prefixLength, towards }: KeepalivePlan): Block {
  const name = portOn(sonicProfile, port)
  return [
    comment(link.id, `ICCP: ${towards}`),
    ...config(link.id, [
      ...(port.kind === 'front' ? [`interface startup ${name}`] : []),
      `interface ip add ${name} ${word(own)}/${prefixLength}`,
    ]),
  ]
}

function domainBlock({ lags, runs }: SwitchPlan, { domain }: PairPlan, { own, peer }: KeepalivePlan): Block {
  const { number, id } = domain
  const peerLink = lags.find(({ lag }) => lag.role === 'peer-link')
  const port = peerLink ? ` PortChannel${peerLink.lag.channel}` : ''
  const members = lags.flatMap(({ lag }) => (lag.role === 'mlag' ? [`PortChannel${lag.channel}`] : []))
  return config(id, [
    'feature state iccpd enabled',
    `mclag add ${number} ${word(own)} ${word(peer)}${port}`,
    ...members.map((member) => `mclag member add ${number} ${member}`),
    // In this order: the interval must fit the time-out that is set.
    `mclag session-timeout ${number} ${timer(runs, 'heartbeat-timeout-ms')}`,
    `mclag keepalive-interval ${number} ${timer(runs, 'heartbeat-interval-ms')}`,
  ])
}

function vlanMember(vlans: VlanMembership, name: string): readonly string[] {
  const untagged = untaggedVlan(vlans)
  const ids = carriedVlans(vlans).filter((id) => id !== 1)
  return ids.map((id) => `vlan member add ${id === untagged ? '-u ' : ''}${id} ${name}`)
}

function config(from: DrawnId | null, texts: readonly string[]): Block {
  return globals(
    from,
    texts.map((text) => `sudo config ${text}`),
  )
}

function comment(from: DrawnId, text: string): ConfigLine {
  return { text: `# ${text}`, from }
}
