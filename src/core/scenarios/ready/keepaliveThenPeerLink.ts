import { fail, repairAll, S, type ReadyMade } from '../readyMade.ts'

export const keepaliveThenPeerLink: ReadyMade = {
  id: 'keepalive-then-peer-link',
  template: 'basic-pair',
  name: 'Keepalive lost, then the peer-link',
  story:
    'The keepalive dies and nobody cares, for the peer-link works. When that goes too, nobody can tell whether the other lives.',
  start: 'settled',
  steps: [fail(2, 'keepalive-down', 'leafs'), fail(17, 'peer-link-down', 'leafs'), repairAll(60)],
  until: 120 * S,
  shows: [
    {
      at: 10,
      text: 'Only a warning: every flow is delivered.',
      pairs: [{ name: 'leafs', status: 'degraded', dualActive: false }],
      holds: [],
    },
    {
      at: 30,
      text: 'Split brain.',
      pairs: [{ name: 'leafs', status: 'dual-active', dualActive: true }],
      holds: [],
      flows: [{ between: ['orphan-a', 'orphan-b'], least: 12, most: 14, open: true }],
    },
    { at: 120, text: 'One pair again.', pairs: [{ name: 'leafs', status: 'active-active' }], holds: [] },
  ],
}
