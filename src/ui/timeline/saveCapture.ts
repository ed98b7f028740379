import type { CaptureScope } from '../../core/model/capture.ts'
import { useDocument } from '../../state/documentStore.ts'
import { download, fileName } from '../../state/openDesign.ts'
import { useRuntime } from '../../state/runtimeStore.ts'
import { useUi } from '../../state/uiStore.ts'

/** Downloads what was sent in the run so far. The file is made by running the run again, which may take a while. */
export function saveCapture(scope: CaptureScope, probes: boolean): void {
  const { announce } = useUi.getState()
  const { title } = useDocument.getState().design
  stopWaiting()
  stopWaiting = useRuntime.subscribe(({ id, crashed, capture }, before) => {
    if (id !== before.id || crashed !== null) return stopWaiting()
    if (capture === null || capture === before.capture) return
    stopWaiting()
    download(`${fileName(title)}.pcapng`, new Blob([capture.pcapng], { type: 'application/x-pcapng' }))
    announce(
      capture.complete
        ? `Saved ${capture.frames} frames.`
        : `Saved the first ${capture.frames} frames; one device or cable has fewer.`,
    )
  })
  announce('Capturing: the run is run again from its beginning.')
  useRuntime.getState().askCapture(scope, probes)
}

let stopWaiting = (): void => {}
