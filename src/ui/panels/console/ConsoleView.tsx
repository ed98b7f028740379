import { useState, type KeyboardEvent } from 'react'
import type { Device } from '../../../core/model/topology.ts'
import { answer, complete, type Console } from '../../../core/vendors/show/console.ts'
import { contextOf, silenceOf, type ShowContext } from '../../../core/vendors/show/context.ts'
import { presentNetwork } from '../../../state/network.ts'
import { useProfile } from '../../../state/profiles.ts'
import { useRuntime } from '../../../state/runtimeStore.ts'
import { seconds } from '../../controls/time.ts'
import { typedLines, useTranscripts, type Exchange } from './transcripts.ts'

/** What was said, and the line that is being typed. Enter sends, Tab completes, the arrows walk what was typed. */
export function ConsoleView({ device, console }: { readonly device: Device; readonly console: Console }) {
  const exchanges = useTranscripts(({ of }) => of.get(device.id)) ?? NOTHING
  const profile = useProfile(device.kind === 'switch' ? device.vendor : undefined)
  const [line, setLine] = useState('')
  const [back, setBack] = useState(0)
  const silence = useRuntime(({ devices }) => silenceOf(device.name, devices.get(device.id)))
  const prompt = silence === null ? console.prompt(device.name) : ''
  const context = (): ShowContext => contextNow(device, profile ?? null)
  const say = (typed: string): void => {
    const lines = answer(console, context(), typed)
    useTranscripts.getState().add(device.id, { at: useRuntime.getState().now, prompt, line: typed, answer: lines })
    setLine('')
    setBack(0)
  }
  const walk = (step: number): void => {
    const lines = typedLines(exchanges)
    const next = Math.max(0, Math.min(lines.length, back + step))
    setBack(next)
    setLine(next === 0 ? '' : (lines[lines.length - next] ?? ''))
  }
  const onTab = (key: KeyboardEvent): void => {
    // An empty line lets the focus go on; so does one that nothing completes.
    if (key.shiftKey || line === '') return
    const completed = complete(console, context(), line)
    if (completed.line === line && completed.options.length === 0) return
    key.preventDefault()
    setLine(completed.line)
    if (completed.line !== line || completed.options.length === 0) return
    const options = [completed.options.join('  ')]
    useTranscripts.getState().add(device.id, { at: useRuntime.getState().now, prompt, line, answer: options })
  }
  return (
    <div className="flex min-h-0 flex-1 flex-col bg-inset">
      <div
        role="log"
        aria-label={`Console of ${device.name}`}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
        tabIndex={0}
        className="min-h-0 flex-1 scroll-px-3 overflow-auto px-3 py-2 font-mono text-11 leading-4 whitespace-pre [scrollbar-width:thin] focus-visible:outline-offset-[-3px]"
      >
        {exchanges.length === 0 && (
          <p className="font-sans text-12 whitespace-normal text-ink-3">
            Type a command, or ? for the list. Tab completes, the up arrow brings back what was typed.
          </p>
        )}
        {exchanges.map((exchange) => (
          <Said key={exchange.seq} exchange={exchange} />
        ))}
        <span key={exchanges.at(-1)?.seq} ref={scrollHere} />
      </div>
      {silence !== null && (
        <p role="status" className="border-t border-line px-3 py-1.5 text-12 text-ink-2">
          {silence}
        </p>
      )}
      <form
        className="flex items-center gap-1 border-t border-line bg-panel px-3"
        onSubmit={(submit) => {
          submit.preventDefault()
          say(line)
        }}
      >
        <span aria-hidden="true" className="font-mono text-11 whitespace-pre text-ink-3">
          {prompt}
        </span>
        <input
          aria-label={`Command on ${device.name}`}
          value={line}
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="none"
          className="h-8 min-w-0 flex-1 bg-transparent font-mono text-11 outline-none"
          onChange={(change) => setLine(change.target.value)}
          onKeyDown={(key) => {
            if (key.key === 'Tab') return onTab(key)
            if (key.key === 'ArrowUp') walk(1)
            else if (key.key === 'ArrowDown') walk(-1)
            else return
            key.preventDefault()
          }}
        />
      </form>
      <Suggestions console={console} context={context} onChoose={say} />
    </div>
  )
}

/** The end of what was said, drawn anew with every answer. */
function scrollHere(end: HTMLElement | null): void {
  end?.scrollIntoView({ block: 'nearest', inline: 'start' })
}

function Said({ exchange: { at, prompt, line, answer } }: { readonly exchange: Exchange }) {
  return (
    <div className="pb-2">
      <div className="text-ink-3">
        {prompt}
        <b className="font-semibold text-ink">{line}</b>
        <span className="pl-4">{`t = ${seconds(at)} s`}</span>
      </div>
      {answer.join('\n')}
    </div>
  )
}

/** The commands to choose from, for whoever has no keyboard or no memory for them. */
function Suggestions({ console, context, onChoose }: SuggestionsProps) {
  const lines = console.commands.flatMap((command) => {
    if (!command.syntax.includes('<')) return [command.syntax]
    return (command.values?.(context()) ?? []).map((value) => command.syntax.replace(/<[^>]+>/, value))
  })
  return (
    <select
      aria-label="Run a command"
      value=""
      className="h-8 border-t border-line bg-panel px-3 text-12 text-ink-2 focus-visible:outline-offset-[-3px]"
      onChange={(change) => change.target.value !== '' && onChoose(change.target.value)}
    >
      <option value="">Run a command …</option>
      {lines.map((text) => (
        <option key={text}>{text}</option>
      ))}
    </select>
  )
}

interface SuggestionsProps {
  readonly console: Console
  readonly context: () => ShowContext
  readonly onChoose: (line: string) => void
}

/** The instant that is shown, as a console sees it. */
function contextNow(device: Device, profile: Parameters<typeof contextOf>[3]): ShowContext {
  const { now, settled, ports, links, devices, lags, domains, directions, loads, events } = useRuntime.getState()
  const view = {
    now,
    settled,
    ports: [...ports.values()],
    links: [...links.values()],
    devices: [...devices.values()],
    lags: [...lags.values()],
    domains: [...domains.values()],
    directions: [...directions.values()],
    loads: [...loads.values()],
  }
  return contextOf(presentNetwork(), view, device.id, profile, events)
}

const NOTHING: readonly Exchange[] = []
