import { fail, S, type ReadyMade } from '../readyMade.ts'

export const trunkLost: ReadyMade = {
  id: 'trunk-lost',
  template: 'two-plain-lags',
  name: 'Cables between the switches lost',
  story:
    'Both cables between the two switches are cut. Spanning tree opens the bond of the access switch that it had blocked, and traffic goes around.',
  start: 'settled',
  steps: [fail(2, 'link-cut', 'sw-1:Ethernet1/53'), fail(2, 'link-cut', 'sw-1:Ethernet1/54')],
  until: 60 * S,
  shows: [
    {
      at: 60,
      text: 'Everything goes around by the access switch.',
      holds: [],
      flows: [
        { between: ['srv-1', 'srv-2'], least: 0, most: 0.5 },
        { between: ['srv-3', 'srv-1'], least: 0, most: 0.5 },
      ],
    },
  ],
}
