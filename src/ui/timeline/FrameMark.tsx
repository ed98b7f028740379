import type { FrameKind } from '../../core/model/capture.ts'
import { FRAME_SHAPES } from '../state/frameShapes.ts'

/** The sign of a frame as on the canvas; lost frames are red. Decorative: the kind stands beside it in words. */
export function FrameMark({ kind, lost }: { readonly kind: FrameKind; readonly lost: boolean }) {
  const hollow = kind === 'keepalive'
  return (
    <svg aria-hidden="true" width="12" height="12" viewBox="-8 -8 16 16" className={lost ? 'text-down' : 'text-ink'}>
      <path
        d={FRAME_SHAPES[kind === 'arp' ? 'probe' : kind]}
        fill={hollow ? 'none' : 'currentColor'}
        stroke={hollow ? 'currentColor' : 'none'}
        strokeWidth="2"
      />
    </svg>
  )
}
