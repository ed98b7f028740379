export function provideBrowser(): string | null
export function findBrowser(): string | null
export function browserFlags(): string[]
export const NO_BROWSER: string
