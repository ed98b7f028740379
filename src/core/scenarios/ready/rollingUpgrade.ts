import { fail, S, type ReadyMade } from '../readyMade.ts'

export const rollingUpgrade: ReadyMade = {
  id: 'rolling-upgrade',
  template: 'basic-pair',
  name: 'Rolling upgrade: leaf-b, then leaf-a',
  story:
    'leaf-b reloads, then leaf-a when leaf-b has restored its members, a little later than the least wait. Servers with two legs lose a tenth of a second each time.',
  start: 'settled',
  steps: [fail(2, 'device-reload', 'leaf-b', { boot: '60' }), fail(100, 'device-reload', 'leaf-a', { boot: '60' })],
  until: 250 * S,
  shows: [
    {
      at: 99,
      text: 'leaf-b is back and has restored everything: now leaf-a may go.',
      pairs: [{ name: 'leafs', status: 'active-active' }],
      holds: [],
      flows: [
        { between: ['srv-1', 'srv-2'], least: 0.05, most: 0.5 },
        { between: ['srv-2', 'orphan-b'], least: 60, most: 70 },
      ],
    },
    {
      at: 250,
      text: 'Both are upgraded.',
      pairs: [{ name: 'leafs', status: 'active-active' }],
      holds: [],
      flows: [{ between: ['srv-1', 'srv-2'], least: 0.05, most: 0.5 }],
    },
  ],
}
