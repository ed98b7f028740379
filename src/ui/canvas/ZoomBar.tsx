import { useReactFlow, useStore } from '@xyflow/react'
import { Maximize, Minus, Plus } from 'lucide-react'
import { Button } from '../controls/Button.tsx'
import { fitOptions } from './viewport.ts'

/** Zoom out, how far it is, zoom in, fit. */
export function ZoomBar() {
  const percent = useStore((s) => Math.round(s.transform[2] * 100))
  const { zoomIn, zoomOut, zoomTo, fitView } = useReactFlow()
  return (
    <div className="float zoom-bar">
      <Button look="ghost" compact square aria-label="Zoom out" onClick={() => void zoomOut()}>
        <Minus aria-hidden="true" />
      </Button>
      <button type="button" className="zoom-percent" title="Back to 100 %" onClick={() => void zoomTo(1)}>
        {percent}%
      </button>
      <Button look="ghost" compact square aria-label="Zoom in" onClick={() => void zoomIn()}>
        <Plus aria-hidden="true" />
      </Button>
      <Button
        look="ghost"
        compact
        square
        aria-label="Fit the design into view"
        onClick={() => void fitView(fitOptions())}
      >
        <Maximize aria-hidden="true" />
      </Button>
    </div>
  )
}
