import type { LacpIdentity } from '../../model/protocolView.ts'
import type { ShowLag, ShowMember } from './context.ts'

/** Members that hear the same partner share an aggregator; the driver numbers them by their first member. */
export function aggregatorId({ members }: ShowLag, member: ShowMember): number {
  const partnerOf = ({ view }: ShowMember) => `${view.lacp?.partner.system} ${view.lacp?.partner.key}`
  return 1 + members.findIndex((other) => partnerOf(other) === partnerOf(member))
}

/** The aggregator that the bond sends by, and what it announces. */
export function activeAggregator(lag: ShowLag): { readonly id: number; readonly actor: LacpIdentity | null } {
  const active = lag.members.find(({ port }) => lag.view.distributing.includes(port.id)) ?? lag.members[0]
  return { id: active === undefined ? 1 : aggregatorId(lag, active), actor: active?.view.lacp?.actor ?? null }
}

export const NO_MAC = '00:00:00:00:00:00'
