import type { LinkId } from '../model/ids.ts'
import type { Edit } from '../model/edits.ts'
import { devicesAt } from '../model/network.ts'
import type { Device, SpanningTreeEnd, SwitchDevice } from '../model/topology.ts'
import { bondName, endName } from './bonds.ts'
import { endsOf, isSwitch, type Drawn } from './drawn.ts'
import { cableName } from './steps.ts'

/** A bridged end on a switch: of a bond, or of a cable by itself. Peer-links are left out. */
export interface StpEnd {
  /** The bond or the cable. */
  readonly id: string
  /** The cable, or those of the bond. */
  readonly links: readonly LinkId[]
  readonly name: string
  readonly on: SwitchDevice
  /** What is at the other end; the first peer of a pair. */
  readonly far: Device
  readonly stp: SpanningTreeEnd
  readonly set: (stp: SpanningTreeEnd) => Edit
}

export function stpEndsOf(drawn: Drawn): readonly StpEnd[] {
  const { net, design } = drawn
  const bonds = drawn.bonds.flatMap((bond) =>
    ([0, 1] as const).flatMap((at): readonly StpEnd[] => {
      const end = bond.ends[at]
      const on = devicesAt(net, end)
        .map((id) => net.devices.get(id))
        .find(isSwitch)
      const [far] = devicesAt(net, bond.ends[at === 0 ? 1 : 0]).flatMap((id) => net.devices.get(id) ?? [])
      if (!on || !far) return []
      const set = (stp: SpanningTreeEnd): Edit => ({ type: 'set-bond-end', bond: bond.id, end: at, set: { stp } })
      return [
        {
          id: bond.id,
          links: bond.members,
          name: `${bondName(net, bond)} at ${endName(net, end)}`,
          on,
          far,
          stp: end.stp,
          set,
        },
      ]
    }),
  )
  const cables = design.topology.links.flatMap((link) => {
    if (link.use !== 'data' || net.bondOf.has(link.id)) return []
    const ends = endsOf(net, link)
    return ([0, 1] as const).flatMap((at): readonly StpEnd[] => {
      const [on, far] = [ends[at], ends[at === 0 ? 1 : 0]]
      if (!isSwitch(on) || !far || net.peerOf.get(on.id)?.id === far.id) return []
      const set = (stp: SpanningTreeEnd): Edit => ({
        type: 'set-link',
        link: link.id,
        set: { stp: at === 0 ? [stp, link.stp[1]] : [link.stp[0], stp] },
      })
      return [
        {
          id: link.id,
          links: [link.id],
          name: `${cableName(net, link)} at ${on.name}`,
          on,
          far,
          stp: link.stp[at],
          set,
        },
      ]
    })
  })
  return [...bonds, ...cables]
}
