import { askOfDesign } from '../worker/designClient.ts'
import { useChecks } from './checksStore.ts'
import { useDocument } from './documentStore.ts'

/** Checks the design now and soon after each change, in the worker that reads designs. */
export function watchChecks(): void {
  void check()
  useDocument.subscribe(({ design }, before) => {
    if (design.topology === before.design.topology && design.checks === before.design.checks) return
    clearTimeout(timer)
    timer = setTimeout(() => void check(), CHECK_AFTER_MS)
  })
}

/** One check at a time: what changes meanwhile is checked after it, once. */
async function check(): Promise<void> {
  if (checking) {
    again = true
    return
  }
  checking = true
  const { design } = useDocument.getState()
  const answer = await askOfDesign({ type: 'check', design })
  checking = false
  if (answer.type === 'checked') useChecks.setState({ ...answer.report, problem: null })
  else if (answer.type === 'failed') useChecks.setState({ findings: [], off: [], problem: answer.message })
  if (!again) return
  again = false
  void check()
}

let timer: ReturnType<typeof setTimeout> | undefined
let checking = false
let again = false
const CHECK_AFTER_MS = 200
