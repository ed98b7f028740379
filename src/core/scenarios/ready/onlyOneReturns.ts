import { fail, repair, S, type ReadyMade } from '../readyMade.ts'

export const onlyOneReturns: ReadyMade = {
  id: 'only-one-returns',
  template: 'basic-pair',
  name: 'Both lose power, one returns',
  story:
    'After a power cut only leaf-b boots. It cannot know whether leaf-a lives, so unless auto-recovery is on it waits for it and lets nothing up.',
  start: 'settled',
  steps: [
    fail(2, 'device-power-off', 'leaf-a'),
    fail(2, 'device-power-off', 'leaf-b'),
    repair(30, 'device-power-off', 'leaf-b'),
  ],
  until: 300 * S,
  shows: [
    { at: 10, text: 'Both are off.', pairs: [{ name: 'leafs', status: 'down' }], holds: [] },
    {
      at: 300,
      text: 'leaf-b is up and still waits.',
      pairs: [{ name: 'leafs', status: 'establishing', step: 1 }],
      holds: ['leaf-b'],
      flows: [{ between: ['srv-1', 'srv-2'], least: 290, most: 300, open: true }],
    },
  ],
}
