import { Frame } from '../dialogs/Frame.tsx'
import { FailureForm } from './FailureForm.tsx'
import { FailureList } from './FailureList.tsx'

/** Every failure that is active or scheduled, and a new one with its parameters and times. */
export function FailureDialog({ first }: { readonly first: string | null }) {
  return (
    <Frame title="Failures" size="wide">
      <section aria-label="Active and scheduled" className="max-h-60 overflow-y-auto pb-3 [scrollbar-width:thin]">
        <FailureList />
      </section>
      <section aria-label="Fail something" className="border-t border-line pt-3">
        <FailureForm first={first} />
      </section>
    </Frame>
  )
}
