import type { Design } from '../../core/model/design.ts'
import { applyEdit, type Plug } from '../../core/model/edits.ts'
import { networkOf } from '../../core/model/network.ts'
import { NAMINGS } from '../../core/vendors/platforms.ts'
import { cableEnds, cableRole } from '../canvas/labels.ts'

/** What a cable between two places would be, or why there can be none: a sentence. */
export function wouldBe(design: Design, from: Plug, to: Plug): { readonly ok: boolean; readonly text: string } {
  const result = applyEdit(design, { type: 'connect', from, to, bond: 'auto' }, { namings: NAMINGS })
  if (!result.ok) return { ok: false, text: result.message }
  const net = networkOf(result.design.topology)
  const link = result.design.topology.links.find(({ id }) => result.made.some((made) => made === id))
  if (link === undefined) return { ok: false, text: 'There would be no cable.' }
  return { ok: true, text: `${cableEnds(net, link)}: ${link.speedGbps} Gbit/s, ${cableRole(net, link)}.` }
}
