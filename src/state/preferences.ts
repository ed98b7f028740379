export type Theme = 'system' | 'light' | 'dark'

export interface Preferences {
  readonly theme: Theme
  /** 280..480 px. */
  readonly inspectorWidth: number
  /** 36..480 px. */
  readonly timelineHeight: number
  /** 320..960 px. */
  readonly textWidth: number
}

/** What the user chose last time on this machine. Falls back where the browser keeps nothing or something odd. */
export function readPreferences(): Preferences {
  const theme = read(THEME_KEY)
  const narrow = innerWidth <= NARROW_PX
  return {
    theme: theme === 'light' || theme === 'dark' ? theme : 'system',
    inspectorWidth: within(read(INSPECTOR_KEY), 280, 480) ?? (narrow ? 300 : 340),
    timelineHeight: within(read(TIMELINE_KEY), 36, 480) ?? (narrow ? 206 : 224),
    textWidth: within(read(TEXT_KEY), 320, 960) ?? 440,
  }
}

export function writePreferences({ theme, inspectorWidth, timelineHeight, textWidth }: Preferences): void {
  write(THEME_KEY, theme)
  write(INSPECTOR_KEY, String(inspectorWidth))
  write(TIMELINE_KEY, String(timelineHeight))
  write(TEXT_KEY, String(textWidth))
}

/** Id of the design that was open last. */
export function readCurrentDesign(): string | null {
  return read(CURRENT_KEY)
}

export function writeCurrentDesign(id: string): void {
  write(CURRENT_KEY, id)
}

/** False on a first visit. */
export function readTourSeen(): boolean {
  return read(TOUR_KEY) !== null
}

export function markTourSeen(): void {
  write(TOUR_KEY, 'seen')
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value)
  } catch {
    // A browser that keeps nothing still runs the page; the next visit starts with the usual values.
  }
}

function within(text: string | null, min: number, max: number): number | null {
  const value = Number(text ?? Number.NaN)
  return value >= min && value <= max ? value : null
}

const NARROW_PX = 1100
/** Read by the page's head as well, before the first paint. */
const THEME_KEY = 'mlag-studio:theme'
const INSPECTOR_KEY = 'mlag-studio:inspector'
const TIMELINE_KEY = 'mlag-studio:timeline'
const TEXT_KEY = 'mlag-studio:text'
const CURRENT_KEY = 'mlag-studio:design'
const TOUR_KEY = 'mlag-studio:tour'
