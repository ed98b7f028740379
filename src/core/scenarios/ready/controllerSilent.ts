import { fail, S, type ReadyMade } from '../readyMade.ts'

export const controllerSilent: ReadyMade = {
  id: 'controller-silent',
  template: 'industrial-control',
  name: 'A converter dies and keeps its light',
  story:
    'The media converter on the way from plc-1 to ctrl-a passes nothing more and keeps both lights on. Only LACP at the fast rate notices, after three seconds: a controller whose watchdog is shorter has stopped by then.',
  start: 'settled',
  steps: [fail(2, 'link-silent', 'plc-1:eth0'), fail(30, 'link-cut', 'plc-2:eth1')],
  until: 45 * S,
  shows: [
    {
      at: 29,
      text: 'Silence cost seconds.',
      pairs: [{ name: 'plant', status: 'degraded' }],
      holds: [],
      flows: [{ between: ['plc-1', 'control-room'], least: 1.5, most: 4 }],
    },
    {
      at: 45,
      text: 'A cut that takes the light costs a tenth of one.',
      holds: [],
      flows: [{ between: ['plc-2', 'control-room'], least: 0.05, most: 0.5 }],
    },
  ],
}
