import { CablePlanDialog } from './CablePlanDialog.tsx'

/** What is taken to the machine room; loads when the first of it is opened. */
export function PlansDialog({ kind }: { readonly kind: 'cables' }) {
  switch (kind) {
    case 'cables':
      return <CablePlanDialog />
  }
}
