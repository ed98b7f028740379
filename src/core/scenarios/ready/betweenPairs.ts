import { fail, repair, S, type ReadyMade } from '../readyMade.ts'

export const betweenPairs: ReadyMade = {
  id: 'between-pairs',
  template: 'back-to-back',
  name: 'One cable between the pairs lost',
  story: 'One of the four cables between leafs and spines is cut. Both pairs keep a leg on every switch.',
  start: 'settled',
  steps: [fail(2, 'link-cut', 'leaf-a:Ethernet1/49'), repair(20, 'link-cut', 'leaf-a:Ethernet1/49')],
  until: 40 * S,
  shows: [
    {
      at: 10,
      text: 'Both pairs run on three cables.',
      pairs: [
        { name: 'spines', status: 'degraded' },
        { name: 'leafs', status: 'degraded' },
      ],
      holds: [],
      flows: [{ between: ['srv-1', 'core-1'], least: 0.05, most: 0.5 }],
    },
    {
      at: 40,
      text: 'As before.',
      pairs: [
        { name: 'spines', status: 'active-active' },
        { name: 'leafs', status: 'active-active' },
      ],
      holds: [],
    },
  ],
}
