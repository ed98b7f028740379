import { fail, repairAll, S, type ReadyMade } from '../readyMade.ts'

export const bothLost: ReadyMade = {
  id: 'both-lost',
  template: 'basic-pair',
  name: 'Peer-link and keepalive lost at once',
  story: 'Nothing connects the peers any more. Each takes the other for dead and acts as primary: split brain.',
  start: 'settled',
  steps: [fail(2, 'keepalive-down', 'leafs'), fail(2, 'peer-link-down', 'leafs'), repairAll(40)],
  until: 120 * S,
  shows: [
    {
      at: 29,
      text: 'Both act as primary and nothing is suspended; what had to cross the peer-link is lost.',
      pairs: [{ name: 'leafs', status: 'dual-active', dualActive: true }],
      holds: [],
      flows: [{ between: ['orphan-a', 'orphan-b'], least: 26, most: 28, open: true }],
    },
    {
      at: 41,
      text: 'They hear each other again: one steps back and waits out its delays.',
      pairs: [
        {
          name: 'leafs',
          status: 'failed-over',
          dualActive: false,
          roles: { 'leaf-a': 'primary, operational secondary', 'leaf-b': 'secondary, operational primary' },
        },
      ],
      holds: ['leaf-a'],
    },
    {
      at: 120,
      text: 'One pair again, with swapped operational roles.',
      pairs: [
        {
          name: 'leafs',
          status: 'active-active',
          roles: { 'leaf-a': 'primary, operational secondary', 'leaf-b': 'secondary, operational primary' },
        },
      ],
      holds: [],
    },
  ],
}
