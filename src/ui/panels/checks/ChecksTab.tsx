import { CircleCheck } from 'lucide-react'
import { useState } from 'react'
import type { Finding } from '../../../core/lint/lint.ts'
import type { Severity } from '../../../core/lint/rule.ts'
import { useChecks } from '../../../state/checksStore.ts'
import { useNetwork } from '../../../state/network.ts'
import { sameTarget, useUi, type Target } from '../../../state/uiStore.ts'
import { FindingRow } from './FindingRow.tsx'
import { targetsOf } from './targets.ts'
import { TurnedOffRules } from './TurnedOffRules.tsx'

/** Where the design breaks a rule: why it matters, how to mend it, and the failure it leads to. */
export function ChecksTab({ only }: { readonly only: readonly string[] | null }) {
  const net = useNetwork()
  const all = useChecks((checks) => checks.findings)
  const problem = useChecks((checks) => checks.problem)
  const selection = useUi((ui) => ui.selection)
  const [open, setOpen] = useState<string | null>(null)
  const opened = all.find((finding) => keyOf(finding) === open)
  // What is selected because its finding was opened is no reason to hide the others.
  const own = opened !== undefined && sameTargets(targetsOf(net, opened.objects), selection)
  const shown = only === null || own ? all : all.filter(({ objects }) => objects.some((id) => only.includes(id)))
  const elsewhere = all.length - shown.length
  return (
    <>
      {problem !== null && (
        <p role="alert" className="px-4 py-3 text-12 text-down-text [overflow-wrap:anywhere]">
          The checks failed: {problem} They run again after the next change.
        </p>
      )}
      {shown.length === 0 && problem === null && (
        <p className="flex items-center gap-2 px-4 py-3 text-12 text-ink-2">
          <CircleCheck size={16} strokeWidth={1.5} className="text-ink-3" aria-hidden />
          {only === null ? 'Nothing is wrong with this design.' : 'Nothing is wrong here.'}
        </p>
      )}
      {GROUPS.map(({ severity, title }) => (
        <Group key={severity} title={title} findings={shown.filter((finding) => finding.severity === severity)}>
          {(finding) => (
            <FindingRow
              key={keyOf(finding)}
              finding={finding}
              open={open === keyOf(finding)}
              onToggle={() => setOpen(open === keyOf(finding) ? null : keyOf(finding))}
            />
          )}
        </Group>
      ))}
      {elsewhere > 0 && (
        <p className="px-4 py-2.5 text-12 text-ink-3">
          {elsewhere} elsewhere.{' '}
          <button type="button" className="text-you-text underline" onClick={() => useUi.getState().select(null)}>
            Show all
          </button>
        </p>
      )}
      {only === null && <TurnedOffRules />}
    </>
  )
}

function Group({ title, findings, children }: GroupProps) {
  if (findings.length === 0) return null
  return (
    <section aria-label={title}>
      <h3 className="flex items-baseline gap-2 px-4 pt-2.5 pb-1 text-11 font-semibold text-ink-3">
        {title}
        <span className="ml-auto font-normal">{findings.length}</span>
      </h3>
      <ul className="border-t border-line">{findings.map(children)}</ul>
    </section>
  )
}

interface GroupProps {
  readonly title: string
  readonly findings: readonly Finding[]
  readonly children: (finding: Finding) => React.ReactNode
}

/** A rule says one thing of one place once. */
function keyOf({ rule, text }: Finding): string {
  return `${rule} ${text}`
}

function sameTargets(a: readonly Target[], b: readonly Target[]): boolean {
  return a.length === b.length && a.every((one) => b.some((other) => sameTarget(one, other)))
}

const GROUPS: readonly { readonly severity: Severity; readonly title: string }[] = [
  { severity: 'error', title: 'Errors' },
  { severity: 'warning', title: 'Warnings' },
  { severity: 'info', title: 'Notes' },
]
