import { fail, repair, S, type ReadyMade } from '../readyMade.ts'

export const memberLoss: ReadyMade = {
  id: 'member-loss',
  template: 'basic-pair',
  name: 'Member cable lost',
  story:
    'The cable between srv-1 and leaf-a is cut and mended. Light tells both ends at once; what was on it goes over leaf-b.',
  start: 'settled',
  steps: [fail(2, 'link-cut', 'srv-1:eth0'), repair(20, 'link-cut', 'srv-1:eth0')],
  until: 40 * S,
  shows: [
    {
      at: 5,
      text: 'One leg is left and carries everything.',
      pairs: [{ name: 'leafs', status: 'degraded' }],
      holds: [],
      flows: [{ between: ['srv-1', 'srv-2'], least: 0.05, most: 0.5 }],
    },
    {
      at: 40,
      text: 'Both legs carry again; the mending cost nothing more.',
      pairs: [{ name: 'leafs', status: 'active-active' }],
      holds: [],
      flows: [{ between: ['srv-1', 'srv-2'], least: 0.05, most: 0.5 }],
    },
  ],
}
