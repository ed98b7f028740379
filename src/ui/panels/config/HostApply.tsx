import type { HostFormatId } from '../../../core/hosts/hostFormat.ts'
import { HOST_FORMATS } from '../../../core/hosts/index.ts'

/** Where a file of a server belongs, and how it is taken up there. */
export function HostApply({ path, format }: { readonly path: string | undefined; readonly format: HostFormatId }) {
  return (
    <p className="border-b border-line px-4 py-1.5 text-11 leading-4 text-ink-2">
      <span className="font-mono">{path}</span>: {HOST_FORMATS[format].apply}
    </p>
  )
}
