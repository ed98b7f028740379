import { fail, repair, S, type ReadyMade } from '../readyMade.ts'

export const primaryReturns: ReadyMade = {
  id: 'primary-returns',
  template: 'basic-pair',
  name: 'Primary dies and returns',
  story:
    'leaf-a loses power and gets it back after a minute. leaf-b takes over, and keeps the role when leaf-a returns.',
  start: 'settled',
  steps: [fail(2, 'device-power-off', 'leaf-a'), repair(62, 'device-power-off', 'leaf-a')],
  until: 130 * S,
  shows: [
    {
      at: 61,
      text: 'leaf-b is operational primary; only the orphan of leaf-a is out.',
      pairs: [{ name: 'leafs', status: 'failed-over' }],
      holds: [],
      flows: [
        { between: ['srv-1', 'srv-2'], least: 0.05, most: 0.5 },
        { between: ['srv-2', 'orphan-a'], least: 55, most: 60, open: true },
      ],
    },
    {
      at: 70,
      text: 'leaf-a is back and holds its members until its tables are filled.',
      pairs: [
        {
          name: 'leafs',
          roles: { 'leaf-a': 'primary, operational secondary', 'leaf-b': 'secondary, operational primary' },
        },
      ],
      holds: ['leaf-a'],
    },
    {
      at: 130,
      text: 'Both forward; the return cost no frame between the servers.',
      pairs: [
        {
          name: 'leafs',
          status: 'active-active',
          roles: { 'leaf-a': 'primary, operational secondary', 'leaf-b': 'secondary, operational primary' },
        },
      ],
      holds: [],
      flows: [{ between: ['srv-1', 'srv-2'], least: 0.05, most: 0.5 }],
    },
  ],
}
