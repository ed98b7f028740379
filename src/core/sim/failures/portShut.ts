import type { Target } from '../../model/targets.ts'
import type { Plan } from '../plan.ts'
import { atOnce, namedPort, type Failure, type ImpairResult } from './failure.ts'

export const portShut: Failure = {
  id: 'port-shut',
  label: 'Shut port',
  targetKind: 'link',
  story: 'The named port is shut by its operator: it stops sending light, so the far end goes down as well.',
  options: [],
  impair: (plan, target) => holdPort(plan, target, 'shut', 'shut by the operator'),
}

export const portErrDisable: Failure = {
  id: 'port-err-disable',
  label: 'Err-disable port',
  targetKind: 'link',
  story: 'A protection of the switch disables the named port until somebody re-enables it.',
  options: [],
  impair: (plan, target) => holdPort(plan, target, 'err-disabled', 'err-disabled by a protection of the switch'),
}

function holdPort(plan: Plan, target: Target, code: string, text: string): ImpairResult {
  const port = namedPort(plan, target)
  if (port < 0) return { ok: false, message: 'Name the port as device:port.' }
  return atOnce([{ on: 'port', port, hold: { code, text } }])
}
