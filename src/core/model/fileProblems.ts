import type { Problem, ProblemCode } from './problem.ts'

/** What a stored design calls itself. */
export const DESIGN_FORMAT = 'mlag-studio'

export const NOT_JSON = problem(
  'not-json',
  'The file is not JSON, so it is no MLAG Studio design.',
  'Choose a file that was saved or exported here as a design.',
)

export const CUT_OFF = problem(
  'truncated',
  'The file is cut off: it ends in the middle of the design.',
  'Copy or download it again; nothing of it was taken over.',
)

export function tooLarge(found: number, limit: number): Problem {
  const text = `The file has ${found} characters; a design file has at most ${limit}.`
  return problem('too-large', text, 'Choose a file that was saved or exported here as a design.')
}

/** A JSON file that is something else. */
export function otherKind(file: Readonly<Record<string, unknown>>): Problem {
  const format = file['format']
  const found = typeof format === 'string' ? `its format is ${quoted(format)}` : 'it does not say what it is'
  const text = `This is not an MLAG Studio design: ${found}; a design has the format "${DESIGN_FORMAT}".`
  return problem('other-kind', text, 'Choose a file that was saved or exported here as a design.', 'format')
}

export function newerVersion(found: number, supported: number): Problem {
  const text = `The file has version ${found}; this MLAG Studio reads up to version ${supported}.`
  const wayOut = 'Get the newest MLAG Studio (reload the page), or open the file where it was saved.'
  return problem('newer-version', text, wayOut, 'version')
}

export function noVersion(supported: number): Problem {
  return problem(
    'bad-value',
    'The version of the file is no whole number.',
    `Set "version" to ${supported}.`,
    'version',
  )
}

export function strayField(name: string): Problem {
  const text = `The file has a field ${quoted(name)} that has no meaning there.`
  return problem('bad-value', text, 'Remove the field.', name.slice(0, 80))
}

function problem(code: ProblemCode, text: string, wayOut: string, path = ''): Problem {
  return { code, path, objects: [], text, wayOut }
}

function quoted(text: string): string {
  return JSON.stringify(text.slice(0, 80))
}
