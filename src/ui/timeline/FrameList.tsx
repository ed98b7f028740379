import { Download, History } from 'lucide-react'
import { useMemo, useState } from 'react'
import { FRAME_KINDS, type CaptureScope, type FrameFilter, type FrameRow } from '../../core/model/capture.ts'
import type { LinkId } from '../../core/model/ids.ts'
import type { Network } from '../../core/model/network.ts'
import { useNetwork } from '../../state/network.ts'
import type { RunState } from '../../state/runState.ts'
import { useRuntime } from '../../state/runtimeStore.ts'
import { useUi, type Target } from '../../state/uiStore.ts'
import { cableEnds } from '../canvas/labels.ts'
import { Button } from '../controls/Button.tsx'
import { duration } from '../controls/time.ts'
import { FrameDetails } from './FrameDetails.tsx'
import { FrameMark } from './FrameMark.tsx'
import { WhatIs } from '../glossary/WhatIs.tsx'
import { endText, KIND_EXPLAINED, KIND_WORDS, splitTime } from './frameWords.ts'
import { saveCapture } from './saveCapture.ts'
import { ROW_PX, useFrameWindow } from './useFrameWindow.ts'

/** What the protocols sent lately, a row each: filtered, inspected, saved. */
export function FrameList() {
  const net = useNetwork()
  const [kind, setKind] = useState<FrameFilter['kind']>(null)
  const [where, setWhere] = useState('')
  const [chosen, setChosen] = useState<number | null>(null)
  const scopes = useScopes(net)
  const scope = scopes.find(({ value }) => value === where)?.scope ?? 'everywhere'
  const scopeKey = JSON.stringify(scope)
  const filter = useMemo((): FrameFilter => ({ kind, scope: JSON.parse(scopeKey) }), [kind, scopeKey])
  const detail = useRuntime((run) => run.frameDetail)
  const open = detail !== null && detail.row.seq === chosen ? detail : null
  const word = kind === null ? undefined : KIND_EXPLAINED[kind]
  const choose = (seq: number): void => {
    setChosen(seq)
    useRuntime.getState().askFrame(seq)
  }
  return (
    <div className="flex min-h-0 flex-1 border-t border-line">
      <section aria-label="Frames" className="flex min-w-0 flex-1 flex-col">
        <header className="flex h-9 shrink-0 items-center gap-2 pr-2 pl-4 text-12">
          <h2 className="font-semibold">Frames</h2>
          <Choice
            label="Protocol"
            value={kind ?? ''}
            choices={[
              { value: '', label: 'all protocols' },
              ...FRAME_KINDS.map((value) => ({ value, label: KIND_WORDS[value] })),
            ]}
            onChange={(value) => setKind(FRAME_KINDS.find((one) => one === value) ?? null)}
          />
          {word !== undefined && <WhatIs word={word} />}
          <Choice label="Where" value={where} choices={scopes} onChange={setWhere} />
          <Count />
          <span className="flex-1" />
          <BackToPresent />
          <SaveButton scope={scope} />
        </header>
        <Rows net={net} filter={filter} chosen={chosen} onChoose={choose} />
      </section>
      {open !== null && <FrameDetails detail={open} onClose={() => setChosen(null)} />}
    </div>
  )
}

function Rows({ net, filter, chosen, onChoose }: RowsProps) {
  const { scroller, onScroll } = useFrameWindow(filter)
  const list = useRuntime((run) => run.frameList)
  const playhead = useRuntime(playheadSeq)
  const { total, from, rows } = list ?? { total: 0, from: 0, rows: [] }
  return (
    <>
      <div aria-hidden="true" className={`${GRID} h-[21px] shrink-0 border-b border-line text-ink-3`}>
        <span />
        {['time s', 'from', 'to', 'kind', 'content'].map((head) => (
          <span key={head}>{head}</span>
        ))}
      </div>
      <div
        ref={scroller}
        className="min-h-0 flex-1 overflow-x-hidden overflow-y-scroll [scrollbar-width:thin]"
        onScroll={onScroll}
      >
        <ol aria-label="Protocol frames, oldest first" className="relative" style={{ height: total * ROW_PX }}>
          {rows.map((row, at) => (
            <li
              key={row.seq}
              aria-posinset={from + at + 1}
              aria-setsize={total}
              className="absolute right-0 left-0"
              style={{ top: (from + at) * ROW_PX, height: ROW_PX }}
            >
              <RowButton
                net={net}
                row={row}
                chosen={row.seq === chosen}
                current={row.seq === playhead}
                onChoose={onChoose}
              />
            </li>
          ))}
        </ol>
      </div>
    </>
  )
}

interface RowsProps {
  readonly net: Network
  readonly filter: FrameFilter
  readonly chosen: number | null
  readonly onChoose: (seq: number) => void
}

