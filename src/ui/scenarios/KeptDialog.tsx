import { ReportDialog } from './ReportDialog.tsx'
import { ScenariosDialog } from './ScenariosDialog.tsx'

/** What is kept of runs, and told of them; one part of the page, so that the first load names only one. */
export function KeptDialog({ kind }: { readonly kind: 'scenarios' | 'report' }) {
  return kind === 'scenarios' ? <ScenariosDialog /> : <ReportDialog />
}
