import { fail, repair, S, type ReadyMade } from '../readyMade.ts'

export const tenantForgotten: ReadyMade = {
  id: 'tenant-forgotten',
  template: 'multi-tenant',
  name: 'One tenant’s VLAN forgotten on one peer',
  story:
    'The VLAN of tenant blue is removed from its port on leaf-b only. Cables, bonds and the other tenants stay as they are; the pair suspends the VLAN on both peers, and blue is out.',
  start: 'settled',
  steps: [
    fail(2, 'config-drift', 'leaf-b', { what: 'vlan-removed', bond: '12' }),
    repair(30, 'config-drift', 'leaf-b'),
  ],
  until: 45 * S,
  shows: [
    {
      at: 29,
      text: 'Blue is out, red notices nothing.',
      holds: [],
      flows: [
        { between: ['blue-1', 'blue-gw'], least: 26, most: 28, open: true },
        { between: ['red-1', 'red-gw'], least: 0, most: 0 },
      ],
    },
    {
      at: 45,
      text: 'With the VLAN back blue is served.',
      pairs: [{ name: 'cloud', status: 'active-active' }],
      holds: [],
      flows: [{ between: ['blue-1', 'blue-gw'], least: 27, most: 30 }],
    },
  ],
}
