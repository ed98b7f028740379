import type { CompareRow, RowKind } from '../../../core/vendors/compare.ts'
import type { Reason } from '../../../core/vendors/compareFlat.ts'

export const MARK: Readonly<Record<RowKind, string>> = { same: '', 'by-design': '~', mismatch: '≠', missing: '≠' }

export const MARK_WORD: Readonly<Record<RowKind, string>> = {
  same: 'equal',
  'by-design': 'differs by design',
  mismatch: 'must be equal',
  missing: 'must be on both',
}

/** Why both peers may, or may not, differ in a line; null where there is nothing to explain. */
export function explained({ kind, reason }: CompareRow): string | null {
  switch (kind) {
    case 'same':
      return null
    case 'by-design':
      return reason === null ? null : BECAUSE[reason]
    case 'mismatch':
      return 'Must be equal on both peers.'
    case 'missing':
      return 'Must be on both peers.'
  }
}

const BECAUSE: Readonly<Record<Reason, string>> = {
  name: 'Differs by design: each switch has its own name.',
  address: 'Differs by design: what is one peer’s own address is the other’s peer address.',
  role: 'Differs by design: one of the peers is preferred, so their roles and priorities differ.',
  port: 'Differs by design: the same bond may sit in other ports of the peer.',
  'leads-to': 'Differs by design: says where this port leads.',
  comment: 'Differs by design: a comment about this switch.',
  orphan: 'Differs by design: an orphan hangs on one of the peers only.',
}
