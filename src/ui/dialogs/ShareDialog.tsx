import { Copy } from 'lucide-react'
import { useEffect, useState } from 'react'
import { copyText, saveFile, shareLink } from '../../state/openDesign.ts'
import { Button } from '../controls/Button.tsx'
import { Frame } from './Frame.tsx'

/** The link that holds the design. */
export function ShareDialog() {
  const [link, setLink] = useState('')
  useEffect(() => {
    let open = true
    void shareLink().then((made) => {
      if (open) setLink(made)
    })
    return () => {
      open = false
    }
  }, [])
  return (
    <Frame
      title="Share this design"
      description="The link holds the whole design. Nothing is stored anywhere else: who has the link has the design."
      actions={
        <>
          <Button onClick={() => void saveFile()}>Save file</Button>
          <Button look="primary" disabled={link === ''} onClick={() => void copyText(link, 'The link')}>
            <Copy strokeWidth={1.5} />
            Copy link
          </Button>
        </>
      }
    >
      <input
        readOnly
        aria-label="Link"
        value={link}
        className="h-7 w-full rounded-2 bg-panel px-2 font-mono text-12 shadow-[inset_0_0_0_1px_var(--edge)]"
        onFocus={(focus) => focus.currentTarget.select()}
      />
      <p className="pt-1.5 text-11 text-ink-3">
        {(link.length / 1000).toFixed(1)} kB.{' '}
        {link.length > LONG_LINK && 'Some programs cut links of this length off; send the file instead.'}
      </p>
    </Frame>
  )
}

const LONG_LINK = 8_000
