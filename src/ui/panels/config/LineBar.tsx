import { Crosshair } from 'lucide-react'
import type { Network } from '../../../core/model/network.ts'
import { useChecks } from '../../../state/checksStore.ts'
import { useUi } from '../../../state/uiStore.ts'
import { Button } from '../../controls/Button.tsx'
import { targetsOf } from '../checks/targets.ts'
import { targetName } from '../targetNames.ts'
import { explained } from './differences.ts'
import { cellsOf, type ConfigRow } from './rows.ts'

/** What the active line came from, and why the peers may differ in it. */
export function LineBar({ net, row, onShow }: LineBarProps) {
  const from: readonly string[] = [...new Set(row ? cellsOf(row).flatMap(({ line }) => line.from ?? []) : [])]
  const targets = targetsOf(net, from)
  const because = row && explained(row)
  const all = useChecks((checks) => checks.findings)
  const finding =
    row?.kind === 'mismatch' || row?.kind === 'missing'
      ? all.find(({ objects }) => from.some((id) => objects.includes(id)))
      : undefined
  return (
    <div
      role="status"
      className="flex min-h-8 flex-wrap items-center gap-x-2 gap-y-0.5 border-t border-line px-3 py-1 text-11 leading-4 text-ink-2"
    >
      {row === undefined ? (
        <span className="text-ink-3">A click on a line selects what it came from.</span>
      ) : (
        <span>
          {targets.length === 0
            ? 'Serves the whole switch.'
            : `From ${targets.map((target) => targetName(net, target)).join(' and ')}.`}
          {because !== undefined && because !== null && ` ${because}`}
          {finding !== undefined && ` ${finding.text}`}
        </span>
      )}
      {finding !== undefined && (
        <Button
          compact
          onClick={() => {
            useUi.getState().set({ inspectorTab: 'checks' })
            onShow?.()
          }}
        >
          See Checks
        </Button>
      )}
      {onShow !== undefined && targets[0] !== undefined && (
        <>
          <span className="flex-1" />
          <Button
            compact
            onClick={() => {
              useUi.getState().show(targets)
              onShow()
            }}
          >
            <Crosshair strokeWidth={1.5} aria-hidden />
            Show on the canvas
          </Button>
        </>
      )}
    </div>
  )
}

interface LineBarProps {
  readonly net: Network
  readonly row: ConfigRow | undefined
  readonly onShow: (() => void) | undefined
}
