import { describeProblem, loadDocument } from '../../core/model/document.ts'
import { takeFrom } from '../../state/scenarios.ts'

/** Lets the user choose a design file and takes its scenarios; resolves to what became of it, in sentences. */
export async function takeFromFile(): Promise<readonly string[]> {
  const text = await chosenText()
  if (text === null) return []
  const loaded = loadDocument(text)
  if (loaded.ok) return takeFrom(loaded.design)
  return ['Nothing was taken from the file.', ...describeProblem(loaded.problem)]
}

function chosenText(): Promise<string | null> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = '.json,application/json'
    input.onchange = () => void (input.files?.[0]?.text() ?? Promise.resolve(null)).then(resolve)
    input.oncancel = () => resolve(null)
    input.click()
  })
}
