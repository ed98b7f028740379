import { fail, repair, S, type ReadyMade } from '../readyMade.ts'

export const vlanMismatch: ReadyMade = {
  id: 'vlan-mismatch',
  template: 'basic-pair',
  name: 'VLAN missing on one peer',
  story:
    'Somebody removes the VLAN of srv-1 on leaf-b only. The cable stays in the bond, so whatever is hashed to leaf-b is lost, silently, until somebody looks at the consistency check.',
  start: 'settled',
  steps: [fail(2, 'config-drift', 'leaf-b', { what: 'vlan-removed' }), repair(30, 'config-drift', 'leaf-b')],
  until: 45 * S,
  shows: [
    {
      at: 29,
      text: 'The pair looks healthy and flows of srv-1 are out.',
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
