import { EdgeLabelRenderer, type EdgeProps } from '@xyflow/react'
import { memo } from 'react'
import type { StateWord } from '../../core/model/runView.ts'
import { useNetwork } from '../../state/network.ts'
import { useRuntime } from '../../state/runtimeStore.ts'
import { useUi } from '../../state/uiStore.ts'
import { stateClass } from '../state/words.ts'
import { useShownWay } from '../ways/shownWay.ts'
import { CableButton } from './CableButton.tsx'
import { type CableLook, drawnAs } from './cableLook.ts'
import type { CableShape } from './cableShapes.ts'
import { CableDrawing } from './CableDrawing.tsx'
import { useCanvas } from './canvasStore.ts'
import { lengthOf, pathOf, pointAt } from './curves.ts'
import type { CableEdge } from './flowEdges.ts'
import { LAYER } from './layers.ts'
import { portTitle } from './labels.ts'

/** A cable with its state, its failure mark, its button and the names of its ports. Subscribes to itself only. */
export const LinkEdge = memo(function LinkEdge({ data }: EdgeProps<CableEdge>) {
  return data && <Cable shape={data.shape} />
})

function Cable({ shape }: { readonly shape: CableShape }) {
  const { id, bond, curve, ports } = shape
  const net = useNetwork()
  const view = useRuntime((s) => s.links.get(id))
  // A cable to a device without power is drawn in grey: the device carries the one red chip.
  const endOff = useRuntime((s) => shape.devices.some((device) => s.devices.get(device)?.power === 'off'))
  const heldEnd = useRuntime((s) => (holds(s.ports.get(ports[0])?.state) ? 0 : 1))
  const selected = useUi((s) => s.selection.some((target) => target.kind === 'link' && target.id === id))
  const bondShown = useBondShown(bond)
  const way = useShownWay(id)
  const named = useCanvas((s) => s.hoveredLink === id) || selected || way !== null
  const [a, b] = [net.ports.get(ports[0]), net.ports.get(ports[1])]
  if (a === undefined || b === undefined) return null
  const names = [a, b].map((port) => `${net.devices.get(port.device)?.name ?? ''}:${port.name}`)
  const drawn = drawnAs(view, [names[0] ?? '', names[1] ?? ''])
  const colour = classOf(drawn.look, endOff && drawn.failure === null)
  return (
    <>
      <g
        className={`cable ${colour}`}
        data-kind={shape.kind}
        data-state={view?.state ?? 'unknown'}
        data-look={drawn.look}
        data-way={way ?? undefined}
      >
        <path
          className="react-flow__edge-interaction"
          d={pathOf(curve)}
          fill="none"
          strokeOpacity="0"
          strokeWidth="16"
        />
        <CableDrawing
          shape={shape}
          look={view === undefined ? 'forwarding' : drawn.look}
          darkEnd={drawn.darkEnd}
          heldEnd={heldEnd}
          selected={selected}
          halo={way ?? (bondShown ? 'bond' : null)}
        />
      </g>
      <EdgeLabelRenderer>
        <CableButton shape={shape} drawn={drawn} state={view?.state ?? 'unknown'} selected={selected} colour={colour} />
        {named &&
          ([a, b] as const).map((port, index) => (
            <PortName key={port.id} shape={shape} end={index === 0 ? 0 : 1} text={port.name} />
          ))}
        {bondShown && !named && <BondEndName shape={shape} text={portTitle(net, upper(shape) === 0 ? a : b)} />}
      </EdgeLabelRenderer>
    </>
  )
}

function PortName({ shape, end, text }: { readonly shape: CableShape; readonly end: 0 | 1; readonly text: string }) {
  return <NameTag shape={shape} away={AWAY[shape.sides[end]]} end={end} text={text} />
}

/** At the end that the members of a bond do not share. */
function BondEndName({ shape, text }: { readonly shape: CableShape; readonly text: string }) {
  return <NameTag shape={shape} away={26} end={upper(shape)} text={text} />
}

function NameTag({
  shape,
  away,
  end,
  text,
}: {
  readonly shape: CableShape
  readonly away: number
  readonly end: 0 | 1
  readonly text: string
}) {
  const part = Math.min(0.42, away / lengthOf(shape.curve))
  const { x, y } = pointAt(shape.curve, end === 0 ? part : 1 - part)
  return (
    <span className="tag tag-name" style={{ left: x, top: y, zIndex: LAYER.mark }} aria-hidden="true">
      {text}
    </span>
  )
}

function holds(state: StateWord | undefined): boolean {
  return state === 'suspended' || state === 'blocked'
}

function upper({ curve }: CableShape): 0 | 1 {
  return curve[0].y <= curve[3].y ? 0 : 1
}

function useBondShown(bond: CableShape['bond']): boolean {
  const hovered = useCanvas((s) => bond !== null && s.hoveredBond === bond)
  const selected = useUi((s) => bond !== null && s.selection.some(({ kind, id }) => kind === 'bond' && id === bond))
  return hovered || selected
}

function classOf(look: CableLook, endOff: boolean): string {
  switch (look) {
    case 'cut':
    case 'silent':
    case 'one-way':
    case 'loss':
    case 'flapping':
    case 'moved':
      return stateClass('down')
    case 'down':
      return stateClass(endOff ? 'unknown' : 'down')
    case 'forwarding':
    case 'standby':
    case 'waiting':
    case 'suspended':
    case 'blocked':
    case 'unknown':
      return stateClass(look)
  }
}

/** Names at a lower end stand above the ring of the bond. */
const AWAY = { top: 52, bottom: 26, left: 30, right: 30 } as const
