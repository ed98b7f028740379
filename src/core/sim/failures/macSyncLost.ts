import { atOnce, type Failure } from './failure.ts'

export const macSyncLost: Failure = {
  id: 'mac-sync-lost',
  label: 'MAC tables out of sync',
  targetKind: 'domain',
  story:
    'Both peers live and agree, but what one learns of addresses does not reach the other: after a move or a restart it sends by an entry that is old, or floods. After the repair entries follow as they are refreshed.',
  options: [],
  impair: (plan, target) => {
    const domain = target.kind === 'domain' ? plan.domains.findIndex(({ id }) => id === target.domain.id) : -1
    return atOnce([{ on: 'mac-sync', domain }])
  },
}
