import { fail, S, type ReadyMade } from '../readyMade.ts'

export const stackUpgrade: ReadyMade = {
  id: 'stack-upgrade',
  template: 'campus-stack',
  name: 'Upgrade, one switch at a time',
  story:
    'A stack has one control plane and reloads as a whole. A pair has two: core-b reloads unnoticed, then core-a, the primary, whose keepalive outlives its ports: core-b shows its own LACP system, and the closets negotiate anew, two seconds then and two more when core-a is back.',
  start: 'settled',
  steps: [fail(2, 'device-reload', 'core-b', { boot: '20' }), fail(300, 'device-reload', 'core-a', { boot: '20' })],
  until: 600 * S,
  shows: [
    {
      at: 20,
      text: 'core-a carries the campus.',
      pairs: [{ name: 'campus', status: 'failed-over' }],
      holds: [],
      flows: [{ between: ['ap-1', 'wifi-ctrl'], least: 0, most: 0.5 }],
    },
    {
      at: 299,
      text: 'core-b is back: now core-a may go.',
      pairs: [{ name: 'campus', status: 'active-active' }],
      holds: [],
      flows: [{ between: ['ap-1', 'wifi-ctrl'], least: 0, most: 0.5 }],
    },
    {
      at: 600,
      text: 'Both are upgraded, for twice two seconds in place of a reload of everything.',
      pairs: [{ name: 'campus', status: 'active-active' }],
      holds: [],
      flows: [
        { between: ['ap-1', 'wifi-ctrl'], least: 1.5, most: 3 },
        { between: ['ap-2', 'wifi-ctrl'], least: 1.5, most: 3 },
      ],
    },
  ],
}
