import { fail, repair, S, type ReadyMade } from '../readyMade.ts'

export const oneSwitchDies: ReadyMade = {
  id: 'one-switch-dies',
  template: 'plain-lacp',
  name: 'The switch dies and returns',
  story: 'With one switch there is nothing to fail over to: every flow is out until it is back.',
  start: 'settled',
  steps: [fail(2, 'device-power-off', 'sw-1'), repair(30, 'device-power-off', 'sw-1')],
  until: 60 * S,
  shows: [
    {
      at: 29,
      text: 'Nothing is delivered.',
      holds: [],
      flows: [{ between: ['srv-1', 'srv-2'], least: 26, most: 28, open: true }],
    },
    {
      at: 60,
      text: 'All is delivered again.',
      holds: [],
      flows: [{ between: ['srv-1', 'srv-2'], least: 28, most: 40 }],
    },
  ],
}
