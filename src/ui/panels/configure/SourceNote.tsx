import type { Confidence } from '../../../core/model/profile.ts'

/** How sure a value of a platform is, and where it stands. */
export function SourceNote({ source, confidence }: { readonly source: string; readonly confidence: Confidence }) {
  return (
    <details className="[&[open]>summary]:text-ink-2">
      <summary className="w-fit cursor-default list-none rounded-1 hover:underline">
        {confidence}
        <span aria-hidden="true"> ·</span> source
      </summary>
      {source}
    </details>
  )
}
