import { openFiles, openFragment } from '../../state/openDesign.ts'
import { WHOLE_PNG } from '../picture/deliver.ts'
import { pasteText } from './clipboard.ts'

/**
 * What was pasted on the page: devices go into the present design; a picture, a file, a link and running configurations
 * are opened.
 */
export async function takePasted(files: readonly File[], text: string): Promise<void> {
  // Office programs put a picture of what is copied beside its text.
  const isFile = files.length > 0 && (text === '' || files.some(({ type }) => type !== 'image/png'))
  if (isFile) await openPasted(files)
  else await openPastedText(text.trim())
}

async function openPasted(files: readonly File[]): Promise<void> {
  const whole = files.every(({ type }) => type === 'image/png') ? await wholePicture() : null
  await openFiles(whole === null ? files : [whole])
}

/** The picture as we put it on the clipboard; the browser's own copy of it has lost the design. */
async function wholePicture(): Promise<File | null> {
  try {
    for (const item of await navigator.clipboard.read()) {
      if (item.types.includes(WHOLE_PNG)) return new File([await item.getType(WHOLE_PNG)], 'the pasted picture')
    }
  } catch {
    // Not allowed to look: what was pasted is all there is.
  }
  return null
}

async function openPastedText(text: string): Promise<void> {
  const link = /#(d=[\w-]+(&\S*)?)$/.exec(text)
  if (link?.[1] !== undefined) await openFragment(link[1])
  else if (/^interface \S/m.test(text) && !text.startsWith('{'))
    await openFiles([new File([text], 'pasted.cfg', { type: 'text/plain' })])
  else pasteText(text)
}
