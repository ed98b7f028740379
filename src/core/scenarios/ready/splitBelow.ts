import { fail, repairAll, S, type ReadyMade } from '../readyMade.ts'

export const splitBelow: ReadyMade = {
  id: 'split-below',
  template: 'back-to-back',
  name: 'Split brain of the leafs',
  story:
    'The leafs lose their keepalive cable, then their peer-link. The spines above stay one pair and send to either leaf.',
  start: 'settled',
  steps: [fail(2, 'keepalive-down', 'leafs'), fail(17, 'peer-link-down', 'leafs'), repairAll(60)],
  until: 130 * S,
  shows: [
    {
      at: 30,
      text: 'The leafs are split, the spines are not.',
      pairs: [
        { name: 'leafs', dualActive: true, status: 'dual-active' },
        { name: 'spines', dualActive: false },
      ],
      holds: [],
      flows: [{ between: ['core-1', 'orphan-a'], least: 12, most: 14, open: true }],
    },
    {
      at: 130,
      text: 'Both pairs are whole.',
      pairs: [
        { name: 'leafs', status: 'active-active' },
        { name: 'spines', status: 'active-active' },
      ],
      holds: [],
    },
  ],
}
