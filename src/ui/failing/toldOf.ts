import type { Network } from '../../core/model/network.ts'
import { resolveTarget } from '../../core/model/targets.ts'
import type { Failure, FailureOption } from '../../core/sim/failures/index.ts'

/** What a failure is and asks for at a target: a server has no keepalive that could outlive its ports. */
export function toldOf(
  net: Network,
  failure: Failure,
  target: string,
): { readonly story: string; readonly options: readonly FailureOption[] } {
  const found = resolveTarget(net, target)
  const alone = found.ok && found.target.kind === 'device' && !net.domainOf.has(found.target.device.id)
  if (!alone) return failure
  const { story, storyAlone = story, options } = failure
  return { story: storyAlone, options: options.filter(({ ofPeer }) => ofPeer !== true) }
}
