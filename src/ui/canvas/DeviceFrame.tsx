import type { ReactNode } from 'react'
import type { DeviceId } from '../../core/model/ids.ts'
import type { DeviceView, StateWord } from '../../core/model/runView.ts'
import type { Device } from '../../core/model/topology.ts'
import { useRuntime } from '../../state/runtimeStore.ts'
import { useUi } from '../../state/uiStore.ts'
import { duration } from '../controls/time.ts'
import { StateMark } from '../state/StateMark.tsx'
import { stateClass } from '../state/words.ts'
import { Chip } from '../state/Chip.tsx'
import { useCanvas } from './canvasStore.ts'
import { ConnectHandles } from './ConnectHandles.tsx'
import type { DeviceShape } from './deviceShapes.ts'
import { useCoarse, useFar } from './levels.ts'
import { PortButton } from './PortButton.tsx'

/** The face that all devices share: outline, ports, places for new cables, the chip of a dead device. */
export function DeviceFrame({
  shape,
  name,
  kind,
  children,
}: {
  readonly shape: DeviceShape
  readonly name: string
  readonly kind: Device['kind']
  readonly children: ReactNode
}) {
  const view = useRuntime((s) => s.devices.get(shape.id))
  const condition = conditionOf(view)
  const elapsed = useRuntime((s) => (condition === null ? '' : since(condition.at, s.now)))
  const off = view?.power === 'off'
  const role = useConnectRole(shape.id)
  const [coarse, far] = [useCoarse(), useFar()]
  return (
    <div
      className="device"
      data-kind={kind}
      data-power={off ? 'off' : 'on'}
      data-condition={condition?.word}
      data-connect={role}
      data-ports={portEdges(shape)}
    >
      {far ? null : children}
      {condition !== null && !far && (
        <span className="device-chip" data-side={chipSide(shape)}>
          <Chip state={condition.state}>
            {condition.word} {elapsed}
          </Chip>
        </span>
      )}
      {shape.ports.map((spot) =>
        coarse ? (
          // React Flow draws the cables of what it finds here.
          <i key={spot.id} hidden className="source" data-handleid={spot.id} data-handlepos={spot.side} />
        ) : (
          <PortButton key={spot.id} spot={spot} shape={shape} dead={off} />
        ),
      )}
      {!far && <ConnectHandles shape={shape} name={name} />}
      {far && (
        <FarFace
          name={name}
          width={shape.width}
          state={condition?.state ?? (view === undefined ? 'unknown' : off ? 'down' : 'forwarding')}
        />
      )}
    </div>
  )
}

/**
 * Far out: name and state. Hundreds of these are seen at once, and whatever clips (a picture, a text that is cut) is a
 * layer's worth of work for the browser at every frame: the usual mark is a round border, and only long names are cut.
 */
function FarFace({ name, width, state }: { readonly name: string; readonly width: number; readonly state: StateWord }) {
  return (
    <span className="device-far" aria-hidden="true">
      {state === 'forwarding' ? <i className={stateClass(state)} /> : <StateMark state={state} />}
      <span data-long={name.length * FAR_CHARACTER > width - FAR_MARK || undefined}>{name}</span>
    </span>
  )
}

/** CSS px of a character at its largest, and of what stands beside the name. */
const FAR_CHARACTER = 14
const FAR_MARK = 36

/** What a device is in the cable being drawn, for the outline. */
function useConnectRole(id: DeviceId): 'from' | 'target' | 'refused' | undefined {
  const drawn = useCanvas(({ line }) => {
    if (line?.over === id) return line.problem === null ? 'target' : 'refused'
    return line?.from === id ? 'from' : undefined
  })
  const asked = useUi(({ connecting }) => connecting?.from.kind === 'device' && connecting.from.id === id)
  return drawn ?? (asked ? 'from' : undefined)
}

/** Above the face, on the side that the management port leaves free. */
function chipSide({ ports, width }: DeviceShape): 'left' | 'right' {
  return ports.some(({ side, x }) => side === 'top' && x < width / 2) ? 'right' : 'left'
}

/** Which of the edges above and below the texts have ports; of the top edge those over the texts count. */
function portEdges({ ports, textX }: DeviceShape): 'top' | 'bottom' | 'both' | undefined {
  const top = ports.some(({ side, x }) => side === 'top' && x < textX + TEXT_WIDTH)
  if (!ports.some(({ side }) => side === 'bottom')) return top ? 'top' : undefined
  return top ? 'both' : 'bottom'
}

/** Of a name with its role. */
const TEXT_WIDTH = 130

/** Elapsed time, coarse enough not to render at every update. */
function since(at: number, now: number): string {
  const step = now - at < 10_000_000 ? 100_000 : 1_000_000
  return duration(Math.max(0, Math.floor((now - at) / step) * step))
}

interface Condition {
  readonly state: StateWord
  readonly word: string
  readonly at: number
}

/** What ails a device as a whole, the gravest first. */
function conditionOf(view: DeviceView | undefined): Condition | null {
  for (const [failure, state, word] of CONDITIONS) {
    const active = view?.failures.find((other) => other.failure === failure)
    if (active !== undefined) return { state, word, at: active.at }
  }
  return null
}

const CONDITIONS: readonly (readonly [failure: string, StateWord, word: string])[] = [
  ['device-power-off', 'down', 'off'],
  ['management-switch-off', 'down', 'off'],
  ['device-reload', 'waiting', 'boot'],
  ['device-freeze', 'unknown', 'frozen'],
  ['control-plane-hang', 'unknown', 'hung'],
  ['mlag-agent-crash', 'unknown', 'agent'],
  ['config-drift', 'waiting', 'drift'],
  ['same-mac', 'waiting', 'same MAC'],
  ['mac-sync-lost', 'waiting', 'MAC sync'],
]
