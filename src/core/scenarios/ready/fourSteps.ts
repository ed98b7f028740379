import { S, type ReadyMade } from '../readyMade.ts'

export const fourSteps: ReadyMade = {
  id: 'four-steps',
  template: 'basic-pair',
  name: 'Four operating steps, cold',
  story:
    'Everything is powered on at once. The pair finds its peer, agrees on configuration and roles, and forwards only when its delays are over.',
  start: 'cold',
  steps: [],
  until: 60 * S,
  shows: [
    {
      at: 2,
      text: 'Step 1: the peers have light and elect.',
      pairs: [{ name: 'leafs', step: 1, status: 'establishing' }],
      holds: ['leaf-a', 'leaf-b'],
    },
    {
      at: 12,
      text: 'Peers and roles stand; delay restore still holds the members.',
      pairs: [{ name: 'leafs', status: 'syncing', roles: { 'leaf-a': 'primary', 'leaf-b': 'secondary' } }],
      holds: ['leaf-a', 'leaf-b'],
    },
    {
      at: 60,
      text: 'Both forward for one LACP system.',
      pairs: [{ name: 'leafs', step: 3, status: 'active-active' }],
      holds: [],
    },
  ],
}
