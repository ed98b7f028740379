import { fail, repair, S, type ReadyMade } from '../readyMade.ts'

export const trackedUplinksLost: ReadyMade = {
  id: 'tracked-uplinks-lost',
  template: 'tracked-uplinks',
  name: 'Uplinks of one peer lost, tracked',
  story:
    'Both uplinks of leaf-a go down and it tracks them: it suspends its members, and the servers send everything to leaf-b.',
  start: 'settled',
  steps: [fail(2, 'uplinks-lost', 'leaf-a'), repair(20, 'uplinks-lost', 'leaf-a')],
  until: 60 * S,
  shows: [
    {
      at: 19,
      text: 'leaf-a holds its members; two debounce times were the outage.',
      pairs: [{ name: 'leafs', status: 'failed-over' }],
      holds: ['leaf-a'],
      flows: [{ between: ['srv-1', 'core-1'], least: 0.1, most: 0.3 }],
    },
    {
      at: 60,
      text: 'Delay restore is over, both leafs carry again, and nothing more was lost.',
      pairs: [{ name: 'leafs', status: 'active-active' }],
      holds: [],
      flows: [{ between: ['srv-1', 'core-1'], least: 0.1, most: 0.3 }],
    },
  ],
}
