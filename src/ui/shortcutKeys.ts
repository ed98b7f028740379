/**
 * Every key of the page, as printed. What they do loads at the first one that is pressed; which of them are ours must be
 * known at once, or the browser would answer them.
 */
const KEYS = [
  'Space',
  '.',
  'J',
  'K',
  ',',
  ';',
  'N',
  'B',
  'O',
  '-',
  '+',
  'Home',
  'X',
  'W',
  'R',
  'C',
  'P',
  'S',
  'H',
  'M',
  'U',
  'V',
  'Shift A',
  'Ctrl Shift ArrowLeft',
  'Ctrl Shift ArrowRight',
  'Ctrl Shift ArrowUp',
  'Ctrl Shift ArrowDown',
  'Alt H',
  'Alt V',
  'Shift N',
  'Shift L',
  'Shift G',
  'Shift H',
  'Shift O',
  'Shift P',
  'Shift K',
  'Shift M',
  'Shift B',
  'Shift C',
  'Ctrl A',
  'Ctrl C',
  'Ctrl X',
  'Ctrl V',
  'Ctrl D',
  'Delete',
  'Ctrl Z',
  'Ctrl Y',
  'G',
  'Ctrl O',
  'I',
  'Ctrl S',
  'Ctrl K',
  'Ctrl P',
  'F',
  'T',
  'Y',
  'A',
  'L',
  'E',
  'D',
  '?',
  'Escape',
] as const

export type Keys = (typeof KEYS)[number]

/** A pressed key as it is printed; null where it means nothing to the page. */
export function keysOf(event: KeyboardEvent): Keys | null {
  const name = event.key === ' ' ? 'Space' : event.key === 'Backspace' ? 'Delete' : event.key
  const key = name.length === 1 ? name.toUpperCase() : name
  if (event.altKey) return known(`Alt ${event.code.slice(-1)}`)
  if (event.ctrlKey || event.metaKey) {
    if (event.shiftKey) return key === 'Z' ? 'Ctrl Y' : known(`Ctrl Shift ${key}`)
    return known(`Ctrl ${key}`)
  }
  return (event.shiftKey ? known(`Shift ${key}`) : null) ?? known(key)
}

function known(printed: string): Keys | null {
  return KEYS.find((keys) => keys === printed) ?? null
}
