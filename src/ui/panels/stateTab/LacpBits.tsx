import { Fragment } from 'react'
import type { PortId } from '../../../core/model/ids.ts'
import { useRuntime } from '../../../state/runtimeStore.ts'
import { Section } from '../Section.tsx'
import { hex } from './hex.ts'

/** Both state octets as cells, in the engineer's notation, and as hex. What changed since the last failure is marked. */
export function LacpBits({ port, actor, partner }: LacpBitsProps) {
  const before = useRuntime((run) => run.portsBeforeFailure?.get(port)?.lacp ?? null)
  const changed = {
    actor: before === null ? 0 : before.actor.state ^ actor,
    partner: before === null ? 0 : before.partner.state ^ partner,
  }
  const any = changed.actor + changed.partner > 0
  return (
    <Section word="lacp bits" head="LACP state bits" right={any && 'underlined: changed since the failure'}>
      <div className="grid grid-cols-[48px_repeat(8,minmax(0,1fr))_36px] items-center gap-x-[3px] gap-y-1.5">
        <span />
        {BITS.map(({ short }) => (
          <span key={short} aria-hidden="true" className="text-center text-10 leading-[13px] text-ink-3">
            {short}
          </span>
        ))}
        <span />
        <Octet name="Actor" state={actor} changed={changed.actor} />
        <Octet name="Partner" state={partner} changed={changed.partner} />
      </div>
    </Section>
  )
}

function Octet({ name, state, changed }: { readonly name: string; readonly state: number; readonly changed: number }) {
  return (
    <Fragment>
      <span className="text-ink-3">{name}</span>
      {BITS.map(({ letter, word }, bit) => {
        const set = (state & (1 << bit)) !== 0
        return (
          <span
            key={letter}
            role="img"
            aria-label={`${word}: ${set ? 'set' : 'clear'}`}
            title={`${word}: ${set ? 'set' : 'clear'}`}
            className={`flex h-5 items-center justify-center rounded-1 font-mono text-11 font-semibold ${set ? 'forced-color-adjust-none bg-ink-2 text-panel forced-colors:bg-[CanvasText] forced-colors:text-[Canvas]' : 'text-ink-3 shadow-[inset_0_0_0_1px_var(--line-2)]'} ${(changed & (1 << bit)) === 0 ? '' : 'border-b-2 border-down'}`}
          >
            {letter}
          </span>
        )
      })}
      <span className="text-right font-mono text-11 text-ink-2">{hex(state, 2)}</span>
    </Fragment>
  )
}

interface LacpBitsProps {
  readonly port: PortId
  readonly actor: number
  readonly partner: number
}

// Bit 0 first. Source: IEEE 802.1AX-2014, 6.4.2.3.
const BITS = [
  { letter: 'A', short: 'act', word: 'Activity' },
  { letter: 'T', short: 'time', word: 'Short timeout' },
  { letter: 'G', short: 'agg', word: 'Aggregation' },
  { letter: 'S', short: 'sync', word: 'Synchronization' },
  { letter: 'C', short: 'col', word: 'Collecting' },
  { letter: 'D', short: 'dist', word: 'Distributing' },
  { letter: 'F', short: 'deflt', word: 'Defaulted' },
  { letter: 'E', short: 'exp', word: 'Expired' },
] as const
