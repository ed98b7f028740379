import { openFilePicker } from '../../state/openDesign.ts'
import { useUi } from '../../state/uiStore.ts'
import { Button } from '../controls/Button.tsx'
import { closeDialog, Frame } from './Frame.tsx'

interface RefusedProps {
  readonly title: string
  readonly sentences: readonly string[]
  readonly opened?: true
}

/** Why a file or link, or scenarios in it, were not taken, and the way out. Nothing of a design was lost. */
export function RefusedDialog({ title, sentences, opened }: RefusedProps) {
  return (
    <Frame
      title={title}
      description={opened ? 'The design is open, and keeps its scenarios.' : 'Your present design is untouched.'}
      actions={
        <>
          {opened ? (
            <Button onClick={() => useUi.getState().set({ dialog: { kind: 'scenarios' } })}>Scenarios</Button>
          ) : (
            <Button
              onClick={() => {
                closeDialog()
                openFilePicker()
              }}
            >
              Choose another file
            </Button>
          )}
          <Button look="primary" onClick={closeDialog}>
            Close
          </Button>
        </>
      }
    >
      <ul className="flex flex-col gap-1.5 text-13 leading-[18px] break-words">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Frame>
  )
}
