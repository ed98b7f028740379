import { fail, repair, S, type ReadyMade } from '../readyMade.ts'

export const spineReturns: ReadyMade = {
  id: 'spine-returns',
  template: 'back-to-back',
  name: 'Spine dies and returns',
  story: 'spine-1 loses power and returns. The leafs see one bond with fewer members, whatever happens above.',
  start: 'settled',
  steps: [fail(2, 'device-power-off', 'spine-1'), repair(40, 'device-power-off', 'spine-1')],
  until: 110 * S,
  shows: [
    {
      at: 39,
      text: 'spine-2 carries everything.',
      pairs: [
        { name: 'spines', status: 'failed-over' },
        { name: 'leafs', status: 'degraded' },
      ],
      holds: [],
      flows: [{ between: ['srv-1', 'core-1'], least: 0.05, most: 0.5 }],
    },
    {
      at: 60,
      text: 'spine-1 is back and holds its members.',
      pairs: [{ name: 'spines', status: 'failed-over' }],
      holds: ['spine-1'],
    },
    {
      at: 110,
      text: 'Both pairs forward on all cables.',
      pairs: [
        { name: 'spines', status: 'active-active' },
        { name: 'leafs', status: 'active-active' },
      ],
      holds: [],
      flows: [{ between: ['srv-1', 'core-1'], least: 0.05, most: 0.5 }],
    },
  ],
}
