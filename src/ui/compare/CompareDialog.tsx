import { Play, Square } from 'lucide-react'
import { useState } from 'react'
import { casesOf, compareDesigns, comparePlatforms } from '../../core/compare/comparison.ts'
import { exampleTopology } from '../../core/compare/example.ts'
import { designFaults, ownFault, platformFaults, type Fault } from '../../core/compare/faults.ts'
import type { Comparison } from '../../core/compare/types.ts'
import type { Topology, VendorId } from '../../core/model/topology.ts'
import { platformOf, VENDORS } from '../../core/vendors/platforms.ts'
import { useCompare } from '../../state/compareStore.ts'
import { useDocument } from '../../state/documentStore.ts'
import { useRuntime } from '../../state/runtimeStore.ts'
import { Button } from '../controls/Button.tsx'
import { Frame } from '../dialogs/Frame.tsx'
import { ComparedTable } from './ComparedTable.tsx'
import { TimeAxis } from './TimeAxis.tsx'

/** The same faults on three designs or on several platforms, measured on the spot, as a table and on one time axis. */
export function CompareDialog() {
  const [kind, setKind] = useState<Comparison['kind']>('designs')
  const [platforms, setPlatforms] = useState<readonly VendorId[]>(['cisco-nxos', 'arista-eos'])
  const [faultId, setFaultId] = useState('all')
  const drawn = useDocument((state) => state.design.topology)
  const [source, setSource] = useState<'drawn' | 'example'>(drawn.domains.length > 0 ? 'drawn' : 'example')
  const own = useOwnFault()
  const { comparison, results, running, problem, start, stop } = useCompare()
  const topology = source === 'drawn' ? drawn : exampleTopology()
  const usual = kind === 'designs' ? designFaults(topology) : platformFaults(topology)
  const offered = own !== null && source === 'drawn' ? [...usual, own] : usual
  const faults = faultId === 'all' ? usual : offered.filter(({ id }) => id === faultId)
  const possible = faults.length > 0 && (kind === 'designs' ? topology.domains.length > 0 : platforms.length > 1)
  const total = comparison === null ? 0 : casesOf(comparison).length
  return (
    <Frame
      title="Compare"
      size="full"
      description="Every figure is measured now, by the engine, with the same hosts, cables and flows. A probe every 10 ms."
    >
      <form
        className="flex flex-wrap items-end gap-x-4 gap-y-2 border-b border-line pb-3"
        onSubmit={(submit) => {
          submit.preventDefault()
          start(comparisonOf(kind, topology, platforms, faults))
        }}
      >
        <Select
          label="Compare"
          value={kind}
          options={[
            ['designs', 'Three designs'],
            ['platforms', 'Platforms'],
          ]}
          onChange={(value) => {
            setKind(value === 'platforms' ? 'platforms' : 'designs')
            setFaultId('all')
          }}
        />
        <Select
          label="Hosts and cables of"
          value={source}
          options={[
            ['drawn', 'this design'],
            ['example', 'an example: two servers, one access switch'],
          ]}
          onChange={(value) => {
            setSource(value === 'drawn' ? 'drawn' : 'example')
            setFaultId('all')
          }}
        />
        <Select
          label="Fault"
          value={faultId}
          options={[['all', 'All of them'], ...offered.map(({ id, title }) => [id, title] as const)]}
          onChange={setFaultId}
        />
        {kind === 'platforms' && <Platforms chosen={platforms} onChange={setPlatforms} />}
        <span className="flex-1" />
        {running ? (
          <Button onClick={stop}>
            <Square strokeWidth={1.5} />
            Stop
          </Button>
        ) : (
          <Button look="primary" type="submit" disabled={!possible}>
            <Play strokeWidth={1.5} />
            Measure
          </Button>
        )}
      </form>
      <div aria-live="polite" className="flex min-h-8 items-center gap-3 text-ink-3">
        {running && (
          <progress aria-label="Runs measured" className="w-48 accent-(--ink)" value={results.length} max={total} />
        )}
        {comparison !== null && `${results.length} of ${total} runs measured`}
        {kind === 'designs' && topology.domains.length === 0 && 'This design has no pair to build in another way.'}
        {kind === 'platforms' && platforms.length < 2 && 'Choose two platforms or more.'}
        {problem !== null && <span className="text-down-text">{problem}</span>}
      </div>
      {comparison === null && possible && <Before kind={kind} />}
      {comparison !== null && results.length > 0 && (
        <>
          <ComparedTable comparison={comparison} results={results} />
          {comparison.faults.map((fault) => (
            <TimeAxis key={fault.id} comparison={comparison} fault={fault} results={results} />
          ))}
          {comparison.kind === 'designs' && <Honesty />}
        </>
      )}
    </Frame>
  )
}

