import { useDocument } from '../../state/documentStore.ts'
import { useUi } from '../../state/uiStore.ts'
import { Button } from '../controls/Button.tsx'
import { chosenOf } from './command.ts'
import { EDIT_COMMANDS } from './editCommands.ts'

/** What can be done to what is selected, beside the zoom: always in the same place, and nothing lies under it. */
export function SelectionBar() {
  const selection = useUi((s) => s.selection)
  useDocument((s) => s.design)
  const chosen = chosenOf(selection)
  const offers = EDIT_COMMANDS.flatMap((command) => {
    const offer = command.offer(chosen)
    return offer === null ? [] : [{ ...command, ...offer }]
  })
  if (offers.length === 0) return null
  return (
    <div role="toolbar" aria-label="For what is selected" className="float selection-bar">
      {offers.map(({ name, label, short, keys, pressed, Icon, run }) => (
        <Button
          key={name}
          look="ghost"
          compact
          square={short === ''}
          aria-label={label}
          aria-pressed={pressed}
          aria-keyshortcuts={keys === '' ? undefined : keys.replaceAll('Ctrl', 'Control').replaceAll(' ', '+')}
          title={keys === '' ? label : `${label} (${keys})`}
          onClick={run}
        >
          <Icon strokeWidth={1.5} aria-hidden="true" />
          {short}
        </Button>
      ))}
    </div>
  )
}
