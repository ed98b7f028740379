import { lazy, Suspense } from 'react'
import { useUi, type DialogState } from '../../state/uiStore.ts'

const ShareDialog = lazy(() => import('./ShareDialog.tsx').then((part) => ({ default: part.ShareDialog })))
const ExportDialog = lazy(() => import('./ExportDialog.tsx').then((part) => ({ default: part.ExportDialog })))
const ShortcutsDialog = lazy(() => import('./ShortcutsDialog.tsx').then((part) => ({ default: part.ShortcutsDialog })))
const DesignsDialog = lazy(() => import('./DesignsDialog.tsx').then((part) => ({ default: part.DesignsDialog })))
const GalleryDialog = lazy(() =>
  import('../gallery/GalleryDialog.tsx').then((part) => ({ default: part.GalleryDialog })),
)
const GlossaryDialog = lazy(() =>
  import('../glossary/GlossaryDialog.tsx').then((part) => ({ default: part.GlossaryDialog })),
)
const RefusedDialog = lazy(() => import('./RefusedDialog.tsx').then((part) => ({ default: part.RefusedDialog })))
const ConfigsDialog = lazy(() => import('./ConfigsDialog.tsx').then((part) => ({ default: part.ConfigsDialog })))
const MeasuredDialog = lazy(() =>
  import('../compare/MeasuredDialog.tsx').then((part) => ({ default: part.MeasuredDialog })),
)
const ImportDialog = lazy(() => import('../import/ImportDialog.tsx').then((part) => ({ default: part.ImportDialog })))
const FailureDialog = lazy(() =>
  import('../failing/FailureDialog.tsx').then((part) => ({ default: part.FailureDialog })),
)
const ConnectDialog = lazy(() =>
  import('../connecting/ConnectDialog.tsx').then((part) => ({ default: part.ConnectDialog })),
)
const KeptDialog = lazy(() => import('../scenarios/KeptDialog.tsx').then((part) => ({ default: part.KeptDialog })))
const PlansDialog = lazy(() => import('../plans/PlansDialog.tsx').then((part) => ({ default: part.PlansDialog })))
const CommandPalette = lazy(() => import('./CommandPalette.tsx').then((part) => ({ default: part.CommandPalette })))

/** The open dialog, if any; each loads when it is opened for the first time. */
export function Dialogs() {
  const dialog = useUi((ui) => ui.dialog)
  if (dialog === null) return null
  return (
    <Suspense fallback={null}>
      <Dialog dialog={dialog} />
    </Suspense>
  )
}

function Dialog({ dialog }: { readonly dialog: DialogState }) {
  switch (dialog.kind) {
    case 'share':
      return <ShareDialog />
    case 'export':
      return <ExportDialog />
    case 'shortcuts':
      return <ShortcutsDialog />
    case 'designs':
      return <DesignsDialog />
    case 'glossary':
      return <GlossaryDialog word={dialog.word} />
    case 'gallery':
      return <GalleryDialog />
    case 'commands':
      return <CommandPalette />
    case 'fail':
      return <FailureDialog first={dialog.failure} />
    case 'connect':
      return <ConnectDialog first={dialog} />
    case 'compare':
    case 'fidelity':
      return <MeasuredDialog kind={dialog.kind} />
    case 'import':
      return <ImportDialog given={dialog.texts} />
    case 'scenarios':
    case 'report':
      return <KeptDialog kind={dialog.kind} />
    case 'cables':
    case 'runbook':
      return <PlansDialog kind={dialog.kind} />
    case 'configs':
      return <ConfigsDialog device={dialog.device} hosts={dialog.hosts} file={dialog.file} />
    case 'refused':
      return <RefusedDialog {...dialog} />
  }
}
