import { openFilePicker } from '../../state/openDesign.ts'
import { Button } from '../controls/Button.tsx'
import { closeDialog, Frame } from './Frame.tsx'

/** Why a file or link was not opened, and the way out. The present design is untouched. */
export function RefusedDialog({ title, sentences }: { readonly title: string; readonly sentences: readonly string[] }) {
  return (
    <Frame
      title={title}
      description="Your present design is untouched."
      actions={
        <>
          <Button
            onClick={() => {
              closeDialog()
              openFilePicker()
            }}
          >
            Choose another file
          </Button>
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
