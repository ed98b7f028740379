import { useUi, type DialogState } from '../../state/uiStore.ts'
import { lazily } from '../lazily.tsx'

const ShareDialog = lazily(() => import('./ShareDialog.tsx').then(({ ShareDialog }) => ShareDialog))
const ExportDialog = lazily(() => import('./ExportDialog.tsx').then(({ ExportDialog }) => ExportDialog))
const ShortcutsDialog = lazily(() => import('./ShortcutsDialog.tsx').then(({ ShortcutsDialog }) => ShortcutsDialog))
const DesignsDialog = lazily(() => import('./DesignsDialog.tsx').then(({ DesignsDialog }) => DesignsDialog))
const GalleryDialog = lazily(() => import('../gallery/GalleryDialog.tsx').then(({ GalleryDialog }) => GalleryDialog))
const GlossaryDialog = lazily(() =>
  import('../glossary/GlossaryDialog.tsx').then(({ GlossaryDialog }) => GlossaryDialog),
)
const RefusedDialog = lazily(() => import('./RefusedDialog.tsx').then(({ RefusedDialog }) => RefusedDialog))
const ConfigsDialog = lazily(() => import('./ConfigsDialog.tsx').then(({ ConfigsDialog }) => ConfigsDialog))
const MeasuredDialog = lazily(() =>
  import('../compare/MeasuredDialog.tsx').then(({ MeasuredDialog }) => MeasuredDialog),
)
const ImportDialog = lazily(() => import('../import/ImportDialog.tsx').then(({ ImportDialog }) => ImportDialog))
const FailureDialog = lazily(() => import('../failing/FailureDialog.tsx').then(({ FailureDialog }) => FailureDialog))
const ConnectDialog = lazily(() => import('../connecting/ConnectDialog.tsx').then(({ ConnectDialog }) => ConnectDialog))
const KeptDialog = lazily(() => import('../scenarios/KeptDialog.tsx').then(({ KeptDialog }) => KeptDialog))
const PlansDialog = lazily(() => import('../plans/PlansDialog.tsx').then(({ PlansDialog }) => PlansDialog))
const CommandPalette = lazily(() => import('./CommandPalette.tsx').then(({ CommandPalette }) => CommandPalette))

/** The open dialog, if any; each loads when it is opened for the first time. */
export function Dialogs() {
  const dialog = useUi((ui) => ui.dialog)
  if (dialog === null) return null
  return <Dialog dialog={dialog} />
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
