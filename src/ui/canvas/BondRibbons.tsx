import { ViewportPortal } from '@xyflow/react'
import { memo } from 'react'
import type { StateWord } from '../../core/model/runView.ts'
import type { Bond } from '../../core/model/topology.ts'
import { useNetwork } from '../../state/network.ts'
import { useRuntime } from '../../state/runtimeStore.ts'
import { useUi } from '../../state/uiStore.ts'
import { stateClass } from '../state/words.ts'
import { useCanvas } from './canvasStore.ts'
import { useCoarse } from './levels.ts'
import { useInView } from './inView.ts'
import { LAYER } from './layers.ts'
import { useFlow } from './flowStore.ts'
import { bondTitle } from './labels.ts'
import type { RibbonShape } from './ribbonShapes.ts'

/** The rings of all bonds: back halves under the cables, front halves and tags over them. */
export function BondRibbons() {
  const ribbons = useInView(useFlow(({ scene }) => scene.ribbons))
  if (useCoarse()) return null
  return (
    <ViewportPortal>
      {ribbons.map((shape) => (
        <Ribbon key={shape.id} shape={shape} />
      ))}
    </ViewportPortal>
  )
}

const Ribbon = memo(function Ribbon({ shape }: { readonly shape: RibbonShape }) {
  const net = useNetwork()
  const bond = net.bonds.get(shape.id)
  const state = useBondState(bond)
  const selected = useUi((s) => s.selection.some(({ kind, id }) => kind === 'bond' && id === shape.id))
  const hovered = useCanvas((s) => s.hoveredBond === shape.id)
  if (bond === undefined) return null
  const title = bondTitle(net, bond)
  const stroke = selected ? 'var(--you)' : state === 'forwarding' || state === 'unknown' ? 'var(--edge)' : 'var(--c)'
  const [back, front] = halves(shape)
  const tag = tagPlace(shape)
  const short = title.endsWith(PEER_LINK) ? title.slice(0, -PEER_LINK.length) : title
  return (
    <>
      <svg className={`layer ${stateClass(state)}`} style={{ zIndex: LAYER.ringBack }} aria-hidden="true">
        {(hovered || selected) && (
          <rect x={shape.x} y={shape.y} width={shape.width} height={shape.height} rx="7" fill="var(--you-bg)" />
        )}
        <path d={back} fill="none" stroke={stroke} strokeWidth="1.75" />
      </svg>
      <svg className={`layer ${stateClass(state)}`} style={{ zIndex: LAYER.ringFront }} aria-hidden="true">
        <path d={front} fill="none" stroke={`var(--${shape.ground})`} strokeWidth="5" />
        <path d={front} fill="none" stroke={stroke} strokeWidth="1.75" />
      </svg>
      <button
        type="button"
        tabIndex={-1}
        className={`tag bond-tag nodrag nopan ${stateClass(state)}`}
        style={{ ...tag, zIndex: LAYER.ringFront, ...mostOf(shape, short) }}
        data-testid={`bond-${title}`}
        data-bond={shape.id}
        data-state={state}
        data-at={shape.tag}
        data-selected={selected || undefined}
        aria-label={`bond ${title}, ${bond.members.length} ${bond.members.length === 1 ? 'cable' : 'cables'}, ${state}`}
        aria-pressed={selected}
        onClick={(event) => {
          event.stopPropagation()
          useUi.getState().select({ kind: 'bond', id: shape.id }, event.shiftKey || event.ctrlKey || event.metaKey)
        }}
        onPointerEnter={() => useCanvas.setState({ hoveredBond: shape.id })}
        onPointerLeave={() => useCanvas.setState({ hoveredBond: null })}
        onFocus={() => useCanvas.setState({ hoveredBond: shape.id })}
        onBlur={() => useCanvas.setState({ hoveredBond: null })}
      >
        {short}
        {short !== title && <span className="tag-more">{PEER_LINK}</span>}
      </button>
    </>
  )
})

/** Dead without a carrying member, waiting with only some of them or while one is on its way. */
function useBondState(bond: Bond | undefined): StateWord {
  return useRuntime((s) => {
    const states = (bond?.members ?? []).map((link) => s.links.get(link)?.state)
    if (states.includes(undefined) || states.length === 0) return 'unknown'
    const carrying = states.filter((state) => state === 'forwarding' || state === 'standby').length
    if (carrying === states.length) return 'forwarding'
    return carrying > 0 || states.includes('waiting') ? 'waiting' : 'down'
  })
}

/** Path data of the half that lies behind the cables and of the one before them. */
function halves({ upright, x, y, width, height }: RibbonShape): readonly [string, string] {
  if (upright) {
    const [right, middle] = [x + width, x + width / 2]
    return [
      `M${middle} ${y}A7 7 0 0 1 ${right} ${y + 7}V${y + height - 7}A7 7 0 0 1 ${middle} ${y + height}`,
      `M${middle} ${y}A7 7 0 0 0 ${x} ${y + 7}V${y + height - 7}A7 7 0 0 0 ${middle} ${y + height}`,
    ]
  }
  const [right, middle] = [x + width, y + height / 2]
  return [
    `M${x} ${middle}A7 7 0 0 1 ${x + 7} ${y}H${right - 7}A7 7 0 0 1 ${right} ${middle}`,
    `M${x} ${middle}A7 7 0 0 0 ${x + 7} ${y + height}H${right - 7}A7 7 0 0 0 ${right} ${middle}`,
  ]
}

/** How much a tag below a ring may grow as the canvas shrinks: no further than its two peers leave room. */
function mostOf({ tag }: RibbonShape, text: string): object {
  return tag === 'below' ? { '--most': Math.max(1, PEER_ROOM / (text.length * CHARACTER + TAG_PADDING)) } : {}
}

const PEER_LINK = ' peer-link'
const PEER_ROOM = 146
const CHARACTER = 6.4
const TAG_PADDING = 14

function tagPlace({ tag, x, y, width, height }: RibbonShape): { readonly left: number; readonly top: number } {
  switch (tag) {
    case 'left':
      return { left: x + 1, top: y + height / 2 }
    case 'right':
      return { left: x + width - 1, top: y + height / 2 }
    case 'below':
      return { left: x + width / 2, top: y + height + 4 }
  }
}
