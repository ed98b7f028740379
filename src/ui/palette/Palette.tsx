import {
  CircleArrowOutUpRight,
  Columns2,
  LayoutTemplate,
  RectangleHorizontal,
  Router,
  Server,
  StickyNote,
  Wrench,
  type LucideIcon,
} from 'lucide-react'
import type { ComponentProps } from 'react'
import { useRuntime } from '../../state/runtimeStore.ts'
import { useNetwork } from '../../state/network.ts'
import { useUi, type Tool } from '../../state/uiStore.ts'
import { withPlace } from '../canvas/placing.ts'
import { failureIcon, failureTarget, toggleFailure, useActiveFailures, useBreakables } from '../failures.ts'
import { DRAG_TYPE } from '../canvas/placing.ts'
import { armTool, placeAtCentre } from './arm.ts'

/** What one places, starts from, and breaks. As a rail it shows icons only; names stay for those who listen. */
export function Palette({ rail }: { readonly rail: boolean }) {
  return (
    <nav
      aria-label="Palette"
      className={`flex min-h-0 flex-col gap-px overflow-y-auto border-r border-line bg-chrome [scrollbar-width:none] ${rail ? 'items-center gap-0.5 px-1.5 py-2' : 'px-2 py-2.5'}`}
      style={{ gridArea: 'palette' }}
      onPointerEnter={() => withPlace(() => {})}
    >
      <Head rail={rail}>Devices</Head>
      {TOOLS.map((tool) => (
        <ToolRow key={tool.tool} {...tool} rail={rail} />
      ))}
      <Head rail={rail}>Templates</Head>
      <Row
        rail={rail}
        Icon={LayoutTemplate}
        label="Templates…"
        shortcut="G"
        title="Designs to start from, with scenarios that play on them"
        onClick={() => useUi.getState().set({ dialog: { kind: 'gallery' } })}
      />
      <FailureRows rail={rail} />
    </nav>
  )
}

function ToolRow({ tool, label, shortcut, Icon, rail }: ToolEntry & { readonly rail: boolean }) {
  const armed = useUi((ui) => ui.tool === tool)
  return (
    <Row
      rail={rail}
      Icon={Icon}
      label={label}
      shortcut={shortcut}
      title={`${label}: drag it to the canvas, or click here and then there. Enter places it in the middle`}
      aria-pressed={armed}
      draggable
      onDragStart={({ dataTransfer, currentTarget }) => {
        dataTransfer.setData(DRAG_TYPE, tool)
        dataTransfer.effectAllowed = 'copy'
        // The canvas draws the item where it will stand; the sign beside the pointer is enough on the way there.
        dataTransfer.setDragImage(currentTarget.querySelector('svg') ?? currentTarget, -10, -6)
        useUi.getState().set({ tool, connecting: null })
      }}
      onDragEnd={() => useUi.getState().set({ tool: null })}
      onClick={(click) => {
        // A click without a pointer is Enter or Space: there is no place to click next, so it goes to the middle.
        if (click.detail === 0) placeAtCentre(tool)
        else armTool(tool)
      }}
    />
  )
}

function FailureRows({ rail }: { readonly rail: boolean }) {
  const net = useNetwork()
  const selected = useUi((ui) => (ui.selection.length === 1 ? ui.selection[0] : undefined))
  const breakables = useBreakables(selected)
  const active = useActiveFailures()
  const repairAll = useRuntime((run) => run.repairAll)
  const name = selected && failureTarget(net, selected)?.name
  return (
    <>
      {breakables.length > 0 && <Head rail={rail}>Fail {name}</Head>}
      {breakables.map((breakable) => (
        <Row
          key={breakable.failure.id}
          rail={rail}
          Icon={failureIcon(breakable.failure.id)}
          label={breakable.failure.label}
          shortcut={breakable.shortcut ?? ''}
          title={breakable.failure.story}
          failing={breakable.active}
          aria-pressed={breakable.active}
          onClick={() => toggleFailure(breakable)}
        />
      ))}
      {active.length > 0 && (
        <>
          {breakables.length === 0 && <Head rail={rail}>Failures</Head>}
          <Row rail={rail} Icon={Wrench} label="Repair all" title="Repair every active failure" onClick={repairAll} />
        </>
      )}
    </>
  )
}

interface RowProps extends Omit<ComponentProps<'button'>, 'children'> {
  readonly Icon: LucideIcon
  readonly label: string
  readonly shortcut?: string
  readonly rail: boolean
  readonly failing?: boolean
}

function Row({ Icon, label, shortcut = '', rail, failing = false, className = '', ...rest }: RowProps) {
  const colours = failing
    ? 'bg-down-bg text-down-text [&_svg]:text-down-text'
    : 'text-ink hover:bg-hover active:bg-press aria-pressed:bg-you-bg [&_svg]:text-ink-2'
  return (
    <button
      type="button"
      {...rest}
      aria-keyshortcuts={shortcut === '' ? undefined : shortcut}
      className={`flex shrink-0 items-center gap-2.5 rounded-2 text-12 transition-colors duration-[var(--t-fast)] focus-visible:outline-offset-0 ${rail ? 'size-8 justify-center [@media(max-height:800px)]:size-7' : 'min-h-7 w-full px-2'} ${colours} ${className}`}
    >
      <Icon size={16} strokeWidth={1.5} aria-hidden className="shrink-0" />
      <span className={rail ? 'sr-only' : 'text-left leading-4 text-balance'}>{label}</span>
      {!rail && shortcut !== '' && <kbd className="ml-auto font-sans text-11 text-ink-3">{shortcut}</kbd>}
    </button>
  )
}

function Head({ rail, children }: { readonly rail: boolean; readonly children: React.ReactNode }) {
  return rail ? (
    <span className="h-px w-5 shrink-0 bg-line not-first:my-1 first:hidden">
      <span className="sr-only">{children}</span>
    </span>
  ) : (
    <h2 className="shrink-0 truncate px-2 text-11 leading-6 font-semibold text-ink-3 not-first:mt-2.5">{children}</h2>
  )
}

interface ToolEntry {
  readonly tool: Tool
  readonly label: string
  readonly shortcut: string
  readonly Icon: LucideIcon
}

const TOOLS: readonly ToolEntry[] = [
  { tool: 'pair', label: 'MLAG pair', shortcut: 'P', Icon: Columns2 },
  { tool: 'switch', label: 'Switch', shortcut: 'S', Icon: RectangleHorizontal },
  { tool: 'host', label: 'Server', shortcut: 'H', Icon: Server },
  { tool: 'management-switch', label: 'Management switch', shortcut: 'M', Icon: Router },
  { tool: 'router', label: 'Router', shortcut: 'U', Icon: CircleArrowOutUpRight },
  { tool: 'note', label: 'Note', shortcut: 'Shift N', Icon: StickyNote },
]
