import { fail, S, type ReadyMade } from '../readyMade.ts'

export const silentFibre: ReadyMade = {
  id: 'silent-fibre',
  template: 'basic-pair',
  name: 'Silent fibre, LACP fast and slow',
  story:
    'Two cables keep their light and lose every frame. Only LACP notices: in three seconds at rate fast (srv-1), in up to ninety at slow (srv-2).',
  start: 'settled',
  steps: [fail(2, 'link-silent', 'srv-1:eth0'), fail(2, 'link-silent', 'srv-2:eth0')],
  until: 120 * S,
  shows: [
    {
      at: 10,
      text: 'srv-1 left its silent cable, srv-2 still sends into it.',
      pairs: [{ name: 'leafs', status: 'degraded' }],
      holds: [],
      flows: [
        { between: ['srv-1', 'orphan-b'], least: 2, most: 4 },
        { between: ['srv-2', 'orphan-a'], least: 7, most: 9, open: true },
      ],
    },
    {
      at: 120,
      text: 'srv-2 has left it too.',
      holds: [],
      flows: [{ between: ['srv-2', 'orphan-a'], least: 60, most: 92 }],
    },
  ],
}