function RowButton({ net, row, chosen, current, onChoose }: RowButtonProps) {
  const [main, rest] = splitTime(row.at)
  return (
    <button
      type="button"
      aria-pressed={chosen}
      title={row.fate ?? undefined}
      className={`${GRID} h-full w-full text-left hover:bg-hover focus-visible:outline-2 focus-visible:-outline-offset-2 focus-visible:outline-you aria-pressed:bg-press ${current ? 'bg-you-bg' : ''} ${row.lost ? 'text-down-text' : ''}`}
      onClick={() => onChoose(row.seq)}
      onKeyDown={(key) => {
        const item = key.currentTarget.parentElement
        const next = key.key === 'ArrowDown' ? item?.nextElementSibling : item?.previousElementSibling
        if (key.key !== 'ArrowDown' && key.key !== 'ArrowUp') return
        key.preventDefault()
        next?.querySelector('button')?.focus()
      }}
    >
      <FrameMark kind={row.kind} lost={row.lost} />
      <span className="whitespace-nowrap">
        {main}
        <span className={`pl-0.5 ${row.lost || chosen ? '' : 'text-ink-3'}`}>{rest}</span>
      </span>
      <span className="truncate">{endText(net, row.from)}</span>
      <span className="truncate">{endText(net, row.to)}</span>
      <span className="truncate">{KIND_WORDS[row.kind]}</span>
      <span className="truncate">
        {row.summary}
        {row.lost && row.fate !== null && `, ${row.fate}`}
      </span>
    </button>
  )
}

interface RowButtonProps {
  readonly net: Network
  readonly row: FrameRow
  readonly chosen: boolean
  readonly current: boolean
  readonly onChoose: (seq: number) => void
}

function Choice({ label, value, choices, onChange }: ChoiceProps) {
  return (
    <select
      aria-label={label}
      value={value}
      className="h-6 max-w-56 rounded-2 bg-transparent px-1 text-12 text-ink-2 shadow-[inset_0_0_0_1px_var(--line-2)] hover:bg-hover focus-visible:outline-2 focus-visible:outline-you"
      onChange={(change) => onChange(change.target.value)}
    >
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>
  )
}

interface ChoiceProps {
  readonly label: string
  readonly value: string
  readonly choices: readonly { readonly value: string; readonly label: string }[]
  readonly onChange: (value: string) => void
}

function Count() {
  const total = useRuntime((run) => run.frameList?.total ?? 0)
  return <span className="text-11 text-ink-3">{total} frames</span>
}

function BackToPresent() {
  const behind = useRuntime((run) => run.liveNow - run.now)
  if (behind <= 0) return null
  return (
    <Button compact onClick={() => useRuntime.getState().review(null)}>
      <History strokeWidth={1.5} />
      Back to the present, {duration(behind)} on
    </Button>
  )
}

function SaveButton({ scope }: { readonly scope: CaptureScope }) {
  const [probes, setProbes] = useState(false)
  return (
    <>
      <label className="flex items-center gap-1.5 text-ink-2">
        <input type="checkbox" checked={probes} onChange={(change) => setProbes(change.target.checked)} />
        with probes
      </label>
      <Button
        compact
        title="The whole run so far, of what is chosen under Where"
        onClick={() => saveCapture(scope, probes)}
      >
        <Download strokeWidth={1.5} />
        Save pcapng
      </Button>
    </>
  )
}

interface ScopeChoice {
  readonly value: string
  readonly label: string
  readonly scope: CaptureScope
}

/** Everywhere, the cable that is selected on the canvas, and every device. */
function useScopes(net: Network): readonly ScopeChoice[] {
  const selected = useUi((ui) => linkOf(net, ui.selection[0]))
  const link = selected === null ? undefined : net.links.get(selected)
  return [
    { value: '', label: 'all cables', scope: 'everywhere' },
    ...(link === undefined ? [] : [{ value: 'selected', label: cableEnds(net, link), scope: { link: link.id } }]),
    ...net.topology.devices.map(({ id, name }) => ({ value: `device ${id}`, label: name, scope: { device: id } })),
  ]
}

function linkOf(net: Network, target: Target | undefined): LinkId | null {
  if (target?.kind === 'link') return target.id
  return target?.kind === 'port' ? (net.linkAt.get(target.id)?.id ?? null) : null
}

/** The latest frame at the instant that is shown, where it is among the rows. */
function playheadSeq({ frameList, now }: RunState): number | null {
  if (frameList === null) return null
  const { rows, from, total } = frameList
  const at = rows.findLastIndex((row) => row.at <= now)
  const isLast = at === rows.length - 1 && from + rows.length < total
  return isLast ? null : (rows[at]?.seq ?? null)
}

const GRID =
  'grid grid-cols-[12px_88px_minmax(72px,128px)_minmax(72px,128px)_76px_minmax(0,1fr)] items-center gap-x-2 pr-2 pl-4 font-mono text-11'
