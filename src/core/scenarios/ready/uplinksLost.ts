import { fail, repair, S, type ReadyMade } from '../readyMade.ts'

export const uplinksLost: ReadyMade = {
  id: 'uplinks-lost',
  template: 'pair-with-uplinks',
  name: 'Uplinks of one peer lost',
  story:
    'Both uplinks of leaf-a go down. Its members stay up, so the servers go on sending half of their traffic to a leaf that knows no way out.',
  start: 'settled',
  steps: [fail(2, 'uplinks-lost', 'leaf-a'), repair(20, 'uplinks-lost', 'leaf-a')],
  until: 40 * S,
  shows: [
    {
      at: 19,
      text: 'What servers send to leaf-a is lost; between servers nothing is.',
      pairs: [{ name: 'leafs', status: 'active-active' }],
      holds: [],
      flows: [
        { between: ['srv-1', 'core-1'], least: 16, most: 17.5, open: true },
        { between: ['orphan-b', 'core-1'], least: 0.05, most: 0.5 },
        { between: ['srv-1', 'srv-2'], least: 0, most: 0 },
      ],
    },
    {
      at: 40,
      text: 'The uplinks are back and so is the traffic.',
      holds: [],
      flows: [{ between: ['srv-1', 'core-1'], least: 17.5, most: 18.5 }],
    },
  ],
}
