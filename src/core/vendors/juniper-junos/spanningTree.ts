import { DEFAULT_SPANNING_TREE, type SpanningTreeEnd } from '../../model/topology.ts'
import type { DrawnId } from '../exporter.ts'
import { portOn, type SwitchPlan } from '../switchPlan.ts'
import { word } from '../text.ts'
import type { Group } from './common.ts'
import { juniperJunosProfile } from './profile.ts'
import { below, type Statement } from './statements.ts'

export function spanningTree({ device, pair, lags, cables }: SwitchPlan): Group {
  const { enabled, priority } = device.stp
  if (!enabled) return below(device.id, ['protocols', 'rstp'], ['disable'])
  const ends: readonly (readonly [DrawnId, string, SpanningTreeEnd | null])[] = [
    ...lags.map(({ lag, stp }) => [lag.bond.id, `ae${lag.channel}`, lag.role === 'peer-link' ? null : stp] as const),
    ...cables.map(({ link, port, stp }) => [link.id, portOn(juniperJunosProfile, port), stp] as const),
  ]
  return [
    ...below(
      device.id,
      ['protocols', 'rstp'],
      [
        ...(priority === DEFAULT_SPANNING_TREE.priority ? [] : [`bridge-priority ${thousands(priority)}`]),
        // Both peers are one bridge to others.
        ...(pair ? [`system-identifier ${word(pair.domain.systemMac)}`] : []),
      ],
    ),
    ...ends.flatMap(([from, name, stp]) => [
      ...rstpInterface(stp).map((text): Statement => {
        const path = ['protocols', 'rstp', `interface ${name}`]
        return { path: text === '' ? path : [...path, text], from }
      }),
      ...(stp?.guard === 'bpdu'
        ? below(from, ['protocols', 'layer2-control', 'bpdu-block'], [`interface ${name}`])
        : []),
    ]),
  ]
}

/** Null: the ICL, which spanning tree must not block. */
function rstpInterface(stp: SpanningTreeEnd | null): readonly string[] {
  if (stp === null) return ['disable']
  const own = [
    ...(stp.cost === undefined ? [] : [`cost ${stp.cost}`]),
    ...(stp.edge ? ['edge'] : []),
    ...(stp.guard === 'root' ? ['no-root-port'] : []),
  ]
  return own.length > 0 ? own : ['']
}

function thousands(priority: number): string {
  return priority === 0 ? '0' : `${priority / 1_024}k`
}
