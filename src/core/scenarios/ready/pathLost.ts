import { fail, S, type ReadyMade } from '../readyMade.ts'

export const pathLost: ReadyMade = {
  id: 'path-lost',
  template: 'storage-paths',
  name: 'The switch of path B dies',
  story:
    'leaf-b loses power. Path B is gone and stays so, and path A has not lost a frame: that is what multipathing counts on. The bonds of the file storage go on over leaf-a.',
  start: 'settled',
  steps: [fail(2, 'device-power-off', 'leaf-b')],
  until: 40 * S,
  shows: [
    {
      at: 40,
      text: 'Path B is out, path A lost nothing, the bonds a tenth of a second.',
      pairs: [{ name: 'leafs', status: 'failed-over' }],
      holds: [],
      flows: [
        { between: ['db-1-a', 'array-a'], least: 0, most: 0 },
        { between: ['db-1-b', 'array-b'], least: 37, most: 39, open: true },
        { between: ['app-1', 'nas-1'], least: 0, most: 0.5 },
      ],
    },
  ],
}
