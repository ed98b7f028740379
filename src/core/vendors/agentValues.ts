import type { SourcedChoice } from '../model/profile.ts'

/** No platform but Cumulus says what becomes of members whose MLAG agent is gone for a while. */
export const AGENT_LOST: SourcedChoice<'members-stay' | 'members-down'> = {
  value: 'members-stay',
  others: ['members-down'],
  label: 'Members of a peer whose MLAG agent does not run',
  source: 'Inferred: LACP and hardware carry on; no document says that members go down',
  confidence: 'assumed',
}
