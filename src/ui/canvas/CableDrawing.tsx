import { MarkShape } from '../state/StateMark.tsx'
import type { CableLook } from './cableLook.ts'
import { type CableKind, type CableShape, MARK_AWAY } from './cableShapes.ts'
import { angleAt, between, type Curve, lengthOf, pathOf, pointAt, shifted } from './curves.ts'

interface Props {
  readonly shape: CableShape
  readonly look: CableLook
  /** One-way: the end that frames no longer reach. */
  readonly darkEnd: 0 | 1
  /** Suspended or blocked: the end that holds. */
  readonly heldEnd: 0 | 1
  readonly selected: boolean
  /** Of a bond that is looked at, or of the way of a flow: probes arrive, or are lost. */
  readonly halo: 'bond' | 'way' | 'lost' | null
}

/** The lines of a cable. Kind and state each have their own pattern, so both read without colour. */
export function CableDrawing({ shape, look, darkEnd, heldEnd, selected, halo }: Props) {
  const { curve, casing, kind } = shape
  const ground = `var(--${shape.ground})`
  const whole = pathOf(curve)
  return (
    <g fill="none">
      {halo !== null && <path d={whole} strokeLinecap="round" {...HALO[halo]} />}
      {casing !== null && <path d={pathOf(casing)} stroke={ground} strokeWidth="7" />}
      {selected && (
        <>
          <path d={whole} stroke="var(--you)" strokeWidth={WIDTH[kind] + 5} />
          <path d={whole} stroke={ground} strokeWidth={WIDTH[kind] + 2} />
        </>
      )}
      <Lines shape={shape} look={look} darkEnd={darkEnd} heldEnd={heldEnd} ground={ground} />
    </g>
  )
}

const HALO = {
  bond: { stroke: 'var(--you)', strokeOpacity: 0.11, strokeWidth: 12 },
  way: { stroke: 'var(--you)', strokeOpacity: 0.38, strokeWidth: 10 },
  lost: { stroke: 'var(--down)', strokeOpacity: 0.45, strokeWidth: 9, strokeDasharray: '1 14' },
} as const

function Lines({
  shape,
  look,
  darkEnd,
  heldEnd,
  ground,
}: Pick<Props, 'shape' | 'look' | 'darkEnd' | 'heldEnd'> & { readonly ground: string }) {
  const { curve, kind, markAt } = shape
  const whole = pathOf(curve)
  switch (look) {
    case 'forwarding':
      return <Plain kind={kind} d={whole} ground={ground} stroke="var(--cable)" />
    case 'standby':
      return (
        <>
          <Plain kind={kind} d={whole} ground={ground} stroke="var(--c)" />
          <path d={whole} stroke="var(--c)" strokeWidth="7" strokeLinecap="round" strokeDasharray="0 16" />
          <path d={whole} stroke={ground} strokeWidth="3.5" strokeLinecap="round" strokeDasharray="0 16" />
        </>
      )
    case 'waiting':
      return <Dashed kind={kind} d={whole} ground={ground} dashes="10 4 2 4" />
    case 'suspended':
    case 'blocked':
      return (
        <>
          <Plain kind={kind} d={whole} ground={ground} stroke="var(--c)" />
          <HeldMark curve={curve} end={heldEnd} state={look} ground={`var(--${shape.endGrounds[heldEnd]})`} />
        </>
      )
    case 'down':
      return <Dashed kind={kind} d={whole} ground={ground} dashes="2 4" />
    case 'unknown':
      return <Dashed kind={kind} d={whole} ground={ground} dashes="1 6" round />
    case 'cut':
      return <Cut curve={curve} markAt={markAt} kind={kind} ground={ground} />
    case 'silent':
      return <Silent curve={curve} markAt={markAt} kind={kind} ground={ground} />
    case 'one-way':
      return <OneWay curve={curve} darkEnd={darkEnd} />
    case 'loss':
      return <Plain kind={kind} d={whole} ground={ground} stroke="var(--cable)" dashes="14 6" />
    case 'flapping':
      return <Flapping curve={curve} markAt={markAt} />
    case 'moved':
      return <Moved curve={curve} markAt={markAt} />
  }
}

function Plain({
  kind,
  d,
  ground,
  stroke,
  dashes,
}: {
  readonly kind: CableKind
  readonly d: string
  readonly ground: string
  readonly stroke: string
  readonly dashes?: string
}) {
  return (
    <>
      <path
        className="cable-line"
        d={d}
        stroke={stroke}
        strokeWidth={WIDTH[kind]}
        strokeDasharray={dashes ?? (kind === 'keepalive' ? '6 4' : undefined)}
      />
      {(kind === 'peer-link' || kind === 'uplink') && <path d={d} stroke={ground} {...CORE[kind]} />}
    </>
  )
}

function Dashed({
  kind,
  d,
  ground,
  dashes,
  round = false,
}: {
  readonly kind: CableKind
  readonly d: string
  readonly ground: string
  readonly dashes: string
  readonly round?: boolean
}) {
  return (
    <>
      <path
        className="cable-line"
        d={d}
        stroke="var(--c)"
        strokeWidth={Math.max(WIDTH[kind], 2)}
        strokeDasharray={dashes}
        strokeLinecap={round ? 'round' : 'butt'}
      />
      {(kind === 'peer-link' || kind === 'uplink') && <path d={d} stroke={ground} {...CORE[kind]} />}
    </>
  )
}

