import { fail, repair, S, type ReadyMade } from '../readyMade.ts'

export const oneSwitchMember: ReadyMade = {
  id: 'one-switch-member',
  template: 'plain-lacp',
  name: 'Member cable of one switch lost',
  story: 'One of the two cables to the switch is cut: what plain link aggregation is for.',
  start: 'settled',
  steps: [fail(2, 'link-cut', 'srv-1:eth0'), repair(12, 'link-cut', 'srv-1:eth0')],
  until: 25 * S,
  shows: [
    {
      at: 10,
      text: 'The other cable carries everything.',
      holds: [],
      flows: [{ between: ['srv-1', 'srv-2'], least: 0.05, most: 0.5 }],
    },
    {
      at: 25,
      text: 'Both carry; the mending cost nothing more.',
      holds: [],
      flows: [{ between: ['srv-1', 'srv-2'], least: 0.05, most: 0.5 }],
    },
  ],
}
