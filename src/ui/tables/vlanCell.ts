import type { Edit } from '../../core/model/edits.ts'
import type { VlanMembership } from '../../core/model/topology.ts'
import { parseVlans, vlanText } from '../panels/configure/vlanText.ts'
import { type Cell, refuse, take } from './table.ts'

/** `10`, or `trunk 10,20-22 native 1`. */
export function membershipText(vlans: VlanMembership): string {
  return vlans.mode === 'access' ? String(vlans.vlan) : `trunk ${vlanText(vlans.allowed)} native ${vlans.native}`
}

/** What `membershipText` wrote; a trunk without a native VLAN keeps 1. Null for anything else. */
export function parseMembership(text: string): VlanMembership | null {
  const words = /^\s*(?:(\d{1,4})|trunk\s+([\d,\s-]+?)(?:\s+native\s+(\d{1,4}))?)\s*$/i.exec(text)
  if (words === null) return null
  const [, access, allowed, native] = words
  if (access !== undefined) return { mode: 'access', vlan: Number(access) }
  const list = parseVlans(allowed ?? '')
  return list === null ? null : { mode: 'trunk', native: Number(native ?? 1), allowed: list }
}

export function membershipCell(vlans: VlanMembership, edit: (vlans: VlanMembership) => Edit): Cell {
  return {
    text: membershipText(vlans),
    edit: {
      take: (text) => {
        const parsed = parseMembership(text)
        return parsed === null
          ? refuse('must be a VLAN such as 10, or a trunk such as: trunk 10,20-22 native 1.')
          : take(edit(parsed))
      },
    },
  }
}
