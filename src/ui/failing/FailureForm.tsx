import { useState } from 'react'
import type { Network } from '../../core/model/network.ts'
import { resolveTarget } from '../../core/model/targets.ts'
import { type Failure, failureById } from '../../core/sim/failures/index.ts'
import { useNetwork } from '../../state/network.ts'
import { useRuntime } from '../../state/runtimeStore.ts'
import { useUi, type Target } from '../../state/uiStore.ts'
import { Button } from '../controls/Button.tsx'
import { seconds } from '../controls/time.ts'
import { closeDialog } from '../dialogs/Frame.tsx'
import { useFailureCatalog } from '../failureCatalog.ts'
import { Explained } from '../glossary/Explained.tsx'
import { wordsIn } from '../glossary/words.ts'
import { failuresOf, failureTarget } from '../failures.ts'
import { showComing } from './showComing.ts'
import { type Draft, meantBy, placesOf } from './draft.ts'
import { OptionField } from './OptionField.tsx'
import { toldOf } from './toldOf.ts'
import { WhenFields } from './WhenFields.tsx'

/** Puts a failure together: of what, which one, with what parameters, from when until when. */
export function FailureForm({ first }: { readonly first: string | null }) {
  const net = useNetwork()
  const catalog = useFailureCatalog((state) => state.failures)
  const selected = useUi((ui) => ui.selection[0])
  const now = useRuntime((run) => run.liveNow)
  const [draft, setDraft] = useState<Draft>(() => ({
    ...EMPTY,
    target: firstTarget(net, selected),
    failure: first ?? '',
  }))
  const [refusal, setRefusal] = useState<string | null>(null)
  const places = placesOf(net)
  const kind = KINDS.find((one) => places[one].some(({ target }) => target === draft.target)) ?? 'device'
  const possible = failuresAt(net, catalog, kind, draft.target)
  const failure = possible.find(({ id }) => id === draft.failure) ?? possible[0]
  if (failure === undefined) return <p className="text-ink-3">Draw a device first: there is nothing that could fail.</p>
  const change = (part: Partial<Draft>): void => {
    setDraft({ ...draft, ...part })
    setRefusal(null)
  }
  const doIt = (): boolean => {
    const { commands, liveNow, fail, schedule } = useRuntime.getState()
    const whole = { ...draft, failure: failure.id }
    const meant = meantBy(net, whole, liveNow, commands)
    setRefusal(meant.ok ? null : meant.message)
    if (!meant.ok) return false
    fail(failure.id, draft.target, draft.options, meant.when)
    if (meant.repairAt !== null) {
      schedule({ at: meant.repairAt, command: { type: 'repair', failure: failure.id, target: draft.target } })
    }
    const begins = meant.when.at
    if (begins === undefined) return true
    showComing(begins)
    useUi.getState().announce(`${failure.label} is scheduled for ${seconds(begins)} s.`)
    return true
  }
  const { story, options } = toldOf(net, failure, draft.target)
  const lasts = failure.lastsUs?.({ ...standards(failure), ...draft.options })
  return (
    <form
      aria-label="New failure"
      className="flex flex-col gap-2"
      onSubmit={(submit) => {
        submit.preventDefault()
        if (doIt()) closeDialog()
      }}
    >
      <div className="grid grid-cols-2 gap-4 max-[640px]:grid-cols-1">
        <label className="flex flex-col gap-1 text-11 text-ink-3">
          Where
          <select
            className={SELECT}
            value={draft.target}
            onChange={(chosen) => change({ target: chosen.target.value, failure: failure.id, options: {} })}
          >
            {KINDS.map((one) => (
              <optgroup key={one} label={GROUPS[one]}>
                {places[one].map(({ target, label }) => (
                  <option key={target} value={target}>
                    {label}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        </label>
        <label className="flex flex-col gap-1 text-11 text-ink-3">
          Failure
          <select
            className={SELECT}
            value={failure.id}
            onChange={(chosen) => change({ failure: chosen.target.value, options: {} })}
          >
            {possible.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </select>
        </label>
      </div>
      <p className="max-w-140 leading-[18px] text-ink-2">{story}</p>
      <Explained words={wordsIn(`${failure.label} ${story}`)} />
      {options.map((option) => (
        <OptionField
          key={option.key}
          option={option}
          target={draft.target}
          value={draft.options[option.key] ?? option.standard}
          onChange={(value) => change({ options: { ...draft.options, [option.key]: value } })}
        />
      ))}
      <WhenFields draft={draft} lastsS={lasts === undefined ? null : lasts / 1_000_000} onChange={change} />
      {refusal !== null && (
        <p role="alert" className="text-down-text">
          {refusal}
        </p>
      )}
      <div className="flex items-center justify-end gap-2 border-t border-line pt-3">
        <span className="mr-auto text-ink-3">
          The run stands at <span className="font-mono">{seconds(now)}</span> s.
        </span>
        <Button onClick={() => doIt()}>
          {draft.begins === 'now' ? 'Do it, then another' : 'Schedule, then another'}
        </Button>
        <Button look="primary" type="submit">
          {draft.begins === 'now' ? failure.label : 'Schedule'}
        </Button>
      </div>
    </form>
  )
}

/** What is selected, as a target with its port; else the first pair or device. */
function firstTarget(net: Network, selected: Target | undefined): string {
  const { domains, devices } = net.topology
  if (selected?.kind === 'link') {
    const end = net.links.get(selected.id)?.ends[0]
    const place = end && failureTarget(net, { kind: 'port', id: end })
    if (place) return place.target
  }
  const known = selected && failureTarget(net, selected)
  return known?.target ?? domains[0]?.name ?? devices[0]?.name ?? ''
}

function failuresAt(
  net: Network,
  catalog: readonly Failure[],
  kind: Failure['targetKind'],
  target: string,
): readonly Failure[] {
  const found = resolveTarget(net, target)
  const thing = found.ok ? found.target : null
  const selected =
    thing?.kind === 'device'
      ? ({ kind: 'device', id: thing.device.id } as const)
      : thing?.kind === 'link'
        ? ({ kind: 'link', id: thing.link.id } as const)
        : undefined
  return failuresOf(net, catalog, selected, { kind, target, name: target })
}

function standards({ id }: Failure): Readonly<Record<string, string>> {
  return Object.fromEntries((failureById(id)?.options ?? []).map(({ key, standard }) => [key, standard]))
}

const EMPTY: Draft = { target: '', failure: '', options: {}, begins: 'now', beginS: '', ends: 'open', endS: '' }
const KINDS = ['domain', 'device', 'link'] as const
const GROUPS = { domain: 'Pairs', device: 'Devices', link: 'Cables, seen from the named port' } as const
const SELECT = 'h-7 min-w-0 rounded-2 bg-panel px-2 text-12 text-ink shadow-[inset_0_0_0_1px_var(--edge)]'
