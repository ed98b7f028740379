export function serve(options: {
  readonly folder?: string
  readonly port: number
  readonly exact?: boolean
}): Promise<number>
