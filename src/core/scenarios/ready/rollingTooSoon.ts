import { fail, S, type ReadyMade } from '../readyMade.ts'

export const rollingTooSoon: ReadyMade = {
  id: 'rolling-too-soon',
  template: 'basic-pair',
  name: 'Rolling upgrade, too soon',
  story:
    'leaf-a reloads as soon as leaf-b answers again. leaf-b still holds its members for delay restore: for seconds no leg is left.',
  start: 'settled',
  steps: [fail(2, 'device-reload', 'leaf-b', { boot: '60' }), fail(70, 'device-reload', 'leaf-a', { boot: '60' })],
  until: 200 * S,
  shows: [
    {
      at: 69,
      text: 'leaf-b is up, and holds its members.',
      pairs: [{ name: 'leafs', status: 'failed-over' }],
      holds: ['leaf-b'],
      flows: [{ between: ['srv-1', 'srv-2'], least: 0.05, most: 0.5 }],
    },
    {
      at: 75,
      text: 'No leg carries anything.',
      holds: ['leaf-b'],
      flows: [{ between: ['srv-1', 'srv-2'], least: 4, most: 6, open: true }],
    },
    {
      at: 200,
      text: 'Everything is back, after seconds that waiting would have saved.',
      pairs: [{ name: 'leafs', status: 'active-active' }],
      holds: [],
      flows: [{ between: ['srv-1', 'srv-2'], least: 5, most: 20 }],
    },
  ],
}
