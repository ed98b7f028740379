import { fail, S, type ReadyMade } from '../readyMade.ts'

export const distributionReloads: ReadyMade = {
  id: 'distribution-reloads',
  template: 'core-distribution',
  name: 'The primary of the distribution reloads',
  story:
    'dist-1, the primary, reloads: its ports go dark while it still answers the keepalive, so dist-2 takes it for alive and holds its own legs. That window is what the reload of a primary costs; the core pair stands all the while.',
  start: 'settled',
  steps: [fail(2, 'device-reload', 'dist-1', { boot: '30' })],
  until: 300 * S,
  shows: [
    {
      at: 20,
      text: 'dist-2 carries both access switches; the flows were out for some seconds.',
      pairs: [{ name: 'distribution', status: 'failed-over' }],
      holds: [],
      flows: [
        { between: ['desk-1', 'srv-1'], least: 3, most: 5 },
        { between: ['desk-3', 'srv-1'], least: 3, most: 5 },
      ],
    },
    {
      at: 300,
      text: 'All four switches forward.',
      pairs: [
        { name: 'core', status: 'active-active' },
        { name: 'distribution', status: 'active-active' },
      ],
      holds: [],
      flows: [{ between: ['desk-1', 'srv-1'], least: 3, most: 5 }],
    },
  ],
}
