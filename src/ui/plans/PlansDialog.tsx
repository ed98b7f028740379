import { CablePlanDialog } from './CablePlanDialog.tsx'
import { RunbookDialog } from './RunbookDialog.tsx'

/** What is taken to the machine room; loads when the first of it is opened. */
export function PlansDialog({ kind }: { readonly kind: 'cables' | 'runbook' }) {
  switch (kind) {
    case 'cables':
      return <CablePlanDialog />
    case 'runbook':
      return <RunbookDialog />
  }
}
