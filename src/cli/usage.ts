/** Wrong usage: told on stderr together with the command's help, exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** Input that cannot be used: a file that is not there or no design, a run that broke off. Exit code 1. */
export class InputError extends Error {
  override readonly name = 'InputError'
}
