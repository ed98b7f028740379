import { fail, S, type ReadyMade } from '../readyMade.ts'

export const bootCableCut: ReadyMade = {
  id: 'boot-cable-cut',
  template: 'pxe-boot',
  name: 'A server boots over one port of its bond',
  story:
    'new-1 loads its system over eth0 alone: its boot loader sends no LACPDUs, so the switches let each port in by itself. Then that cable is cut, and the other port takes over without a bond.',
  start: 'settled',
  steps: [fail(10, 'link-cut', 'new-1:eth0')],
  until: 40 * S,
  shows: [
    {
      at: 9,
      text: 'It is served, although no bond stands.',
      pairs: [{ name: 'leafs', status: 'active-active' }],
      holds: [],
      flows: [{ between: ['new-1', 'boot-srv'], least: 0, most: 0 }],
    },
    {
      at: 40,
      text: 'eth1 took over.',
      holds: [],
      flows: [
        { between: ['new-1', 'boot-srv'], least: 0.05, most: 1 },
        { between: ['srv-1', 'boot-srv'], least: 0, most: 0 },
      ],
    },
  ],
}
