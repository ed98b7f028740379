import { useUi } from '../../state/uiStore.ts'
import { whenRunning } from '../../state/whenRunning.ts'
import { Button } from '../controls/Button.tsx'
import { lazily } from '../lazily.tsx'

const ManyForm = lazily(() => import('./configure/ManyForm.tsx').then(({ ManyForm }) => ManyForm))
const DesignState = lazily(async () => {
  // Nothing can be said of a run before it reports: the first paint does without.
  await whenRunning()
  return (await import('./stateTab/DesignState.tsx')).DesignState
})
const DesignSettings = lazily(() =>
  import('./configure/DesignSettings.tsx').then(({ DesignSettings }) => DesignSettings),
)

/** What to do next, and what belongs to the design as a whole: how it does, its VLANs and flows. */
export function NothingSelected() {
  const many = useUi((ui) => ui.selection.length > 1)
  const tab = useUi((ui) => ui.inspectorTab)
  return (
    <>
      <p className="px-4 py-3 leading-[18px] text-ink-2">
        {many
          ? tab === 'configure'
            ? 'What is set here is set on all of them, as one step.'
            : 'Select one thing to see it. Configure sets what they have in common.'
          : 'Select a device, a port or a cable. Tab walks the devices, Enter opens them.'}
      </p>
      {!many && (
        <p className="px-4 pb-3">
          <Button compact onClick={() => useUi.getState().set({ dialog: { kind: 'gallery' } })}>
            Start from a template…
          </Button>
        </p>
      )}
      {many && tab === 'configure' && <ManyForm />}
      {!many && tab === 'state' && <DesignState />}
      {!many && tab === 'configure' && <DesignSettings />}
    </>
  )
}
