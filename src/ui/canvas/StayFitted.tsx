import { getViewportForBounds, useReactFlow, useStoreApi } from '@xyflow/react'
import { useEffect } from 'react'
import { useCanvas } from './canvasStore.ts'
import { fitOptions } from './viewport.ts'

/**
 * While the view is as fitting left it, it is fitted anew whenever the canvas gets another size: by the window, the text
 * beside it or a panel. A view that the user chose stays as it is.
 */
export function StayFitted() {
  const flow = useReactFlow()
  const store = useStoreApi()
  useEffect(() => {
    const wasFitted = (width: number, height: number): boolean => {
      const { nodes, minZoom } = store.getState()
      const { padding, maxZoom = 1 } = fitOptions()
      const fitted = getViewportForBounds(flow.getNodesBounds(nodes), width, height, minZoom, maxZoom, padding ?? 0)
      const now = flow.getViewport()
      return (
        nodes.length > 0 &&
        Math.abs(now.zoom - fitted.zoom) < 0.002 &&
        Math.hypot(now.x - fitted.x, now.y - fitted.y) < 2
      )
    }
    return store.subscribe(({ width, height }, before) => {
      if ((width === before.width && height === before.height) || before.width === 0) return
      if (useCanvas.getState().drag === null && wasFitted(before.width, before.height)) void flow.fitView(fitOptions())
    })
  }, [flow, store])
  return null
}
