import { fail, repair, S, type ReadyMade } from '../readyMade.ts'

export const vlanMismatch: ReadyMade = {
  id: 'vlan-mismatch',
  template: 'basic-pair',
  name: 'VLAN missing on one peer',
  story:
    'Somebody removes the VLAN of srv-1 on leaf-b only. NX-OS then suspends it for that vPC on both peers: the bond stays up, the pair looks healthy, and srv-1 is cut off until somebody looks at the consistency check.',
  start: 'settled',
  steps: [fail(2, 'config-drift', 'leaf-b', { what: 'vlan-removed' }), repair(30, 'config-drift', 'leaf-b')],
  until: 45 * S,
  shows: [
    {
      at: 29,
      text: 'The pair looks healthy and every flow of srv-1 is out, both ways.',
      pairs: [{ name: 'leafs', status: 'active-active' }],
      holds: [],
      flows: [{ between: ['srv-1', 'srv-2'], least: 26, most: 28, open: true }],
    },
    {
      at: 45,
      text: 'With the VLAN back they are delivered.',
      pairs: [{ name: 'leafs', status: 'active-active' }],
      holds: [],
      flows: [{ between: ['srv-1', 'srv-2'], least: 27, most: 30 }],
    },
  ],
}
