import type { ChangedDesign, TakenText, WrittenText } from '../core/text/designText.ts'
import { askOfText } from '../worker/textClient.ts'

/** The text of a changed design; a sentence where it could not be written. */
export async function writtenText(changed: ChangedDesign): Promise<WrittenText | string> {
  const answer = await askOfText({ type: 'write', ...changed })
  if (answer.type === 'written') return answer
  return `The text could not be written: ${answer.type === 'failed' ? answer.message : answer.type}.`
}

/** The design that a text says, or what is wrong with it. */
export async function takenText(text: string): Promise<TakenText> {
  const answer = await askOfText({ type: 'take', text })
  if (answer.type === 'taken') return answer.taken
  const message = `The text could not be read: ${answer.type === 'failed' ? answer.message : answer.type}.`
  return { ok: false, problems: [{ from: 0, to: 0, line: 1, text: message }] }
}
