import { useState } from 'react'

/** Gives the focus back to what had it when this was opened; to the button of a menu for one of its items. */
export function useOpener(): (closing?: Event) => void {
  const [opener] = useState(() => {
    const focused = document.activeElement
    const menu = focused?.closest('[role="menu"]')?.getAttribute('aria-labelledby') ?? null
    return menu === null ? focused : document.getElementById(menu)
  })
  return (closing) => {
    closing?.preventDefault()
    if (opener instanceof HTMLElement && opener.isConnected) opener.focus()
  }
}
