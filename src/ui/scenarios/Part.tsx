import { useId, type ReactNode } from 'react'

/** A part of the dialog under its heading. */
export function Part({ head, children }: { readonly head: string; readonly children: ReactNode }) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="border-t border-line py-3 first:border-0">
      <h3 id={id} className="pb-1.5 text-13 font-semibold">
        {head}
      </h3>
      {children}
    </section>
  )
}