/** What there will be to see, where nothing is measured yet. */
function Before({ kind }: { readonly kind: Comparison['kind'] }) {
  return (
    <p className="mx-auto max-w-110 pt-16 text-center text-13 leading-[20px] text-ink-2">
      {kind === 'designs'
        ? 'Measure runs the same hosts and faults on one switch, on two switches without MLAG and on a pair: what each loses, for how long, and what bandwidth is left.'
        : 'Measure runs this design with the timers and reactions of each chosen platform: what each fault costs on it, and for how long.'}
    </p>
  )
}

function Honesty() {
  return (
    <p className="max-w-180 pt-2 leading-[18px] text-ink-2">
      A member that fails is no faster with MLAG than on one switch: LACP and loss of light decide on both. What a pair
      adds is that a dead switch takes nothing with it for good, and that every cable carries traffic until then. Two
      switches without MLAG survive a dead switch as well, more slowly and with half of the cables idle before.
    </p>
  )
}

function Platforms({ chosen, onChange }: PlatformsProps) {
  return (
    <fieldset className="flex basis-full flex-wrap gap-x-4 gap-y-1">
      <legend className="pb-1 text-11 text-ink-3">Platforms</legend>
      {VENDORS.map((vendor) => (
        <label key={vendor} className="flex items-center gap-1.5">
          <input
            type="checkbox"
            checked={chosen.includes(vendor)}
            onChange={({ target }) =>
              onChange(VENDORS.filter((one) => (one === vendor ? target.checked : chosen.includes(one))))
            }
          />
          {platformOf(vendor).words.vendorPlatform}
        </label>
      ))}
    </fieldset>
  )
}

interface PlatformsProps {
  readonly chosen: readonly VendorId[]
  readonly onChange: (platforms: readonly VendorId[]) => void
}

function Select({ label, value, options, onChange }: SelectProps) {
  return (
    <label className="flex flex-col gap-1">
      <span className="text-11 text-ink-3">{label}</span>
      <select
        value={value}
        className="h-7 max-w-72 rounded-2 bg-panel px-2 text-12 shadow-[inset_0_0_0_1px_var(--edge)]"
        onChange={(change) => onChange(change.target.value)}
      >
        {options.map(([key, words]) => (
          <option key={key} value={key}>
            {words}
          </option>
        ))}
      </select>
    </label>
  )
}

interface SelectProps {
  readonly label: string
  readonly value: string
  readonly options: readonly (readonly [string, string])[]
  readonly onChange: (value: string) => void
}

/** What the user did in the present run, as a fault. */
function useOwnFault(): Fault | null {
  const commands = useRuntime((run) => run.commands)
  const steps = commands.flatMap(({ at, command }) => {
    if (command.type === 'repair-all') return []
    const options = command.type === 'fail' ? command.options : {}
    return [{ type: command.type, failure: command.failure, target: command.target, options, at }]
  })
  const last = steps.at(-1)
  return last === undefined ? null : ownFault('As in this run', steps, last.at + AFTER_OWN_US)
}

function comparisonOf(
  kind: Comparison['kind'],
  topology: Topology,
  platforms: readonly VendorId[],
  faults: readonly Fault[],
): Comparison {
  return kind === 'designs' ? compareDesigns(topology, { faults }) : comparePlatforms(topology, platforms, { faults })
}

const AFTER_OWN_US = 60_000_000
