import { execFileSync } from 'node:child_process'
import { programPath } from './programs.ts'

/** Values of the fields, frame by frame, of those frames of a capture that match the display filter. */
export function tsharkFields(file: string, filter: string, fields: readonly string[]): readonly (readonly string[])[] {
  const output = tshark(file, '-Y', filter, '-T', 'fields', ...fields.flatMap((field) => ['-e', field]))
  return output
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split('\t'))
}

function tshark(file: string, ...args: readonly string[]): string {
  const options = { encoding: 'utf8', maxBuffer: MOST_OUTPUT, stdio: QUIET } as const
  return execFileSync(programPath('tshark'), ['-n', '-r', file, ...args], options)
}

const MOST_OUTPUT = 256 * 1024 * 1024
/** Its standard error only warns root. */
const QUIET: ['ignore', 'pipe', 'ignore'] = ['ignore', 'pipe', 'ignore']
