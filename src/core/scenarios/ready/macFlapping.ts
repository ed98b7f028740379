import { fail, repair, S, type ReadyMade } from '../readyMade.ts'

export const macFlapping: ReadyMade = {
  id: 'mac-flapping',
  template: 'basic-pair',
  name: 'MAC flapping: the address of srv-1 twice',
  story:
    'A second station with the address of srv-1 sends from where orphan-b is. Both peers learn the address here and there by turns, and what is meant for srv-1 goes astray until it sends again. The pair itself stays healthy: nothing but the tables tells.',
  start: 'settled',
  steps: [fail(2, 'same-mac', 'srv-1', { at: 'orphan-b', every: '7' }), repair(20, 'same-mac', 'srv-1')],
  until: 30 * S,
  shows: [
    {
      at: 19,
      text: 'Probes to srv-1 are lost again and again, a few at a time.',
      pairs: [{ name: 'leafs', status: 'active-active' }],
      holds: [],
      flows: [{ between: ['srv-1', 'srv-2'], least: 0.001, most: 0.5 }],
    },
    {
      at: 30,
      text: 'The other station is gone: every probe arrives.',
      pairs: [{ name: 'leafs', status: 'active-active' }],
    },
  ],
}
