import { Copy } from 'lucide-react'
import { useEffect, useState } from 'react'
import { copyText, saveFile, shareLink } from '../../state/openDesign.ts'
import { useRuntime } from '../../state/runtimeStore.ts'
import { instantLink } from '../../state/scenarios.ts'
import { Button } from '../controls/Button.tsx'
import { clockTime } from '../controls/time.ts'
import { Frame } from './Frame.tsx'

/** The link that holds the design, and if wanted the run and the instant that is shown. */
export function ShareDialog() {
  const [link, setLink] = useState('')
  const [withRun, setWithRun] = useState(false)
  const [at] = useState(() => useRuntime.getState().now)
  useEffect(() => {
    let open = true
    void (withRun ? Promise.resolve(instantLink(at)) : shareLink()).then((made) => {
      if (open) setLink(made)
    })
    return () => {
      open = false
    }
  }, [withRun, at])
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
      <label className="flex items-center gap-2 pb-2 text-13">
        <input type="checkbox" checked={withRun} onChange={(change) => setWithRun(change.target.checked)} />
        Open at {clockTime(at)} of this run, with what was done until then and after
      </label>
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
