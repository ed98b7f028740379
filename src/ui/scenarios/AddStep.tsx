import { Plus } from 'lucide-react'
import { useId, useState } from 'react'
import type { Network } from '../../core/model/network.ts'
import { portLabel } from '../../core/model/network.ts'
import type { RunCommand, TimedCommand } from '../../core/model/scenario.ts'
import { stepProblem } from '../../core/scenarios/problems.ts'
import { FAILURES, failureById, type Failure } from '../../core/sim/failures/index.ts'
import { useNetwork } from '../../state/network.ts'
import { Button } from '../controls/Button.tsx'
import type { Refusal } from '../controls/fields.tsx'
import { OptionField } from '../failing/OptionField.tsx'
import { toldOf } from '../failing/toldOf.ts'

/** Schedules a failure or repair at a time. */
export function AddStep({ onAdd }: { readonly onAdd: (step: TimedCommand) => Refusal }) {
  const net = useNetwork()
  const list = useId()
  const [type, setType] = useState<RunCommand['type']>('fail')
  const [failure, setFailure] = useState(FAILURES[0]?.id ?? '')
  const [target, setTarget] = useState('')
  const [at, setAt] = useState('')
  const [options, setOptions] = useState<Readonly<Record<string, string>>>({})
  const [refusal, setRefusal] = useState<Refusal>()
  const chosen = failureById(failure)
  const command: RunCommand =
    type === 'repair-all'
      ? { type }
      : type === 'repair'
        ? { type, failure, target }
        : { type, failure, target, options }
  const add = (): void => {
    const seconds = Number(at)
    const step = { at: Math.round(seconds * 1_000_000), command }
    if (at.trim() === '' || !(seconds >= 0)) return setRefusal('Say at how many seconds.')
    setRefusal(stepProblem(net, step) ?? onAdd(step))
  }
  return (
    <form
      aria-label="Add a step"
      className="flex flex-wrap items-center gap-1.5 border-t border-line pt-2"
      onSubmit={(submit) => {
        submit.preventDefault()
        add()
      }}
    >
      <input
        aria-label="At, in seconds"
        inputMode="decimal"
        placeholder="s"
        className={`${INPUT} w-20 font-mono`}
        value={at}
        onChange={(change) => setAt(change.target.value)}
      />
      <select
        aria-label="Do"
        className={INPUT}
        value={type}
        onChange={(change) => setType(TYPES.find((one) => one.value === change.target.value)?.value ?? 'fail')}
      >
        {TYPES.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      {type !== 'repair-all' && (
        <>
          <select
            aria-label="Failure"
            className={`${INPUT} max-w-52`}
            value={failure}
            onChange={(change) => {
              setFailure(change.target.value)
              setOptions({})
            }}
          >
            {FAILURES.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </select>
          <input
            aria-label="Target"
            list={list}
            placeholder="leaf-a:Ethernet1/1"
            className={`${INPUT} min-w-40 flex-1 font-mono`}
            value={target}
            onChange={(change) => setTarget(change.target.value)}
          />
          <datalist id={list}>
            {targetsOf(net, chosen).map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
        </>
      )}
      {type === 'fail' &&
        chosen !== undefined &&
        toldOf(net, chosen, target).options.map((option) => (
          <div key={option.key} className="w-full">
            <OptionField
              option={option}
              target={target}
              value={options[option.key] ?? option.standard}
              onChange={(value) => setOptions({ ...options, [option.key]: value })}
            />
          </div>
        ))}
      <Button type="submit">
        <Plus strokeWidth={1.5} />
        Add step
      </Button>
      {refusal !== undefined && (
        <p role="alert" className="w-full text-11 text-down-text">
          {refusal}
        </p>
      )}
    </form>
  )
}

function targetsOf(net: Network, failure: Failure | undefined): readonly string[] {
  const { devices, domains, ports } = net.topology
  switch (failure?.targetKind) {
    case 'device':
      return devices.map(({ name }) => name)
    case 'domain':
      return domains.map(({ name }) => name)
    case 'link':
      return ports.map((port) => portLabel(net, port))
    case undefined:
      return []
  }
}

const TYPES = [
  { value: 'fail', label: 'Fail' },
  { value: 'repair', label: 'Repair' },
  { value: 'repair-all', label: 'Repair everything' },
] as const
const INPUT = 'h-7 rounded-2 bg-panel px-2 text-12 text-ink shadow-[inset_0_0_0_1px_var(--edge)]'
