import { fail, S, type ReadyMade } from '../readyMade.ts'

export const clusterStays: ReadyMade = {
  id: 'cluster-stays',
  template: 'firewall-cluster',
  name: 'Peer-link lost below a firewall cluster',
  story:
    'The peer-link of the pair is lost. The secondary takes its legs down, both firewalls keep the other leg and still hear each other: no failover of the cluster on top of that of the pair.',
  start: 'settled',
  steps: [fail(2, 'peer-link-down', 'edge')],
  until: 60 * S,
  shows: [
    {
      at: 60,
      text: 'leaf-b holds its legs; the firewalls lost less than their own timers wait for.',
      pairs: [{ name: 'edge', status: 'failed-over', dualActive: false }],
      holds: ['leaf-b'],
      flows: [
        { between: ['fw-1', 'fw-2'], least: 0, most: 1 },
        { between: ['srv-1', 'fw-1'], least: 0, most: 1 },
      ],
    },
  ],
}
