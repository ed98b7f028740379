import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import type { DeviceId } from '../../../core/model/ids.ts'
import type { Network } from '../../../core/model/network.ts'
import { useUi } from '../../../state/uiStore.ts'
import { targetsOf } from '../checks/targets.ts'
import { ConfigRowView } from './ConfigRowView.tsx'
import { LineBar } from './LineBar.tsx'
import { markedBy } from './marked.ts'
import { cellsOf, isClosed, shownRows, type ConfigRow } from './rows.ts'

/**
 * The lines. A click, or Enter on the active line, selects what the line came from; what is selected has its lines
 * marked. Arrows move the active line, left and right close and open its section.
 */
export function ConfigRows(props: ConfigRowsProps) {
  const { net, rows, names, switches, stacked, closed, onFold, wanted, hits, hit, onShow } = props
  const id = useId()
  const area = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState<number | null>(null)
  const selection = useUi((ui) => ui.selection)
  const chosenHere = useRef(selection)
  const marked = markedBy(net, selection, switches)
  const shown = shownRows(rows, closed, hits)
  const isMarked = (row: ConfigRow): boolean => cellsOf(row).some(({ line }) => marked.has(line.from ?? ''))
  const firstMarked = rows.find(isMarked)?.at ?? null
  const present = active === null ? undefined : rows[active]

  // What was selected elsewhere brings its first line into view, and so does the place that was looked for.
  useEffect(() => {
    if (firstMarked === null || selection === chosenHere.current) return
    bring(area.current, firstMarked, 'center')
  }, [selection, firstMarked])
  useEffect(() => {
    if (hit !== null) bring(area.current, hit, 'nearest')
  }, [hit])

  const choose = (row: ConfigRow, side: 'left' | 'right'): void => {
    setActive(row.at)
    const from = (row[side] ?? row.left ?? row.right)?.line.from ?? null
    const [target] = from === null ? [] : targetsOf(net, [from])
    if (target === undefined) return
    useUi.getState().select(target)
    chosenHere.current = useUi.getState().selection
  }
  const move = (to: ConfigRow | undefined): void => {
    if (to === undefined) return
    setActive(to.at)
    bring(area.current, to.at, 'nearest')
  }
  const onKeyDown = (key: KeyboardEvent): void => {
    if (key.target !== area.current) return
    const place = shown.findIndex(({ at }) => at === active)
    const act = KEYS[key.key]
    if (act === undefined) return
    key.preventDefault()
    if (act === 'choose') {
      if (present) choose(present, 'left')
    } else if (act === 'close' || act === 'open') {
      if (present?.fold && isClosed(present, closed, hits) === (act === 'open')) onFold(present.key)
    } else move(shown[act === 'first' ? 0 : act === 'last' ? shown.length - 1 : Math.max(0, place + act)])
  }

  return (
    <>
      <div
        ref={area}
        role="grid"
        aria-label={
          names[1] === null ? `Configuration of ${names[0]}` : `Configurations of ${names[0]} and ${names[1]}`
        }
        aria-activedescendant={active === null ? undefined : `${id}-${active}`}
        aria-readonly
        tabIndex={0}
        className="min-h-0 flex-1 overflow-auto py-1 font-mono text-[11.5px] leading-[19px] [scrollbar-width:thin] focus-visible:outline-offset-[-2px]"
        onKeyDown={onKeyDown}
      >
        {names[1] !== null && (
          <div role="row" className="sr-only">
            <span role="columnheader">{names[0]}</span>
            <span role="columnheader">{names[1]}</span>
          </div>
        )}
        {shown.map((row) => (
          <ConfigRowView
            key={row.at}
            id={`${id}-${row.at}`}
            row={row}
            names={names}
            stacked={stacked}
            closed={isClosed(row, closed, hits)}
            active={row.at === active}
            hit={row.at === hit}
            wanted={wanted}
            marked={marked}
            onFold={() => onFold(row.key)}
            onChoose={(side) => choose(row, side)}
          />
        ))}
      </div>
      <LineBar net={net} row={present} onShow={onShow} />
    </>
  )
}

export interface ConfigRowsProps {
  readonly net: Network
  readonly rows: readonly ConfigRow[]
  /** The switch, and the peer that it is compared with. */
  readonly names: readonly [string, string | null]
  readonly switches: readonly DeviceId[]
  readonly stacked: boolean
  /** Keys of closed sections. */
  readonly closed: ReadonlySet<string>
  readonly onFold: (key: string) => void
  readonly wanted: string
  /** Rows that hold what is looked for, and the one of them that is gone to. */
  readonly hits: readonly number[]
  readonly hit: number | null
  readonly onShow: (() => void) | undefined
}

function bring(area: HTMLElement | null, at: number, block: ScrollLogicalPosition): void {
  area?.querySelector(`[data-at="${at}"]`)?.scrollIntoView({ block })
}

const KEYS: Readonly<Partial<Record<string, 'choose' | 'close' | 'open' | 'first' | 'last' | 1 | -1>>> = {
  Enter: 'choose',
  ArrowLeft: 'close',
  ArrowRight: 'open',
  Home: 'first',
  End: 'last',
  ArrowDown: 1,
  ArrowUp: -1,
}
