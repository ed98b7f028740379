import type { Design } from '../core/model/design.ts'
import { describeProblem, loadDocument, saveDocument, type Problem } from '../core/model/document.ts'
import type { VendorId } from '../core/model/topology.ts'
import { TEMPLATES } from '../core/templates/index.ts'
import type { Template } from '../core/templates/template.ts'
import { ALL_VENDORS, platformOf, VENDORS } from '../core/vendors/platforms.ts'
import type { Args } from './args.ts'
import { readTextFile } from './files.ts'
import type { Io } from './io.ts'
import { InputError, UsageError } from './usage.ts'

/** The design that `<file>` names. Throws InputError with every problem when it is none. */
export async function readDesign(file: string, io: Io): Promise<Design> {
  const result = loadDocument(await readText(file, io))
  if (result.ok) return result.design
  throw new InputError(`${file} is no usable design:\n${result.problems.map(problemText).join('\n')}`)
}

/** Text of `<file>`: a path, `-` for standard input, or `template:<name>`. Throws InputError. */
export async function readText(file: string, io: Io): Promise<string> {
  if (file === '-') return io.readStdin()
  if (file.startsWith(TEMPLATE_PREFIX)) {
    return saveDocument(findTemplate(file.slice(TEMPLATE_PREFIX.length)).build())
  }
  return readTextFile(file, io)
}

export function findTemplate(name: string): Template {
  const found = TEMPLATES.find(({ id }) => id === name)
  if (found) return found
  const known = TEMPLATES.map(({ id }) => id).join(', ')
  throw new UsageError(`There is no template ${JSON.stringify(name)}; there are ${known}.`)
}

/** What `--platform` takes, for a command's help. */
export const PLATFORM_HELP = `  --platform  every switch on that platform instead of the drawn ones:
${VENDORS.map((id) => `              ${id}`).join('\n')}`

/** The platform that `--platform` names; undefined when it was not given. Throws UsageError for another. */
export function readPlatform(args: Args): VendorId | undefined {
  const name = args.value('platform')
  if (name === undefined) return undefined
  const found = VENDORS.find((vendor) => vendor === name)
  if (found) return found
  const plain = ALL_VENDORS.find((vendor) => vendor === name)
  if (plain) {
    throw new UsageError(
      `${platformOf(plain).words.vendorPlatform} forms no pair: a design names it for single switches, never for all of them.`,
    )
  }
  throw new UsageError(`There is no platform ${JSON.stringify(name)}; there are ${VENDORS.join(', ')}.`)
}

/** A problem as lines for a terminal. */
export function problemText(problem: Problem): string {
  return describeProblem(problem)
    .map((line, at) => (at === 0 ? `  ${line}` : `    ${line}`))
    .join('\n')
}

const TEMPLATE_PREFIX = 'template:'
