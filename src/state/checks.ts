import { lint } from '../core/lint/lint.ts'
import { useChecks } from './checksStore.ts'
import { useDocument } from './documentStore.ts'
import { fetchProfiles } from './profiles.ts'

/** Checks the design now and after each change, once nothing else is to be done. */
export function watchChecks(): void {
  void check()
  useDocument.subscribe(({ design }, before) => {
    if (design.topology !== before.design.topology || design.checks !== before.design.checks) checkSoon()
  })
}

function checkSoon(): void {
  clearTimeout(timer)
  timer = setTimeout(() => whenIdle(() => void check()), CHECK_AFTER_MS)
}

async function check(): Promise<void> {
  const { design } = useDocument.getState()
  const profiles = await fetchProfiles(design.topology)
  // The next check is on its way already.
  if (useDocument.getState().design.topology !== design.topology) return
  useChecks.setState(lint(design, profiles))
}

function whenIdle(task: () => void): void {
  // Safari has no idle callbacks.
  if ('requestIdleCallback' in globalThis) requestIdleCallback(task, { timeout: 500 })
  else task()
}

let timer: ReturnType<typeof setTimeout> | undefined
const CHECK_AFTER_MS = 200
