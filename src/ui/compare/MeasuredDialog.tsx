import { FidelityDialog } from '../dialogs/FidelityDialog.tsx'
import { CompareDialog } from './CompareDialog.tsx'

/** The dialogs that say how figures come about; one part of the page, so that the first load names only one. */
export function MeasuredDialog({ kind }: { readonly kind: 'compare' | 'fidelity' }) {
  return kind === 'compare' ? <CompareDialog /> : <FidelityDialog />
}
