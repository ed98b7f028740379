import { create } from 'zustand'
import { useUi } from '../../state/uiStore.ts'

interface Snap {
  /** What is dragged ends on the grid. */
  readonly grid: boolean
}

/** Whether the grid is on, as this browser was left. */
export const useSnap = create<Snap>()((): Snap => ({ grid: remembered() !== 'off' }))

export function toggleGrid(): void {
  const grid = !useSnap.getState().grid
  useSnap.setState({ grid })
  try {
    localStorage.setItem(KEY, grid ? 'on' : 'off')
  } catch {
    // A browser that keeps nothing starts with the grid on next time.
  }
  useUi.getState().announce(grid ? 'The grid is on: what is dragged ends on it.' : 'The grid is off.')
}

function remembered(): string | null {
  try {
    return localStorage.getItem(KEY)
  } catch {
    return null
  }
}

const KEY = 'mlag-studio:grid'
