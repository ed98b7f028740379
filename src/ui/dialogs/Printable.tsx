import type { ReactNode } from 'react'
import { createPortal } from 'react-dom'

/** A page on screen, and the same on paper, where nothing else is printed. */
export function Printable({ children }: { readonly children: ReactNode }) {
  return (
    <>
      <div className="report">{children}</div>
      {createPortal(
        <div className="report printed" aria-hidden>
          {children}
        </div>,
        document.body,
      )}
    </>
  )
}
