import { portLabel, type Network } from '../../core/model/network.ts'
import { resolveTarget } from '../../core/model/targets.ts'
import { choiceWords, type FailureOption } from '../../core/sim/failures/index.ts'
import { useNetwork } from '../../state/network.ts'
import { namedThings } from './namedThings.ts'

interface OptionFieldProps {
  readonly option: FailureOption
  /** What the failure is done to, as the run names it. */
  readonly target: string
  readonly value: string
  readonly onChange: (value: string) => void
}

/** One parameter of a failure: a choice, something of the design by its name, or a number with its unit. */
export function OptionField({ option, target, value, onChange }: OptionFieldProps) {
  const net = useNetwork()
  const port = option.key === 'dir' ? namedPort(net, target) : null
  return (
    <label className="flex items-center gap-2">
      <span className="min-w-0 flex-1 text-ink-3">{option.label}</span>
      {'values' in option ? (
        <select value={value} className={FIELD} onChange={(change) => onChange(change.target.value)}>
          {option.values.map((choice) => (
            <option key={choice} value={choice}>
              {port === null || choice === 'both' ? choiceWords(option, choice) : `${choice} ${port}`}
            </option>
          ))}
        </select>
      ) : 'names' in option ? (
        <select value={value} className={FIELD} onChange={(change) => onChange(change.target.value)}>
          <option value={option.standard}>{option.unnamed}</option>
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

/** The port that directions of a cable are seen from: the named one, of a cable alone its first. */
function namedPort(net: Network, target: string): string | null {
  const found = resolveTarget(net, target)
  if (!found.ok || found.target.kind !== 'link') return null
  const port = found.target.port ?? net.ports.get(found.target.link.ends[0])
  return port === undefined ? null : portLabel(net, port).replace(':', ' ')
}

const FIELD = 'h-6 min-w-0 rounded-2 bg-panel px-1.5 text-12 shadow-[inset_0_0_0_1px_var(--edge)]'
