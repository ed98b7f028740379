import { redo, undo } from '../state/documentStore.ts'
import { useRuntime } from '../state/runtimeStore.ts'
import { useUi } from '../state/uiStore.ts'

/** What the user can do from more than one place: toolbar, keyboard, command palette. */

export const SPEEDS: readonly (number | null)[] = [0.001, 0.01, 0.1, 0.25, 0.5, 1, 2, 5, 10, 100, 1_000, null]

export function speedLabel(factor: number | null): string {
  return factor === null ? 'max' : `${factor}×`
}

export function setSpeed(factor: number | null): void {
  useUi.getState().set({ speed: factor })
  useRuntime.getState().setSpeed(factor)
}

/** The next slower or faster speed of the list. */
export function shiftSpeed(by: -1 | 1): void {
  const at = SPEEDS.indexOf(useUi.getState().speed)
  const next = SPEEDS[Math.min(SPEEDS.length - 1, Math.max(0, at + by))]
  if (next === undefined) return
  setSpeed(next)
  say(`Speed ${speedLabel(next)}`)
}

export function togglePlay(): void {
  const { running, crashed, play, pause } = useRuntime.getState()
  if (crashed !== null) return
  if (running) pause()
  else play()
}

export function resetRun(): void {
  useRuntime.getState().reset()
  say('The run starts again; failures are repaired.')
}

export function startCold(): void {
  useRuntime.getState().reload('cold')
  say('Everything is powered on at 0 s.')
}

export function startSettled(): void {
  useRuntime.getState().reload('settled')
  say('The run starts again from the settled design.')
}

export function repairAll(): void {
  useRuntime.getState().repairAll()
}

export function undoStep(): void {
  const step = undo()
  say(step === null ? 'Nothing to undo' : `Undone: ${step}`)
}

export function redoStep(): void {
  const step = redo()
  say(step === null ? 'Nothing to redo' : `Done again: ${step}`)
}

function say(text: string): void {
  useUi.getState().announce(text)
}
