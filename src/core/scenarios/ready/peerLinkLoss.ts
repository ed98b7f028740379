import { fail, repair, S, type ReadyMade } from '../readyMade.ts'

export const peerLinkLoss: ReadyMade = {
  id: 'peer-link-loss',
  template: 'basic-pair',
  name: 'Peer-link lost, keepalive alive',
  story:
    'All peer-link cables are cut while the keepalive lives. The secondary knows that the primary lives and suspends its members; its orphan is cut off.',
  start: 'settled',
  steps: [fail(2, 'peer-link-down', 'leafs'), repair(30, 'peer-link-down', 'leafs')],
  until: 120 * S,
  shows: [
    {
      at: 10,
      text: 'leaf-b holds its members, nobody is split: servers go over leaf-a.',
      pairs: [{ name: 'leafs', status: 'failed-over', dualActive: false }],
      holds: ['leaf-b'],
      flows: [
        { between: ['srv-1', 'srv-2'], least: 0.05, most: 0.5 },
        { between: ['srv-2', 'orphan-b'], least: 3, most: 9, open: true },
      ],
    },
    {
      at: 40,
      text: 'The peer-link is back; delay restore still holds leaf-b.',
      pairs: [{ name: 'leafs', status: 'failed-over' }],
      holds: ['leaf-b'],
      flows: [{ between: ['srv-2', 'orphan-b'], least: 20, most: 32 }],
    },
    { at: 120, text: 'As before.', pairs: [{ name: 'leafs', status: 'active-active' }], holds: [] },
  ],
}
