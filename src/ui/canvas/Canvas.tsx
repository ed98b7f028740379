import { lazily } from '../lazily.tsx'
import {
  Background,
  BackgroundVariant,
  ConnectionMode,
  type NodeProps,
  ReactFlow,
  type ReactFlowInstance,
  ReactFlowProvider,
  type Viewport,
} from '@xyflow/react'
import { type MouseEvent as ReactMouseEvent, useCallback, useRef, useState } from 'react'
import { toId } from '../../core/model/ids.ts'
import { paceRun } from '../../state/runtimeStore.ts'
import { useUi } from '../../state/uiStore.ts'
import { whenRunning } from '../../state/whenRunning.ts'
import { BondRibbons } from './BondRibbons.tsx'
import { useCanvas } from './canvasStore.ts'
import { takeKey } from './canvasKeys.ts'
import { finishAt, withConnecting } from './asking.ts'
import { ConnectLine } from './ConnectLine.tsx'
import { isTouch } from '../room.ts'
import { useCoarse } from './levels.ts'
import { Empty } from './Empty.tsx'
import type { CableEdge } from './flowEdges.ts'
import { extraParts, MOVING_MS, useFlow } from './flowStore.ts'
import {
  type CollapsedNode as CollapsedFlowNode,
  type FlowNode,
  type NoteNode as NoteFlowNode,
  targetOfNode,
} from './flowNodes.ts'
import { FrameLayer } from './FrameLayer.tsx'
import { HostNode } from './HostNode.tsx'
import { LinkEdge } from './LinkEdge.tsx'
import { ManagementNode } from './ManagementNode.tsx'
import { MiniMap } from './MiniMap.tsx'
import { cableTarget, openMenu } from './openMenu.ts'
import { GRID } from './grid.ts'
import { commitDrag, takeChanges, withDragging } from './nodeChanges.ts'
import { pointer } from './pointer.ts'
import { PairHeads, PairNode } from './PairNode.tsx'
import { allowDrop, dropTool, placeFirst } from './placing.ts'
import { SwitchNode } from './SwitchNode.tsx'
import { fitOptions, keepView, keptView, showZoom, useViewRequests } from './viewport.ts'
import { ZoomBar } from './ZoomBar.tsx'

const WayBar = lazily(() => import('../ways/WayBar.tsx').then(({ WayBar }) => WayBar))
const SelectionBar = lazily(() => import('../edit/SelectionBar.tsx').then(({ SelectionBar }) => SelectionBar))
const BendHandle = lazily(() => import('./BendHandle.tsx').then(({ BendHandle }) => BendHandle))
const Guides = lazily(() => import('./Guides.tsx').then(({ Guides }) => Guides))
const StayFitted = lazily(async () => {
  await whenRunning()
  return (await import('./StayFitted.tsx')).StayFitted
})
const Ghost = lazily(() => import('./Ghost.tsx').then(({ Ghost }) => Ghost))
const FarCables = lazily(() => import('./FarCables.tsx').then(({ FarCables }) => FarCables))
const CanvasMenu = lazily(() => import('./CanvasMenu.tsx').then(({ CanvasMenu }) => CanvasMenu))

/** The drawing area. */
export function Canvas() {
  return (
    <ReactFlowProvider>
      <Drawing />
    </ReactFlowProvider>
  )
}

