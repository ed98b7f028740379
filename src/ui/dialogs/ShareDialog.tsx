import { Copy, HardDriveDownload, Image as ImageIcon, Printer } from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import { useDocument } from '../../state/documentStore.ts'
import { copyText, LINK_LIMIT, saveFile, shareLink } from '../../state/openDesign.ts'
import { useRuntime } from '../../state/runtimeStore.ts'
import { instantLink } from '../../state/scenarios.ts'
import { useUi } from '../../state/uiStore.ts'
import { Button } from '../controls/Button.tsx'
import { clockTime } from '../controls/time.ts'
import { copyPicture, savePng, saveSvg } from '../picture/deliver.ts'
import { type PictureChoice, usualChoice } from '../picture/choice.ts'
import { makePicture, type Picture } from '../picture/picture.tsx'
import { printCanvas } from '../picture/printing.ts'
import { Frame } from './Frame.tsx'

/** The design as a link, a file, a picture or on paper. */
export function ShareDialog() {
  return (
    <Frame
      title="Share this design"
      description="Link, file and picture each hold the whole design. Nothing is stored anywhere else: who has one has the design."
      size="wide"
    >
      <LinkPart />
      <PicturePart />
    </Frame>
  )
}

/** The link, and if wanted the run and the instant that is shown. */
function LinkPart() {
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
  const long = link.length > LINK_LIMIT
  return (
    <Part head="Link">
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
      <p className="pt-1.5 text-12 text-ink-2" role={long ? 'alert' : undefined}>
        {link !== '' && `${link.length.toLocaleString('en')} characters. `}
        {link === ''
          ? 'The link is being made …'
          : long
            ? 'Many programs cut a link of this length off: save the file or a picture and send that.'
            : link.length > SHORT_LINK
              ? 'Browsers take it; some chat and mail programs cut links off after 2,000 characters. The file always works.'
              : 'Short enough for chat and mail.'}
      </p>
      <div className="flex flex-wrap justify-end gap-2 pt-2">
        <Button look={long ? 'primary' : 'outlined'} onClick={() => void saveFile()}>
          <HardDriveDownload strokeWidth={1.5} />
          Save file
        </Button>
        <Button
          look={long ? 'outlined' : 'primary'}
          disabled={link === ''}
          onClick={() => void copyText(link, 'The link')}
        >
          <Copy strokeWidth={1.5} />
          Copy link
        </Button>
      </div>
    </Part>
  )
}

/** The canvas as it stands, as a file, on the clipboard or on paper. */
function PicturePart() {
  const [choice, setChoice] = useState(usualChoice)
  const count = useDocument((state) => state.design.topology.devices.length)
  const [asked, setAsked] = useState(false)
  const shown = asked || count <= SHOWN_AT_ONCE
  const picture = usePicture(choice, shown)
  const canvas = useUi((ui) => ui.view === 'canvas')
  const empty = count === 0 || !canvas
  const said = useUi((ui) => ui.announcement.text)
  return (
    <Part head="Picture">
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2 pb-2 text-13">
        <label className="flex items-center gap-2">
          <input
            type="checkbox"
            checked={choice.legend}
            onChange={(change) => setChoice({ ...choice, legend: change.target.checked })}
          />
          With title and legend
        </label>
        <label className="flex items-center gap-2">
          <input
            type="checkbox"
            checked={choice.theme === 'dark'}
            onChange={(change) => setChoice({ ...choice, theme: change.target.checked ? 'dark' : 'light' })}
          />
          Dark
        </label>
      </div>
      {empty ? (
        <p className="py-4 text-ink-2">There is nothing on the canvas to draw.</p>
      ) : !shown ? (
        <p className="flex items-center gap-3 py-4 text-ink-2">
          Drawing {count} devices takes a moment.
          <Button compact onClick={() => setAsked(true)}>
            Show the picture
          </Button>
        </p>
      ) : (
        picture !== null && (
          <img
            src={picture.address}
            alt={`The canvas as it stands, ${picture.width} by ${picture.height}`}
            className="max-h-70 w-full rounded-2 object-contain shadow-[inset_0_0_0_1px_var(--line)]"
          />
        )
      )}
      <p className="pt-1.5 text-12 text-ink-2">
        Drop a saved picture on the page, or open it like a file, and the design in it is open again.
      </p>
      <div className="flex flex-wrap items-center justify-end gap-2 pt-2">
        <span className="mr-auto text-12 text-ink-2" aria-hidden>
          {/copied|saved|allow/.test(said) ? said : ''}
        </span>
        <Button disabled={empty} onClick={printCanvas}>
          <Printer strokeWidth={1.5} />
          Print
        </Button>
        <Button disabled={empty} onClick={() => void copyPicture(choice)}>
          <Copy strokeWidth={1.5} />
          Copy picture
        </Button>
        <Button disabled={empty} onClick={() => void saveSvg(choice)}>
          <ImageIcon strokeWidth={1.5} />
          Save SVG
        </Button>
        <Button disabled={empty} onClick={() => void savePng(choice)}>
          <ImageIcon strokeWidth={1.5} />
          Save PNG
        </Button>
      </div>
    </Part>
  )
}

function Part({ head, children }: { readonly head: string; readonly children: ReactNode }) {
  return (
    <section className="border-t border-line py-3 first:border-0 first:pt-0">
      <h3 className="pb-2 text-13 font-semibold">{head}</h3>
      {children}
    </section>
  )
}

/** The picture that would be saved, as an address for as long as it is shown. */
function usePicture(choice: PictureChoice, wanted: boolean): (Picture & { readonly address: string }) | null {
  const [shown, setShown] = useState<(Picture & { readonly address: string }) | null>(null)
  useEffect(() => {
    if (!wanted) return undefined
    // Not while this dialog is being put up: the canvas is drawn anew for it.
    const timer = setTimeout(() => {
      const picture = makePicture(choice)
      if (picture === null) return
      const address = URL.createObjectURL(new Blob([picture.svg], { type: 'image/svg+xml' }))
      setShown({ ...picture, address })
    })
    return () => clearTimeout(timer)
  }, [choice, wanted])
  useEffect(() => () => (shown === null ? undefined : URL.revokeObjectURL(shown.address)), [shown])
  return shown
}

/** Devices: a picture of more takes so long that one asks for it. */
const SHOWN_AT_ONCE = 60
/** Characters that every program passes on. */
const SHORT_LINK = 2_000
