import { lagEnd } from '../../model/network.ts'
import type { DrawnId, ExportNote } from '../exporter.ts'
import { foreignPorts } from '../shared.ts'
import { carriedVlans, untaggedVlan, type SwitchPlan } from '../switchPlan.ts'
import { word } from '../text.ts'

/** What is drawn and OS10 cannot take as it is. */
export function platformNotes(plan: SwitchPlan): readonly ExportNote[] {
  const { device, lags, cables, vlans, pair, runs } = plan
  const notes: ExportNote[] = []
  const add = (from: DrawnId, text: string) => notes.push({ text, from })
  if (vlans.some(({ id }) => id === VLT_VLAN)) add(device.id, 'VLAN 4094 belongs to VLT and must not be used.')
  const pairs = pair ? runs.numbers['system-priority']?.value : undefined
  const plain = lags.some(({ lag }) => lag.role !== 'mlag' && lag.role !== 'peer-link' && lagEnd(lag).mode !== 'static')
  if (plain && pairs !== undefined && pairs !== device.lacpSystemPriority) {
    add(device.id, `OS10 has one LACP system-priority: ${pairs}, not ${device.lacpSystemPriority} on other bonds.`)
  }
  for (const { lag } of lags) {
    const { mode } = lagEnd(lag)
    if (lag.role === 'peer-link') {
      if (mode !== 'static') add(lag.bond.id, `The VLTi is bundled without LACP, not ${mode} as drawn.`)
      continue
    }
    if (lag.channel === VLTI_CHANNEL) add(lag.bond.id, 'port-channel1000 is the VLTi.')
  }
  const trunks = [
    ...lags.filter(({ lag }) => lag.role !== 'peer-link').map(({ lag }) => lag.bond.vlans),
    ...cables.map(({ link }) => link.vlans),
  ].filter((one) => one.mode === 'trunk')
  const kept = new Set(trunks.filter((one) => untaggedVlan(one) === null).map(({ native }) => native))
  if (kept.size > 0) {
    const list = [...kept].toSorted((a, b) => a - b).join(', ')
    add(device.id, `No trunk of OS10 is without an untagged VLAN: ${list} stays on trunks that are not drawn with it.`)
  }
  const vlti = lags.find(({ lag }) => lag.role === 'peer-link')?.lag.bond
  const over = vlti ? carriedVlans(vlti.vlans) : []
  const others = vlans.map(({ id }) => id).filter((id) => id !== 1 && !over.includes(id))
  if (vlti && others.length > 0) {
    add(vlti.id, `The VLTi carries every VLAN of the switches, ${others.join(', ')} too, though it is not drawn so.`)
  }
  const keepalive = pair?.keepalive
  if (keepalive?.port.kind === 'front' && keepalive.vrf !== 'default') {
    const vrf = word(keepalive.vrf)
    add(keepalive.link.id, `${word(keepalive.port.name)} stays in the default VRF, not in ${vrf} as drawn.`)
  }
  return [...foreignPorts(plan, /^ethernet\d+\/\d+\/\d+(:\d+)?$/, 'OS10'), ...notes]
}

const VLT_VLAN = 4_094
const VLTI_CHANNEL = 1_000
