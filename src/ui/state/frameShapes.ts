import type { FrameView } from '../../core/model/runView.ts'

/** The sign of every kind of frame, as a path in a box from -8 to 8. Keepalives are hollow, the others filled. */
export const FRAME_SHAPES: Readonly<Record<FrameView['kind'], string>> = {
  lacp: 'M0-5.5 5.5 0 0 5.5-5.5 0z',
  bpdu: 'M0-5 5 4h-10z',
  keepalive: 'M-3.6 0a3.6 3.6 0 1 0 7.2 0a3.6 3.6 0 1 0-7.2 0z',
  'peer-sync': 'M-4.5-4.5h9v9h-9z',
  probe: 'M6 0-4-5v10z',
}
