import { useRuntime } from '../../state/runtimeStore.ts'
import { type CableKind, type CableShape } from '../canvas/cableShapes.ts'
import { CableDrawing } from '../canvas/CableDrawing.tsx'
import { useFlow } from '../canvas/flowStore.ts'
import { Chip } from '../state/Chip.tsx'
import { STATE_MEANING, STATES } from '../state/words.ts'

/** What the lines and marks of a picture mean: only those that it shows. */
export function Legend({ title, line }: { readonly title: string; readonly line: string }) {
  const kinds = new Set(useFlow.getState().scene.cables.map(({ kind }) => kind))
  const shown = new Set([...useRuntime.getState().ports.values()].map(({ state }) => state))
  return (
    <div className="picture-legend absolute top-0 left-0 flex w-max flex-col gap-2 text-12 text-ink">
      <span className="text-16 leading-[22px] font-semibold">{title}</span>
      <span className="text-ink-2">{line}</span>
      <span className="flex items-center gap-5">
        {KINDS.filter(([kind]) => kinds.has(kind)).map(([kind, name]) => (
          <span key={kind} className="flex items-center gap-2">
            <svg width="44" height="12">
              <CableDrawing
                shape={sample(kind)}
                look="forwarding"
                darkEnd={0}
                heldEnd={0}
                selected={false}
                halo={null}
              />
            </svg>
            <span>{name}</span>
          </span>
        ))}
        {STATES.filter((state) => shown.has(state)).map((state) => (
          <span key={state} className="flex items-center gap-2">
            <Chip state={state}>
              <span>{state}</span>
            </Chip>
            <span className="text-ink-3">{STATE_MEANING[state]}</span>
          </span>
        ))}
      </span>
    </div>
  )
}

function sample(kind: CableKind): CableShape {
  const [from, to] = [
    { x: 2, y: 6 },
    { x: 42, y: 6 },
  ]
  const { scene } = useFlow.getState()
  const known = scene.cables.find((cable) => cable.kind === kind)
  if (known === undefined) throw new Error(`No cable of kind ${kind} is drawn`)
  return { ...known, curve: [from, { x: 15, y: 6 }, { x: 29, y: 6 }, to], casing: null, ground: 'canvas' }
}

const KINDS: readonly (readonly [CableKind, string])[] = [
  ['peer-link', 'peer-link'],
  ['keepalive', 'keepalive'],
  ['member', 'bond member'],
  ['orphan', 'orphan or single cable'],
]
