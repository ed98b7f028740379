import { fail, repair, S, type ReadyMade } from '../readyMade.ts'

export const rackSwitchDies: ReadyMade = {
  id: 'rack-switch-dies',
  template: 'top-of-rack',
  name: 'A switch of the rack dies',
  story:
    'tor-b loses power and returns a minute later. Every server of the rack goes on with half of its cables; the return is held back until tor-b knows the addresses.',
  start: 'settled',
  steps: [fail(2, 'device-power-off', 'tor-b'), repair(60, 'device-power-off', 'tor-b')],
  until: 400 * S,
  shows: [
    {
      at: 30,
      text: 'The whole rack runs on tor-a.',
      pairs: [{ name: 'rack-1', status: 'failed-over' }],
      holds: [],
      flows: [
        { between: ['srv-3', 'srv-4'], least: 0.05, most: 0.5 },
        { between: ['srv-1', 'srv-3'], least: 0.05, most: 0.5 },
      ],
    },
    {
      at: 400,
      text: 'Both switches forward again, and nobody noticed the return.',
      pairs: [{ name: 'rack-1', status: 'active-active' }],
      holds: [],
      flows: [{ between: ['srv-3', 'srv-4'], least: 0.05, most: 0.5 }],
    },
  ],
}
