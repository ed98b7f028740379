import { type NodeProps, ViewportPortal } from '@xyflow/react'
import { memo } from 'react'
import type { DomainId } from '../../core/model/ids.ts'
import type { DomainStatus, DomainView, StateWord } from '../../core/model/runView.ts'
import { useRuntime } from '../../state/runtimeStore.ts'
import { duration } from '../controls/time.ts'
import { stateClass } from '../state/words.ts'
import { isViewOnly } from '../room.ts'
import { useCoarse } from './levels.ts'
import { useInView } from './inView.ts'
import { LAYER } from './layers.ts'
import type { PairNode as PairFlowNode } from './flowNodes.ts'
import { useFlow } from './flowStore.ts'

/** The container of a pair. Its head lies in front of the cables and is drawn by `PairHeads`. */
export const PairNode = memo(function PairNode({ data: { domain } }: NodeProps<PairFlowNode>) {
  return (
    <div
      className="pair"
      data-testid={`pair-${domain.name}`}
      onDoubleClick={() =>
        !isViewOnly() && void import('../edit/drawCommands.ts').then(({ collapse }) => collapse(domain.id, true))
      }
    />
  )
})

/** What each pair is, and how far its four operating steps are. */
export function PairHeads() {
  const nodes = useFlow((s) => s.nodes)
  const shown = useInView(useFlow((s) => s.scene.pairs))
  return (
    <ViewportPortal>
      {nodes.map(
        (node) => node.type === 'pair' && shown.includes(node.data.shape) && <Head key={node.id} data={node.data} />,
      )}
    </ViewportPortal>
  )
}

const Head = memo(function Head({ data: { shape, domain, title, platform } }: { readonly data: PairFlowNode['data'] }) {
  const coarse = useCoarse()
  return (
    <div
      className="pair-head"
      data-domain={domain.id}
      style={{ left: shape.x, top: shape.y, width: shape.width, zIndex: LAYER.pairHead }}
    >
      <span className="pair-plate">
        <svg width="14" height="16" className="flex-none" aria-hidden="true" fill="none" stroke="var(--ink-2)">
          <path d="M.75 3h4.5v10H.75zM8.75 3h4.5v10h-4.5z" strokeWidth="1.5" strokeLinejoin="round" />
          <path d="M5.25 6.5h3.5M5.25 9.5h3.5" strokeWidth="1.5" />
        </svg>
        <span className="pair-name">{title}</span>
        <span className="pair-platform">{platform}</span>
      </span>
      {!coarse && <Steps domain={domain.id} />}
    </div>
  )
})

/** 1 2 3 4 with the state of each, one short phrase, and everything in words on hover. */
export function Steps({ domain }: { readonly domain: DomainId }) {
  const view = useRuntime((s) => s.domains.get(domain))
  const left = useRuntime((s) => {
    const timer = s.domains.get(domain)?.timer
    return timer === undefined || timer === null || timer.endsAt <= s.now
      ? null
      : duration(Math.ceil((timer.endsAt - s.now) / 1_000_000) * 1_000_000)
  })
  if (view === undefined) return null
  const states = stepStates(view)
  const [tone, phrase] = phraseOf(view, left)
  return (
    <span className="pair-plate pair-steps nodrag nopan" data-status={view.status} data-step={view.step}>
      <span className="sr-only">{`Step ${view.step} of 4, ${view.status}:`}</span>
      <span className="steps" aria-hidden="true">
        {states.map((state, index) => (
          <span key={STEP_NAMES[index]} className={stepClass(state)} data-state={state ?? 'not-begun'}>
            {index + 1}
          </span>
        ))}
      </span>
      <span className={`pair-phrase ${tone === null ? '' : stateClass(tone)}`}>{phrase}</span>
      <span className="pair-why">
        {STEP_NAMES.map((name, index) => (
          <span key={name} className="pair-why-row">
            <span className={stepClass(states[index] ?? null)}>{index + 1}</span>
            {name}
            <span className="pair-why-state">{stepWord(states[index] ?? null)}</span>
          </span>
        ))}
        {view.reasons.map((reason) => (
          <span key={reason} className="pair-why-reason">
            {reason}
          </span>
        ))}
      </span>
    </span>
  )
}

/** A state for each step; null where it has not begun. Step 4 is failure handling: idle while all is well. */
export function stepStates({ step, status, timer }: DomainView): readonly (StateWord | null)[] {
  if (status === 'down') return ['down', null, null, null]
  const running: StateWord = status === 'dual-active' ? 'down' : timer === null && step < 3 ? 'unknown' : 'waiting'
  return [1, 2, 3, 4].map((each) => {
    if (each < step) return status === 'dual-active' && each === 1 ? 'down' : 'forwarding'
    if (each > step) return null
    return status === 'active-active' ? 'forwarding' : running
  })
}

function stepClass(state: StateWord | null): string {
  return state === null ? 'step' : `step ${stateClass(state)}`
}

export function stepWord(state: StateWord | null): string {
  if (state === null) return 'not begun'
  return state === 'forwarding' ? 'done' : state === 'down' ? 'failed' : 'running'
}

/** One short phrase: the timer that the pair waits for, else the first reason, else that all is well. */
function phraseOf({ status, reasons, timer }: DomainView, left: string | null): readonly [StateWord | null, string] {
  if (timer !== null && left !== null) return ['waiting', `${timer.name} ${left}`]
  const [first] = reasons
  return [TONE[status], first === undefined ? (status === 'active-active' ? 'healthy' : status) : brief(first)]
}

/** The first clause of a sentence. */
function brief(text: string): string {
  return text.split(/[;.] |[.;]$/)[0] ?? text
}

export const STEP_NAMES = [
  'Peer establishment',
  'Configuration synchronisation',
  'Active-active forwarding',
  'Failure handling',
] as const

const TONE: Readonly<Record<DomainStatus, StateWord | null>> = {
  establishing: 'waiting',
  syncing: 'waiting',
  'active-active': null,
  degraded: 'waiting',
  'failed-over': 'waiting',
  'dual-active': 'down',
  down: 'down',
}
