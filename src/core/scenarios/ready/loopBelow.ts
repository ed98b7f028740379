import { fail, repair, S, type ReadyMade } from '../readyMade.ts'

export const loopBelow: ReadyMade = {
  id: 'loop-below',
  template: 'basic-pair',
  name: 'Loop: leaf-a plugged into leaf-b',
  story:
    'The cable of orphan-a is pulled out of the server and plugged into leaf-b, where orphan-b was. The pair is one bridge and hears itself: spanning tree blocks the port. Servers with two legs notice nothing, the two orphans have no cable.',
  start: 'settled',
  steps: [
    fail(2, 'loop-cable', 'leaf-a:Ethernet1/3', { into: 'leaf-b:Ethernet1/3' }),
    repair(20, 'loop-cable', 'leaf-a:Ethernet1/3'),
  ],
  until: 30 * S,
  shows: [
    {
      at: 19,
      text: 'leaf-b Ethernet1/3 is blocked: no frame goes round.',
      pairs: [{ name: 'leafs', status: 'active-active' }],
      holds: [],
      flows: [
        { between: ['srv-1', 'srv-2'], least: 0, most: 0 },
        { between: ['srv-1', 'orphan-a'], least: 16, most: 18, open: true },
      ],
    },
    {
      at: 30,
      text: 'The cables are back where they belong.',
      pairs: [{ name: 'leafs', status: 'active-active' }],
      flows: [{ between: ['srv-1', 'orphan-a'], least: 17, most: 22 }],
    },
  ],
}
