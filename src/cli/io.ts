/** Where a command reads and writes. Tests pass their own. */
export interface Io {
  /** Folder that relative paths start from: where the command was called. */
  readonly cwd: string
  /** The answer and nothing else. */
  readonly out: (text: string) => void
  /** Messages. */
  readonly err: (text: string) => void
  readonly readStdin: () => Promise<string>
}

export interface CliCommand {
  readonly name: string
  /** One line for the list of commands. */
  readonly summary: string
  readonly help: string
  /** Resolves to the exit code. Throws UsageError or InputError. */
  readonly run: (args: readonly string[], io: Io) => Promise<number>
}
