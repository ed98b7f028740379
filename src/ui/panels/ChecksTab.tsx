import { CircleCheck, CircleX, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import type { Network } from '../../core/model/network.ts'
import { toId } from '../../core/model/ids.ts'
import { useNetwork } from '../../state/network.ts'
import { useUi, type Target } from '../../state/uiStore.ts'
import { Button } from '../controls/Button.tsx'
import { targetName } from './targetNames.ts'
import { useProblems, type Finding } from './useProblems.ts'

/** What keeps the design from fitting together, each with the way out. A click shows the objects on the canvas. */
export function ChecksTab({ only }: { readonly only: readonly string[] | null }) {
  const all = useProblems()
  const problems = only === null ? all : all.filter(({ objects }) => objects.some((id) => only.includes(id)))
  const [open, setOpen] = useState<string | null>(null)
  if (problems.length === 0) {
    return (
      <p className="flex items-center gap-2 px-4 py-3 text-12 text-ink-2">
        <CircleCheck size={16} strokeWidth={1.5} className="text-ink-3" aria-hidden />
        {only === null ? 'Nothing is wrong with this design.' : 'Nothing is wrong here.'}
        {only !== null && all.length > 0 && ` ${all.length} findings elsewhere.`}
      </p>
    )
  }
  return (
    <ul>
      {problems.map((problem) => (
        <Row key={problem.key} problem={problem} open={open === problem.key} onOpen={setOpen} />
      ))}
    </ul>
  )
}

function Row({ problem, open, onOpen }: RowProps) {
  const net = useNetwork()
  const targets = problem.objects.flatMap((id) => targetOf(net, id) ?? [])
  const [Icon, colour] =
    problem.severity === 'error' ? [CircleX, 'text-down-text'] : [TriangleAlert, 'text-waiting-text']
  return (
    <li className={`border-b border-line ${open ? 'bg-you-bg shadow-[inset_2px_0_0_var(--you)]' : ''}`}>
      <button
        type="button"
        aria-expanded={open}
        className="grid w-full grid-cols-[16px_minmax(0,1fr)] gap-2.5 px-3.5 py-2 text-left text-12 leading-[18px] focus-visible:outline-offset-[-2px]"
        onClick={() => {
          onOpen(open ? null : problem.key)
          if (!open) useUi.getState().show(targets)
        }}
      >
        <Icon size={16} strokeWidth={1.5} className={`mt-px ${colour}`} aria-label={problem.severity} />
        <span>{problem.text}</span>
      </button>
      {open && (
        <div className="pr-3.5 pb-2.5 pl-10 text-12 leading-[18px] text-ink-2">
          <p>{problem.wayOut}</p>
          <div className="flex flex-wrap gap-1.5 pt-1.5">
            {targets.map((target) => (
              <Button key={target.id} compact onClick={() => useUi.getState().select(target)}>
                Select {targetName(net, target)}
              </Button>
            ))}
          </div>
        </div>
      )}
    </li>
  )
}

interface RowProps {
  readonly problem: Finding
  readonly open: boolean
  readonly onOpen: (key: string | null) => void
}

/** The selectable thing behind an id. */
function targetOf(net: Network, id: string): Target | null {
  if (net.devices.has(toId(id))) return { kind: 'device', id: toId(id) }
  if (net.links.has(toId(id))) return { kind: 'link', id: toId(id) }
  if (net.bonds.has(toId(id))) return { kind: 'bond', id: toId(id) }
  if (net.domains.has(toId(id))) return { kind: 'domain', id: toId(id) }
  if (net.ports.has(toId(id))) return { kind: 'port', id: toId(id) }
  return null
}
