import { FileUp, Plus } from 'lucide-react'
import { type DragEvent, useMemo, useState } from 'react'
import type { ConfigText } from '../../core/vendors/importing/importConfigs.ts'
import { PRINTED_BY } from '../../core/vendors/importing/grammars.ts'
import { importConfigs } from '../../core/vendors/importing/importConfigs.ts'
import { chooseFiles, openDrawn } from '../../state/openDesign.ts'
import { Button } from '../controls/Button.tsx'
import { Frame } from '../dialogs/Frame.tsx'
import { ImportReport } from './ImportReport.tsx'
import { TextBox } from './TextBox.tsx'

/** Running configurations in, a drawing out; what was read is told while it is typed. */
export function ImportDialog({ given }: { readonly given: readonly ConfigText[] }) {
  const [texts, setTexts] = useState<readonly ConfigText[]>(() => atLeastTwo(given))
  const result = useMemo(() => importConfigs(texts), [texts])
  const untouched = texts.every(({ text }) => text.trim() === '')
  const put = (at: number, next: ConfigText) => setTexts((all) => all.map((one, i) => (i === at ? next : one)))
  const add = (files: readonly File[]) => void readAll(files).then((read) => setTexts((all) => placed(all, read)))
  const drop = (event: DragEvent) => {
    if (event.dataTransfer.files.length === 0) return
    event.preventDefault()
    event.stopPropagation()
    add([...event.dataTransfer.files])
  }
  return (
    <Frame
      title="Import running configurations"
      description="Paste or drop the configuration of each switch, both peers of a pair. It is read here and sent nowhere."
      size="full"
      actions={
        <>
          <Button onClick={() => chooseFiles(TEXT_FILES, add)}>
            <FileUp strokeWidth={1.5} /> Choose files…
          </Button>
          <Button look="primary" disabled={!result.ok} onClick={() => result.ok && openDrawn(result.design, 'import')}>
            Draw it as a new design
          </Button>
        </>
      }
    >
      {/* A place for the mouse to drop files on; the button beside it does the same. */}
      <div
        className="grid h-full min-h-0 grid-cols-[minmax(0,1fr)_minmax(0,26rem)] gap-4 max-[900px]:grid-cols-1"
        onDragOver={(event) => event.preventDefault()}
        onDrop={drop}
      >
        <div className="flex min-h-0 flex-col gap-3">
          <div className="grid min-h-0 flex-1 auto-rows-[minmax(10rem,1fr)] grid-cols-[repeat(auto-fit,minmax(16rem,1fr))] gap-3 overflow-y-auto p-0.5">
            {texts.map((one, at) => (
              <TextBox key={at} at={at} given={one} onChange={(text) => put(at, { name: one.name, text })} />
            ))}
          </div>
          <div>
            <Button compact look="ghost" onClick={() => setTexts((all) => [...all, emptyBox(all.length)])}>
              <Plus strokeWidth={1.5} /> One more switch
            </Button>
          </div>
        </div>
        <section aria-label="What was read" className="min-h-0 overflow-y-auto p-0.5">
          {untouched ? <Hint /> : <ImportReport result={result} />}
        </section>
      </div>
    </Frame>
  )
}

function Hint() {
  return (
    <div className="text-12 leading-[18px] text-ink-2">
      <p>What is drawn: the pair, its peer-link and keepalive, port-channels, VLANs, orphan ports and timers.</p>
      <p className="pt-2">
        What hangs below is named by the descriptions of the ports. Every line that a design has no place for is listed
        here with its number.
      </p>
      <h3 className="pt-3 pb-1 font-medium text-ink">What to paste</h3>
      <dl>
        {PRINTED_BY.map(({ platform, commands }) => (
          <div key={platform} className="pb-1">
            <dt>{platform}</dt>
            {commands.map((command) => (
              <dd key={command} className="font-mono text-11 leading-4 text-ink-3">
                {command}
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </div>
  )
}

function atLeastTwo(given: readonly ConfigText[]): readonly ConfigText[] {
  return [...given, ...[0, 1].slice(given.length).map(emptyBox)]
}

function emptyBox(at: number): ConfigText {
  return { name: `Switch ${at + 1}`, text: '' }
}

/** Files go into the boxes that are empty, then into new ones. */
function placed(all: readonly ConfigText[], read: readonly ConfigText[]): readonly ConfigText[] {
  const rest = [...read]
  const filled = all.map((one) => (one.text.trim() === '' ? (rest.shift() ?? one) : one))
  return [...filled, ...rest]
}

async function readAll(files: readonly File[]): Promise<readonly ConfigText[]> {
  return Promise.all(files.map(async (file) => ({ name: file.name, text: await file.text() })))
}

const TEXT_FILES = '.txt,.cfg,.conf,.log,text/plain'
