import { useChecks } from '../../../state/checksStore.ts'
import { turnOn } from '../../../state/mend.ts'
import { Button } from '../../controls/Button.tsx'
import { Section } from '../Section.tsx'

/** Rules that this design does without, each with its reason and what it would say. */
export function TurnedOffRules() {
  const off = useChecks((checks) => checks.off)
  if (off.length === 0) return null
  return (
    <Section head="Turned off" right={off.length}>
      <ul className="text-12 leading-[18px]">
        {off.map(({ rule, title, reason, findings }) => (
          <li key={rule} className="flex items-start gap-2 py-1">
            <div className="min-w-0 flex-1 [overflow-wrap:anywhere]">
              <p>{title}</p>
              <p className="text-ink-3">
                {reason} ({findings.length === 0 ? 'it would find nothing' : `it would find ${findings.length}`})
              </p>
            </div>
            <Button compact aria-label={`Turn on ${rule}`} onClick={() => turnOn(rule)}>
              Turn on
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  )
}
