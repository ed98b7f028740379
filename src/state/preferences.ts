import type { Theme } from './uiStore.ts'

export interface Preferences {
  readonly theme: Theme
  /** 280..480 px. */
  readonly inspectorWidth: number
  readonly timelineHeight: number
}

/** What the user chose last time on this machine. Falls back where the browser keeps nothing or something odd. */
export function readPreferences(): Preferences {
  const stored = readStored()
  return {
    theme: stored.theme === 'light' || stored.theme === 'dark' ? stored.theme : 'system',
    inspectorWidth: within(stored.inspectorWidth, 280, 480) ?? (innerWidth <= 1024 ? 300 : 340),
    timelineHeight: within(stored.timelineHeight, 36, 480) ?? (innerHeight <= 768 ? 206 : 224),
  }
}

export function writePreferences(preferences: Preferences): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(preferences))
  } catch {
    // A browser that keeps nothing still runs the page; the next visit starts with the usual sizes.
  }
}

function readStored(): Partial<Record<keyof Preferences, unknown>> {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}')
    return typeof value === 'object' && value !== null ? value : {}
  } catch {
    return {}
  }
}

function within(value: unknown, min: number, max: number): number | null {
  return typeof value === 'number' && value >= min && value <= max ? value : null
}

const KEY = 'mlag-studio-preferences'
