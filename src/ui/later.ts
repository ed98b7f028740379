/**
 * A part of the page that loads when it is first wanted. What is asked of it is done at once where it is here, else in
 * the order of asking when it has come.
 */
export function later<Part>(load: () => Promise<Part>): (act: (part: Part) => void) => void {
  let here: Part | null = null
  return (act) => {
    if (here !== null) return act(here)
    void load().then((part) => {
      here = part
      act(part)
    })
  }
}