/** Two stumps with struck ends; the gap is where the failure mark lies. */
function Cut({
  curve,
  markAt,
  kind,
  ground,
}: {
  readonly curve: Curve
  readonly markAt: number
  readonly kind: CableKind
  readonly ground: string
}) {
  const half = Math.min(0.3, 18 / lengthOf(curve))
  return (
    <>
      <Dashed kind={kind} d={pathOf(between(curve, 0, markAt - half))} ground={ground} dashes="2 4" />
      <Dashed kind={kind} d={pathOf(between(curve, markAt + half, 1))} ground={ground} dashes="2 4" />
      {[markAt - half, markAt + half].map((t) => {
        const { x, y } = pointAt(curve, t)
        return (
          <path
            key={t}
            d="M0-5v10"
            transform={`translate(${x} ${y}) rotate(${angleAt(curve, t)})`}
            stroke="var(--c)"
            strokeWidth="2"
            strokeLinecap="round"
          />
        )
      })}
    </>
  )
}

/** Light at both ends, nothing in between. */
function Silent({
  curve,
  markAt,
  kind,
  ground,
}: {
  readonly curve: Curve
  readonly markAt: number
  readonly kind: CableKind
  readonly ground: string
}) {
  const half = Math.min(0.3, 34 / lengthOf(curve))
  return (
    <>
      <Plain kind={kind} d={pathOf(between(curve, 0, markAt - half))} ground={ground} stroke="var(--cable)" />
      <Dashed kind={kind} d={pathOf(between(curve, markAt - half, markAt + half))} ground={ground} dashes="2 4" />
      <Plain kind={kind} d={pathOf(between(curve, markAt + half, 1))} ground={ground} stroke="var(--cable)" />
    </>
  )
}

/** Two strands: the live one with arrows, the dark one dotted. */
function OneWay({ curve, darkEnd }: { readonly curve: Curve; readonly darkEnd: 0 | 1 }) {
  const live = shifted(curve, -3)
  const turn = darkEnd === 0 ? 0 : 180
  return (
    <>
      <path d={pathOf(live)} stroke="var(--cable)" strokeWidth="1.5" />
      <path d={pathOf(shifted(curve, 3))} stroke="var(--c)" strokeWidth="1.5" strokeDasharray="2 4" />
      {[0.28, 0.74].map((t) => {
        const { x, y } = pointAt(live, t)
        return (
          <path
            key={t}
            d="M5 0-4-4.5v9z"
            fill="var(--cable)"
            transform={`translate(${x} ${y}) rotate(${angleAt(live, t) + turn})`}
          />
        )
      })}
    </>
  )
}

/** The halves do not meet: the cable leads elsewhere than drawn. */
function Moved({ curve, markAt }: { readonly curve: Curve; readonly markAt: number }) {
  const [a, b] = [between(shifted(curve, -5), 0, markAt), between(shifted(curve, 5), markAt, 1)]
  return <path d={pathOf(a) + pathOf(b)} stroke="var(--c)" strokeWidth="2" strokeDasharray="10 3" />
}

/** The middle goes up and down. */
function Flapping({ curve, markAt }: { readonly curve: Curve; readonly markAt: number }) {
  const half = Math.min(0.3, 40 / lengthOf(curve))
  const teeth = Array.from({ length: 11 }, (_, index) => {
    const t = markAt - half + (2 * half * index) / 10
    const way = index === 0 || index === 10 ? 0 : index % 2 === 0 ? 6 : -6
    const { x, y } = pointAt(shifted(curve, way), t)
    return `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`
  })
  return (
    <path
      d={`${pathOf(between(curve, 0, markAt - half))}${teeth.join('')}${pathOf(between(curve, markAt + half, 1))}`}
      stroke="var(--c)"
      strokeWidth="2"
      strokeLinejoin="round"
    />
  )
}

/** The state's mark on the line, a little away from the end that holds. */
function HeldMark({
  curve,
  end,
  state,
  ground,
}: {
  readonly curve: Curve
  readonly end: 0 | 1
  readonly state: 'suspended' | 'blocked'
  readonly ground: string
}) {
  const part = Math.min(0.4, MARK_AWAY / lengthOf(curve))
  const { x, y } = pointAt(curve, end === 0 ? part : 1 - part)
  return (
    <g transform={`translate(${x - 6} ${y - 6})`}>
      <rect x="-2" y="-2" width="16" height="16" fill={ground} />
      <MarkShape state={state} />
    </g>
  )
}

/** What is left open inside a line: a peer-link is double, an uplink has rungs. */
const CORE = { 'peer-link': { strokeWidth: 2.5 }, uplink: { strokeWidth: 2, strokeDasharray: '7 3' } } as const

const WIDTH: Readonly<Record<CableKind, number>> = {
  'peer-link': 5.5,
  keepalive: 1.5,
  member: 2,
  orphan: 1.25,
  uplink: 4.5,
}
