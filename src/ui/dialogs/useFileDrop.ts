import { useEffect } from 'react'
import { openFile } from '../../state/openDesign.ts'

/** A design file dropped anywhere on the page is opened. */
export function useFileDrop(): void {
  useEffect(() => {
    const over = (drag: DragEvent): void => {
      if (drag.dataTransfer?.types.includes('Files') !== true) return
      drag.preventDefault()
      drag.dataTransfer.dropEffect = 'copy'
    }
    const drop = (drag: DragEvent): void => {
      const file = drag.dataTransfer?.files[0]
      if (file === undefined) return
      drag.preventDefault()
      void openFile(file)
    }
    addEventListener('dragover', over)
    addEventListener('drop', drop)
    return () => {
      removeEventListener('dragover', over)
      removeEventListener('drop', drop)
    }
  }, [])
}