function Drawing() {
  const nodes = useFlow((s) => s.nodes)
  const edges = useFlow((s) => s.edges)
  const small = useFlow((s) => s.small)
  const tool = useUi((s) => s.tool)
  const connecting = useUi((s) => s.connecting !== null)
  const menu = useCanvas((s) => s.menu !== null)
  const whole = useCanvas((s) => s.whole)
  const far = useCoarse()
  const way = useUi((s) => s.shownDirection !== null)
  const guided = useCanvas((s) => s.guides.length > 0)
  const bendable = useUi((s) => s.selection.length === 1 && s.selection[0]?.kind === 'link')
  const selected = useUi((s) => s.selection.length > 0)
  const area = useRef<HTMLDivElement>(null)
  const [flow, setFlow] = useState<ReactFlowInstance<FlowNode, CableEdge> | null>(null)
  // On an empty sheet the wish would wait for the first device and move it away from under the pointer.
  const [fitAtFirst] = useState(nodes.length > 0)
  const [kept] = useState(keptView)
  useViewRequests(flow)

  // What React Flow is given stays the same: with another function it renders every node, at each step of a drag.
  const begin = useCallback((instance: ReactFlowInstance<FlowNode, CableEdge>): void => {
    setFlow(instance)
    useCanvas.setState({ toCanvas: (page) => instance.screenToFlowPosition(page) })
    showZoom(area.current, instance.getZoom())
    tellCentre(area.current)
    const at = area.current
    if (at !== null && isTouch()) void import('./touch.ts').then(({ takeTouches }) => takeTouches(at, instance))
  }, [])
  const moved = useCallback((_: unknown, viewport: Viewport): void => {
    showZoom(area.current, viewport.zoom)
    keepView(viewport)
  }, [])
  const stop = useCallback((): void => {
    paceRun(0)
    tellCentre(area.current)
  }, [])

  return (
    <div
      ref={area}
      role="presentation"
      className="canvas"
      tabIndex={-1}
      data-zoom="near"
      data-small={small || undefined}
      data-tool={tool ?? undefined}
      data-connecting={connecting || undefined}
      onKeyDown={takeKey}
      onClickCapture={placeFirst}
      onContextMenu={openMenu}
      onDragOver={allowDrop}
      onDrop={dropTool}
      onPointerMove={({ clientX: x, clientY: y }) => (pointer.at = useCanvas.getState().toCanvas({ x, y }))}
      onPointerEnter={() => {
        withDragging(() => {})
        withConnecting(() => {})
      }}
      onPointerLeave={() => {
        pointer.at = null
        useCanvas.setState({ hoveredNode: null })
      }}
      onPointerOver={(event) => touch('hoveredNode', event)}
      onFocus={(event) => touch('focusedNode', event)}
      onBlur={() => useCanvas.setState({ focusedNode: null })}
    >
      <ReactFlow<FlowNode, CableEdge>
        nodes={nodes}
        edges={edges}
        nodeTypes={NODE_TYPES}
        edgeTypes={EDGE_TYPES}
        connectionMode={ConnectionMode.Loose}
        // A finger that comes down on a port or a cable pans as well.
        noPanClassName={isTouch() ? 'held' : 'nopan'}
        nodesConnectable={false}
        edgesFocusable={false}
        elevateNodesOnSelect={false}
        zIndexMode="manual"
        onlyRenderVisibleElements={!whole}
        disableKeyboardA11y
        deleteKeyCode={null}
        panActivationKeyCode={null}
        multiSelectionKeyCode={MULTI_KEYS}
        nodeDragThreshold={3}
        selectNodesOnDrag={false}
        minZoom={0.05}
        maxZoom={2.5}
        zoomOnDoubleClick={false}
        fitView={fitAtFirst && kept === null}
        {...(kept !== null && { defaultViewport: kept })}
        fitViewOptions={fitOptions()}
        attributionPosition="bottom-left"
        onInit={begin}
        onMove={moved}
        onMoveStart={giveWay}
        onMoveEnd={stop}
        onNodesChange={takeChanges}
        onNodeClick={takeNode}
        onNodeDragStop={commitDrag}
        onSelectionDragStop={commitDrag}
        onEdgeClick={selectCable}
        onEdgeMouseEnter={enterCable}
        onEdgeMouseLeave={leaveCable}
        onPaneClick={takeSheet}
      >
        {/* Behind the dots: they and all above them are then one layer. */}
        {far && <FarCables />}
        <Background variant={BackgroundVariant.Dots} gap={GRID} size={1.6} color="var(--dot)" />
        <PairHeads />
        <BondRibbons />
        <FrameLayer />
        <ConnectLine />
      </ReactFlow>
      <ZoomBar />
      <MiniMap />
      {nodes.length === 0 && <Empty />}
      <StayFitted />
      {way ? <WayBar /> : selected && <SelectionBar />}
      {guided && <Guides />}
      {tool !== null && <Ghost tool={tool} />}
      {bendable && <BendHandle />}
      {menu && <CanvasMenu />}
    </div>
  )
}

/** Where the middle of what is seen lies: a key without a pointer places there. */
function tellCentre(area: HTMLElement | null): void {
  const box = area?.getBoundingClientRect()
  if (box === undefined) return
  const viewCentre = useCanvas.getState().toCanvas({ x: box.x + box.width / 2, y: box.y + box.height / 2 })
  useUi.getState().set({ viewCentre })
}

/** While the drawing is moved, the run has the lesser claim to a frame. */
function giveWay(): void {
  paceRun(MOVING_MS)
}

function takeNode(_: unknown, node: FlowNode): void {
  const target = targetOfNode(node)
  if (target.kind !== 'note') finishAt(toId(target.id))
}

function enterCable(_: unknown, { data }: CableEdge): void {
  useCanvas.setState({ hoveredLink: data?.shape.id ?? null })
}

function leaveCable(): void {
  useCanvas.setState({ hoveredLink: null })
}

function takeSheet({ clientX, clientY, shiftKey }: ReactMouseEvent): void {
  useUi.getState().select(cableTarget(clientX, clientY), shiftKey)
}

/** What few designs have. React Flow looks for the ports of a node once, so its parts must be here before it is. */
function Note(props: NodeProps<NoteFlowNode>) {
  const Part = extraParts()?.NoteNode
  return Part && <Part {...props} />
}

function Collapsed(props: NodeProps<CollapsedFlowNode>) {
  const Part = extraParts()?.CollapsedNode
  return Part && <Part {...props} />
}

/** Notes the node that the pointer or the focus came to. */
function touch(how: 'hoveredNode' | 'focusedNode', { target }: { readonly target: EventTarget }): void {
  const node = target instanceof Element ? target.closest<HTMLElement>('.react-flow__node')?.dataset['id'] : undefined
  if (useCanvas.getState()[how] !== (node ?? null)) useCanvas.setState({ [how]: node ?? null })
}

/** The cable's button takes the focus, so that keys reach the cable. */
function selectCable(event: ReactMouseEvent, { data }: CableEdge): void {
  if (data === undefined) return
  useUi.getState().select({ kind: 'link', id: data.shape.id }, event.shiftKey || event.ctrlKey || event.metaKey)
  const button = event.currentTarget
    .closest('.canvas')
    ?.querySelector<HTMLElement>(`[data-link="${CSS.escape(data.shape.id)}"]`)
  button?.focus({ preventScroll: true })
}

const NODE_TYPES = {
  switch: SwitchNode,
  host: HostNode,
  'management-switch': ManagementNode,
  router: ManagementNode,
  pair: PairNode,
  note: Note,
  collapsed: Collapsed,
}
const EDGE_TYPES = { cable: LinkEdge }
const MULTI_KEYS = ['Shift', 'Control', 'Meta']
