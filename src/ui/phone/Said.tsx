import { useUi } from '../../state/uiStore.ts'

/** What happened, said and shown for some seconds below the head. */
export function Said() {
  const { seq, text } = useUi((ui) => ui.announcement)
  return (
    <output aria-live="polite" aria-atomic className="phone-said" data-testid="announcement">
      {text !== '' && <span key={seq}>{text}</span>}
    </output>
  )
}
