import { fail, repair, S, type ReadyMade } from '../readyMade.ts'

export const twoSwitchesOneDies: ReadyMade = {
  id: 'two-switches-one-dies',
  template: 'two-plain-lags',
  name: 'A switch dies, without MLAG',
  story:
    'The servers have idle cables to sw-2 and LACP has to take them into use: slower than within one bond of a pair.',
  start: 'settled',
  steps: [fail(2, 'device-power-off', 'sw-1'), repair(40, 'device-power-off', 'sw-1')],
  until: 100 * S,
  shows: [
    {
      at: 39,
      text: 'sw-2 carries everything, after some seconds.',
      holds: [],
      flows: [{ between: ['srv-1', 'srv-2'], least: 1, most: 4 }],
    },
    {
      at: 100,
      text: 'The return of sw-1 cost less than its death.',
      holds: [],
      flows: [{ between: ['srv-1', 'srv-2'], least: 1, most: 4 }],
    },
  ],
}
