import { useDocument } from './documentStore.ts'
import { download } from './openDesign.ts'
import type { Crash } from './runState.ts'
import { useRuntime } from './runtimeStore.ts'

/** Downloads what a crash left behind: the error, the recording of the run, and the design. Nothing else. */
export function saveCrashReport(crash: Crash): void {
  save({ ...crash, reachedUs: useRuntime.getState().now })
}

/**
 * Downloads the run so far as a recording with its fingerprint: the same topology, seed and commands leave the same
 * fingerprint at the same instant wherever they are run again.
 */
export function saveRunReport(): void {
  const { fingerprint: known, askFingerprint } = useRuntime.getState()
  const stop = useRuntime.subscribe(({ fingerprint }) => {
    if (fingerprint === null || fingerprint === known) return
    stop()
    save({ reachedUs: fingerprint.now, fingerprint: fingerprint.fingerprint })
  })
  askFingerprint()
}

function save(facts: object): void {
  const { loaded, commands } = useRuntime.getState()
  const { design } = useDocument.getState()
  const report = { product: 'MLAG Studio', ...facts, run: { ...loaded, commands }, design }
  download('mlag-studio-report.json', new Blob([JSON.stringify(report, null, 2)], { type: 'application/json' }))
}
