import { Play, Save, Search, Square } from 'lucide-react'
import { useState } from 'react'
import { upgradablePairs, upgradeScenario, UPGRADE_STANDARD, type LeastWait } from '../../core/upgrade/upgrade.ts'
import { secondsText, upgradeSentences } from '../../core/upgrade/words.ts'
import { useDocument } from '../../state/documentStore.ts'
import { keep, keptIn, playScenario, unusedName } from '../../state/scenarios.ts'
import { useUi } from '../../state/uiStore.ts'
import { useUpgrade } from '../../state/upgradeStore.ts'
import { Button } from '../controls/Button.tsx'
import { NumberField } from '../controls/fields.tsx'
import { Part } from './Part.tsx'

/** Reload one peer, wait, reload the other: the least wait that no flow pays for, found by running it. */
export function RollingUpgrade() {
  const topology = useDocument((state) => state.design.topology)
  const { request, running, tried, found, problem, start, stop } = useUpgrade()
  const [first, setFirst] = useState<string | null>(null)
  const [options, setOptions] = useState<Options>(UPGRADE_STANDARD)
  const orders = upgradablePairs(topology).flatMap(({ pair, peers: [a, b] }) => [
    { pair, first: a, second: b },
    { pair, first: b, second: a },
  ])
  const order = orders.find((one) => one.first === first) ?? orders[0]
  const here = request?.topology === topology
  const put = (change: Partial<Options>) => {
    setOptions({ ...options, ...change })
    return undefined
  }
  if (order === undefined) return null
  return (
    <Part head="Rolling upgrade">
      <p className="max-w-140 pb-2 text-ink-2">
        Reload one peer, wait, reload the other. How long is the least wait? Every wait that is tried is run on the
        engine, beside the run that is shown.
      </p>
      <form
        aria-label="Rolling upgrade"
        className="grid max-w-140 grid-cols-2 gap-x-6 max-[640px]:grid-cols-1"
        onSubmit={(submit) => {
          submit.preventDefault()
          start({ ...UPGRADE_STANDARD, ...options, topology, pair: order.pair, first: order.first })
        }}
      >
        <label className="flex min-h-8 items-center gap-2">
          <span className="w-32 shrink-0 text-ink-3">Order</span>
          <select
            value={order.first}
            className="h-7 min-w-0 flex-1 rounded-2 bg-panel px-2 shadow-[inset_0_0_0_1px_var(--edge)]"
            onChange={(change) => setFirst(change.target.value)}
          >
            {orders.map((one) => (
              <option key={one.first} value={one.first}>
                {one.first}, then {one.second}
              </option>
            ))}
          </select>
        </label>
        <NumberField
          label="Boot time"
          value={options.bootS}
          min={1}
          max={3600}
          decimals={1}
          unit="s"
          onCommit={(bootS) => put({ bootS })}
        />
        <NumberField
          label="Ports drop before"
          value={options.gapS}
          min={0}
          max={600}
          decimals={1}
          unit="s"
          onCommit={(gapS) => put({ gapS })}
        />
        <NumberField
          label="No flow loses more than"
          value={options.limitUs / 1_000}
          min={1}
          max={3_600_000}
          unit="ms"
          onCommit={(ms) => put({ limitUs: ms * 1_000 })}
        />
        <div className="col-span-2 flex max-[640px]:col-span-1 items-center gap-3 pt-2">
          {running && here ? (
            <Button onClick={stop}>
              <Square strokeWidth={1.5} />
              Stop
            </Button>
          ) : (
            <Button look="primary" type="submit">
              <Search strokeWidth={1.5} />
              Find the least wait
            </Button>
          )}
          <span role="status" className="text-ink-3">
            {running && here && `${tried.length} waits tried${triedText(tried)}`}
          </span>
        </div>
      </form>
      {here && problem !== null && (
        <p role="alert" className="pt-2 text-down-text">
          {problem}
        </p>
      )}
      {here && found !== null && <Found found={found} />}
    </Part>
  )
}

function Found({ found }: { readonly found: LeastWait }) {
  const [refused, setRefused] = useState<readonly string[]>([])
  const [answer, ...more] = upgradeSentences(found)
  const play = (): void => {
    const problems = playScenario(upgradeScenario(found), null)
    setRefused(problems)
    if (problems.length === 0) useUi.getState().set({ dialog: null })
  }
  const save = (): void => {
    const { scenarios } = keptIn(useDocument.getState().design)
    const scenario = upgradeScenario(found)
    const name = unusedName(scenarios, scenario.name)
    const refusal = keep({ scenarios: [...scenarios, { ...scenario, name }] }, 'keep scenario')
    setRefused(refusal === null ? [] : [refusal])
    if (refusal === null) useUi.getState().announce(`${name} is kept with the design.`)
  }
  return (
    <div aria-label="Least wait found" role="group" className="mt-2 max-w-140 rounded-2 bg-inset px-3 py-2">
      <div className="flex items-start gap-2">
        <b className="min-w-0 flex-1 text-13 font-semibold">{answer}</b>
        <Button compact onClick={play}>
          <Play strokeWidth={1.5} />
          Play it
        </Button>
        <Button compact onClick={save}>
          <Save strokeWidth={1.5} />
          Keep it
        </Button>
      </div>
      {more.map((sentence) => (
        <p key={sentence} className="pt-1 text-ink-2">
          {sentence}
        </p>
      ))}
      <details className="pt-1">
        <summary className="cursor-pointer text-ink-3">Waits that were tried</summary>
        <ul className="columns-3 pt-1 font-mono text-11">
          {found.tried.map(({ waitUs, safe }, at) => (
            <li key={at} className={safe ? '' : 'text-down-text'}>
              {secondsText(waitUs)} {safe ? 'enough' : 'too short'}
            </li>
          ))}
        </ul>
      </details>
      {refused.map((sentence) => (
        <p key={sentence} role="alert" className="pt-1 text-down-text">
          {sentence}
        </p>
      ))}
    </div>
  )
}

/** The stretch that is left to search. */
function triedText(tried: readonly { readonly waitUs: number; readonly safe: boolean }[]): string {
  const short = Math.max(-1, ...tried.filter(({ safe }) => !safe).map(({ waitUs }) => waitUs))
  const long = Math.min(...tried.filter(({ safe, waitUs }) => safe && waitUs > short).map(({ waitUs }) => waitUs))
  return short < 0 || !Number.isFinite(long) ? '' : `: between ${secondsText(short)} and ${secondsText(long)}`
}

interface Options {
  readonly bootS: number
  readonly gapS: number
  readonly limitUs: number
}
