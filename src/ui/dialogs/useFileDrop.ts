import { useEffect } from 'react'
import { useUi } from '../../state/uiStore.ts'

/** A design file dropped anywhere on the page is opened, running configurations are drawn, the shown table takes a table. */
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
      if (useUi.getState().view === 'table' && files.every(({ name }) => /\.[ct]sv$/i.test(name)))
        void import('../tables/readCsv.ts').then(({ readFile }) => files.forEach((file) => void readFile(file)))
      else void import('../../state/openDesign.ts').then(({ openFiles }) => openFiles(files))
    }
    addEventListener('dragover', over)
    addEventListener('drop', drop)
    return () => {
      removeEventListener('dragover', over)
      removeEventListener('drop', drop)
    }
  }, [])
}
