import type { Design } from '../core/model/design.ts'
import { designProblems, saveDocument } from '../core/model/document.ts'
import { networkOf } from '../core/model/network.ts'
import type { SimTime } from '../core/model/runView.ts'
import type { Bookmark, Scenario } from '../core/model/scenario.ts'
import { scenarioProblems } from '../core/scenarios/problems.ts'
import { useDocument } from './documentStore.ts'
import { useRuntime } from './runtimeStore.ts'
import { encodeFragment } from './shareLink.ts'
import { useUi } from './uiStore.ts'

/** Scenarios and bookmarks of a design. */
export interface Kept {
  readonly scenarios: readonly Scenario[]
  readonly bookmarks: readonly Bookmark[]
}

export function keptIn({ scenarios = [], bookmarks = [] }: Design): Kept {
  return { scenarios, bookmarks }
}

/** Keeps changed scenarios or bookmarks with the design, as one undo step. Says why not, and then changes nothing. */
export function keep(change: Partial<Kept>, step: string): string | null {
  const { design, replace } = useDocument.getState()
  const next = { ...design, ...keptIn(design), ...change }
  const [problem] = designProblems(next)
  if (problem !== undefined) return [problem.text, problem.wayOut].join(' ')
  replace(next, { undoable: true, step })
  return null
}

/**
 * Plays a scenario on the present design: from its beginning at the chosen speed, or at once to an instant of it.
 * Returns what keeps it from being played; then the present run goes on.
 */
export function playScenario(scenario: Scenario, at: SimTime | null): readonly string[] {
  const { topology } = useDocument.getState().design
  const problems = scenarioProblems(networkOf(topology), scenario)
  if (problems.length > 0) return problems.map(({ step, text }) => `Step ${step + 1}: ${text}`)
  const { name, start, steps, until } = scenario
  const { replay, play, pause, runTo } = useRuntime.getState()
  pause()
  replay({ ...STANDARD, topology, start, commands: steps, until: 0, scenario: name })
  if (at === null) play(until)
  else runTo(at)
  return []
}

/** What was done to the present run so far, and what is still scheduled in it. */
export function recordedRun(name: string): Scenario {
  const { loaded, commands, liveNow } = useRuntime.getState()
  const steps = commands.toSorted((a, b) => a.at - b.at)
  return { name, start: loaded?.start ?? 'settled', steps, until: Math.max(liveNow, steps.at(-1)?.at ?? 0) }
}

/** The address that opens the present design at an instant of the present run. */
export function instantLink(at: SimTime): string {
  const { design } = useDocument.getState()
  const { scenarios } = keptIn(design)
  const played = useRuntime.getState().loaded?.scenario
  const known = scenarios.find(({ name }) => name === played)
  const run = recordedRun(unusedName(scenarios, played ?? 'Shared run'))
  const shared = known !== undefined && sameSteps(known, run) ? known : run
  const text = saveDocument({ ...design, scenarios: [...scenarios.filter((one) => one !== shared), shared] })
  return `${location.origin}${location.pathname}#${encodeFragment(text)}&s=${encodeURIComponent(shared.name)}&t=${at / 1_000_000}`
}

/** Goes to the instant that a link names. */
export function openInstant(parameters: URLSearchParams): void {
  const { scenarios } = keptIn(useDocument.getState().design)
  const name = parameters.get('s')
  const at = Math.round(Number(parameters.get('t')) * 1_000_000)
  const scenario = scenarios.find((one) => one.name === name)
  const sentences =
    scenario === undefined
      ? [`The design in the link has no scenario called ${JSON.stringify(name)}.`]
      : !(at >= 0 && at <= LONGEST_US)
        ? [`The link opens at ${JSON.stringify(parameters.get('t'))} s, which is no instant of a run.`]
        : playScenario(scenario, at)
  const { set, announce } = useUi.getState()
  if (sentences.length === 0) return announce(`The run stands at ${at / 1_000_000} s of ${name}.`)
  set({ dialog: { kind: 'refused', title: 'The scenario cannot be played', sentences, opened: true } })
}

/** What keeps scenarios of a design that was just opened from being played on it, in sentences. */
export function unfitting({ topology, scenarios = [] }: Design): readonly string[] {
  const net = networkOf(topology)
  return scenarios.flatMap((scenario) =>
    scenarioProblems(net, scenario).map(({ step, text }) => `${scenario.name}, step ${step + 1}: ${text}`),
  )
}

/** Scenarios of another design's file that fit this one join it. Says what was taken and what was left out, and why. */
export function takeFrom(other: Design): readonly string[] {
  const { design } = useDocument.getState()
  const net = networkOf(design.topology)
  const { scenarios } = keptIn(design)
  const found = keptIn(other).scenarios.map((scenario) => ({ scenario, problems: scenarioProblems(net, scenario) }))
  const fitting = found.filter(({ problems }) => problems.length === 0)
  const taken: Scenario[] = []
  for (const { scenario } of fitting)
    taken.push({ ...scenario, name: unusedName([...scenarios, ...taken], scenario.name) })
  const refusal = taken.length === 0 ? null : keep({ scenarios: [...scenarios, ...taken] }, 'take scenarios')
  if (refusal !== null) return [refusal]
  return [
    found.length === 0 ? 'The file holds no scenarios.' : `${taken.length} of ${found.length} scenarios were taken.`,
    ...found.flatMap(({ scenario, problems: [problem] }) =>
      problem === undefined
        ? []
        : [`${scenario.name} is for another design. Step ${problem.step + 1}: ${problem.text}`],
    ),
  ]
}

/** A name that no scenario has yet. */
export function unusedName(scenarios: readonly Scenario[], wanted: string): string {
  const names = new Set(scenarios.map(({ name }) => name))
  let name = wanted
  for (let number = 2; names.has(name); number++) name = `${wanted.slice(0, 74)} ${number}`
  return name
}

function sameSteps(a: Scenario, b: Scenario): boolean {
  return JSON.stringify([a.start, a.steps]) === JSON.stringify([b.start, b.steps])
}

/** As every run of the page: a link shows the same figures wherever it is opened. */
const STANDARD = { seed: 1, probeUs: 1_000 } as const
const LONGEST_US = 604_800_000_000
