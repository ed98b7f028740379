import type { RunState } from '../../state/runState.ts'
import type { UiState } from '../../state/uiStore.ts'
import { useRuntime } from '../../state/runtimeStore.ts'
import { allActive } from '../failures.ts'

export interface TourStep {
  readonly title: string
  readonly text: string
  /** The same where it is done with a finger below the drawing. */
  readonly onPhone: string
  /** True once the user did it. */
  readonly done: (ui: UiState, run: RunState) => boolean
}

/** Five things that the user does on the example, in order. */
export const STEPS: readonly TourStep[] = [
  {
    title: 'Choose a cable',
    text: 'This pair is running. Click or tap a cable between a switch and a server. By keyboard: Tab to a switch, arrows to a port, Enter.',
    onPhone: 'This pair is running. Tap a cable between a switch and a server.',
    done: ({ selection: [selected] }) => selected?.kind === 'link' || selected?.kind === 'port',
  },
  {
    title: 'Cut it',
    text: 'Press X, or “Cut” on the left. The flows that used it move to the other switch.',
    onPhone: 'Tap Cut below the drawing. The flows that used it move to the other switch.',
    done: (_ui, run) => allActive(run).length > 0,
  },
  {
    title: 'Look at what happened',
    text: 'Press Space, or Pause on the timeline, to stop the time. The bars on the timeline are outages in milliseconds: click one to see what took how long.',
    onPhone: 'Tap Pause to stop the time. The striped bar is the worst outage: tap it to see what took how long.',
    done: (_ui, run) => !run.running || run.now < run.liveNow,
  },
  {
    title: 'Repair it',
    text: 'Press R, or “Repair all” at the bottom, to repair everything, and Space or Play to go on.',
    onPhone: 'Tap Repair cable, and Play to go on.',
    done: (_ui, run) => allActive(run).length === 0,
  },
  {
    title: 'Take it with you',
    text: 'Press E, or Export at the top: the configurations of both switches and of the servers, as they were simulated.',
    onPhone:
      'Choose Export configurations in the menu at the top: those of both switches and of the servers, as they were simulated.',
    done: ({ dialog }) => dialog?.kind === 'export',
  },
]

/** Where the tour stands: how many steps are done after the page changed. */
export function after(done: number, ui: UiState): number {
  const step = STEPS[done]
  return step !== undefined && step.done(ui, useRuntime.getState()) ? done + 1 : done
}
