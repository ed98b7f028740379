import type { FailureOption } from '../../core/sim/failures/index.ts'
import { useNetwork } from '../../state/network.ts'
import { namedThings } from './namedThings.ts'

interface OptionFieldProps {
  readonly option: FailureOption
  /** What the failure is done to, as the run names it. */
  readonly target: string
  readonly value: string
  /** The port that directions are seen from; null: that of the target. */
  readonly port?: string | null
  readonly onChange: (value: string) => void
}

/** One parameter of a failure: a choice, something of the design by its name, or a number with its unit. */
export function OptionField({ option, target, value, port = null, onChange }: OptionFieldProps) {
  const net = useNetwork()
  return (
    <label className="flex items-center gap-2">
      <span className="min-w-0 flex-1 text-ink-3">{option.label}</span>
      {'values' in option ? (
        <select value={value} className={FIELD} onChange={(change) => onChange(change.target.value)}>
          {option.values.map((choice) => (
            <option key={choice} value={choice}>
              {option.key === 'dir' && port !== null ? directionText(choice, port) : choice.replaceAll('-', ' ')}
            </option>
          ))}
        </select>
      ) : 'names' in option ? (
        <select value={value} className={FIELD} onChange={(change) => onChange(change.target.value)}>
          <option value={option.standard}>the likely one</option>
          {namedThings(net, option, target).map((name) => (
            <option key={name} value={name}>
              {name.replace(':', ' ')}
            </option>
          ))}
        </select>
      ) : (
        <>
          <input
            type="number"
            step="any"
            min={option.min}
            max={option.max}
            value={value}
            className={`${FIELD} w-20 font-mono`}
            onChange={(change) => onChange(change.target.value)}
          />
          <span className="w-12 text-ink-3">{option.unit}</span>
        </>
      )}
    </label>
  )
}

function directionText(choice: string, port: string): string {
  return choice === 'both' ? 'both ways' : `${choice} ${port}`
}

const FIELD = 'h-6 min-w-0 rounded-2 bg-panel px-1.5 text-12 shadow-[inset_0_0_0_1px_var(--edge)]'
