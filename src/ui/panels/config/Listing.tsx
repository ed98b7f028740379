import type { ConfigLine } from '../../../core/vendors/exporter.ts'

/** One configuration with line numbers. */
export function Listing({ name, lines }: { readonly name: string; readonly lines: readonly ConfigLine[] }) {
  return (
    <ol
      aria-label={`Configuration of ${name}`}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
      tabIndex={0}
      className="min-h-0 flex-1 overflow-auto py-1 font-mono text-[11.5px] leading-[19px] [scrollbar-width:thin]"
    >
      {lines.map(({ text }, at) => (
        // Lines may repeat; their place is their name.

        <li key={at} className="flex whitespace-pre">
          <span aria-hidden="true" className="w-[30px] shrink-0 pr-2 text-right text-[10.5px] text-ink-3 select-none">
            {at + 1}
          </span>
          {text}
        </li>
      ))}
    </ol>
  )
}
