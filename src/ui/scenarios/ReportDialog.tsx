import { Copy, Download, Printer } from 'lucide-react'
import { useMemo, useState } from 'react'
import { reportMarkdown } from '../../core/report/markdown.ts'
import { runReport, type ReportInput } from '../../core/report/report.ts'
import type { TimedCommand } from '../../core/model/scenario.ts'
import { upgradeSentences } from '../../core/upgrade/words.ts'
import { useDocument } from '../../state/documentStore.ts'
import { presentNetwork } from '../../state/network.ts'
import { copyText, download, fileName } from '../../state/openDesign.ts'
import { useProfiles } from '../../state/profiles.ts'
import { useRuntime } from '../../state/runtimeStore.ts'
import { useUpgrade } from '../../state/upgradeStore.ts'
import { Button } from '../controls/Button.tsx'
import { NumberField } from '../controls/fields.tsx'
import { Frame } from '../dialogs/Frame.tsx'
import { Printable } from '../dialogs/Printable.tsx'
import { ReportPage } from './ReportPage.tsx'

/** The run as it stands at the instant that is shown, told against a limit: read, saved as Markdown or printed. */
export function ReportDialog() {
  const [seen] = useState(runNow)
  const [limitMs, setLimitMs] = useState(1_000)
  const profiles = useProfiles()
  const report = useMemo(() => runReport({ ...seen, profiles, limitUs: limitMs * 1_000 }), [seen, profiles, limitMs])
  const markdown = (): string => reportMarkdown(report)
  const save = (): void =>
    download(`${fileName(report.title)}-report.md`, new Blob([markdown()], { type: 'text/markdown' }))
  return (
    <Frame
      title="Report of this run"
      description="What was done, what it cost every flow, and whether that is within the limit."
      size="full"
      actions={
        <>
          <Button onClick={() => void copyText(markdown(), 'The report')}>
            <Copy strokeWidth={1.5} />
            Copy Markdown
          </Button>
          <Button onClick={save}>
            <Download strokeWidth={1.5} />
            Save Markdown
          </Button>
          <Button look="primary" onClick={() => print()}>
            <Printer strokeWidth={1.5} />
            Print
          </Button>
        </>
      }
    >
      <div className="max-w-110 pb-3">
        <NumberField
          label="No flow loses more than"
          value={limitMs}
          min={0}
          max={86_400_000}
          unit="ms"
          onCommit={(value) => {
            setLimitMs(value)
            return undefined
          }}
        />
      </div>
      <Printable>
        <ReportPage report={report} />
      </Printable>
    </Frame>
  )
}

/** What was found of this design's upgrade, when the run reloads both peers. */
function upgradeOf(commands: readonly TimedCommand[]): readonly string[] {
  const { request, found } = useUpgrade.getState()
  if (found === null || request?.topology !== useRuntime.getState().loaded?.topology) return []
  const reloaded = (device: string): boolean =>
    commands.some(
      ({ command }) => command.type === 'fail' && command.failure === 'device-reload' && command.target === device,
    )
  return reloaded(found.first) && reloaded(found.second) ? upgradeSentences(found) : []
}

function runNow(): Omit<ReportInput, 'limitUs' | 'profiles'> {
  const { loaded, now, commands, domains, directions, events } = useRuntime.getState()
  return {
    title: useDocument.getState().design.title,
    net: presentNetwork(),
    scenario: loaded?.scenario ?? null,
    start: loaded?.start ?? 'settled',
    seed: loaded?.seed ?? 1,
    probeUs: loaded?.probeUs ?? 1_000,
    now,
    commands: commands.toSorted((a, b) => a.at - b.at),
    domains: [...domains.values()],
    directions: [...directions.values()],
    events,
    upgrade: upgradeOf(commands),
  }
}
