import { useEffect } from 'react'

/** A design file dropped anywhere on the page is opened, running configurations are drawn. */
export function useFileDrop(): void {
  useEffect(() => {
    const over = (drag: DragEvent): void => {
      if (drag.dataTransfer?.types.includes('Files') !== true) return
      drag.preventDefault()
      drag.dataTransfer.dropEffect = 'copy'
    }
    const drop = (drag: DragEvent): void => {
      const files = [...(drag.dataTransfer?.files ?? [])]
      if (files.length === 0) return
      drag.preventDefault()
      void import('../../state/openDesign.ts').then(({ openFiles }) => openFiles(files))
    }
    addEventListener('dragover', over)
    addEventListener('drop', drop)
    return () => {
      removeEventListener('dragover', over)
      removeEventListener('drop', drop)
    }
  }, [])
}
