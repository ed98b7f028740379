import type { StateWord } from '../../core/model/runView.ts'

/**
 * The light of a port inside a 20 by 12 (wide) or 16 by 12 box, for use in an SVG. `struck` draws the port of a dead
 * device: crossed out in grey.
 */
export function PortCell({
  state,
  wide,
  struck = false,
}: {
  readonly state: StateWord
  readonly wide: boolean
  readonly struck?: boolean
}) {
  const width = wide ? 20 : 16
  const frame = { x: 0.75, y: 0.75, width: width - 1.5, height: 10.5, rx: 2, strokeWidth: 1.5 }
  const middle = width / 2
  if (struck) {
    return (
      <>
        <rect {...frame} fill="var(--inset)" stroke="var(--edge)" />
        <path d={cross(middle)} stroke="var(--edge)" strokeWidth="1.8" strokeLinecap="round" />
      </>
    )
  }
  switch (state) {
    case 'forwarding':
      return <rect {...frame} fill="var(--c)" stroke="var(--c)" />
    case 'standby':
      return (
        <>
          <rect {...frame} fill="var(--face)" stroke="var(--c)" />
          <circle cx={middle} cy="6" r="2.2" fill="var(--c)" />
        </>
      )
    case 'waiting':
      return (
        <>
          <rect {...frame} fill="var(--face)" stroke="var(--c)" />
          <rect x={middle} y="1.5" width={middle - 1.5} height="9" fill="var(--c)" />
        </>
      )
    case 'suspended':
      return (
        <>
          <rect {...frame} fill="var(--face)" stroke="var(--c)" />
          <rect x={middle - 3.5} y="2.5" width="2.4" height="7" fill="var(--c)" />
          <rect x={middle + 1.1} y="2.5" width="2.4" height="7" fill="var(--c)" />
        </>
      )
    case 'blocked':
      return (
        <>
          <rect {...frame} fill="var(--c)" stroke="var(--c)" />
          <rect x={middle - 5} y="4.75" width="10" height="2.5" fill="var(--on-mark)" />
        </>
      )
    case 'down':
      return (
        <>
          <rect {...frame} fill="var(--cb)" stroke="var(--c)" />
          <path d={cross(middle)} stroke="var(--c)" strokeWidth="1.8" strokeLinecap="round" />
        </>
      )
    case 'unknown':
      return <rect {...frame} fill="var(--face)" stroke="var(--c)" strokeDasharray="2.5 2" />
  }
}

function cross(middle: number): string {
  return `M${middle - 3} 3l6 6M${middle + 3} 3l-6 6`
}
