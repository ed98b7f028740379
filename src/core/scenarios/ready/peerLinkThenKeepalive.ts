import { fail, repairAll, S, type ReadyMade } from '../readyMade.ts'

export const peerLinkThenKeepalive: ReadyMade = {
  id: 'peer-link-then-keepalive',
  template: 'basic-pair',
  name: 'Peer-link lost, then the keepalive',
  story:
    'The peer-link goes first, so the secondary has suspended its members before the keepalive dies as well. The other order splits the pair, this one does not.',
  start: 'settled',
  steps: [fail(2, 'peer-link-down', 'leafs'), fail(22, 'keepalive-down', 'leafs'), repairAll(60)],
  until: 120 * S,
  shows: [
    {
      at: 21,
      text: 'leaf-b holds its members.',
      pairs: [{ name: 'leafs', status: 'failed-over', dualActive: false }],
      holds: ['leaf-b'],
    },
    {
      at: 59,
      text: 'Without a keepalive leaf-b still holds them: no split brain.',
      pairs: [{ name: 'leafs', status: 'failed-over', dualActive: false }],
      holds: ['leaf-b'],
      flows: [{ between: ['srv-1', 'srv-2'], least: 0.05, most: 0.5 }],
    },
    { at: 120, text: 'As before.', pairs: [{ name: 'leafs', status: 'active-active' }], holds: [] },
  ],
}
