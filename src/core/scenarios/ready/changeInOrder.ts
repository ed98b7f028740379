import { fail, S, type ReadyMade } from '../readyMade.ts'

export const changeInOrder: ReadyMade = {
  id: 'change-in-order',
  template: 'basic-pair',
  name: 'Change of MTU: leaf-a, then leaf-b',
  story:
    'The MTU of the bond to srv-1 is changed on leaf-a, and eighteen seconds later on leaf-b. In between the parameters differ, and the secondary suspends its leg.',
  start: 'settled',
  steps: [fail(2, 'config-drift', 'leaf-a', { what: 'mtu' }), fail(20, 'config-drift', 'leaf-b', { what: 'mtu' })],
  until: 45 * S,
  shows: [
    {
      at: 19,
      text: 'leaf-b holds its leg to srv-1.',
      pairs: [{ name: 'leafs', status: 'degraded' }],
      holds: ['leaf-b'],
      flows: [{ between: ['srv-1', 'srv-2'], least: 0.05, most: 0.5 }],
    },
    { at: 45, text: 'Equal again: both legs carry.', pairs: [{ name: 'leafs', status: 'active-active' }], holds: [] },
  ],
}
