/** The mark: two switches as one. */
export function Logo() {
  return (
    <svg width="20" height="20" viewBox="0 0 20 20" className="shrink-0" aria-hidden="true">
      <rect x="1" y="4" width="7" height="12" rx="1.5" fill="var(--ink)" />
      <rect x="12" y="4" width="7" height="12" rx="1.5" fill="none" stroke="var(--ink)" strokeWidth="1.75" />
      <path d="M8 8h4M8 12h4" stroke="var(--ink)" strokeWidth="1.75" />
    </svg>
  )
}
