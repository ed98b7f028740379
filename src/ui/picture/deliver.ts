import { useDocument } from '../../state/documentStore.ts'
import { download, fileName, presentText } from '../../state/openDesign.ts'
import { embedInPng } from '../../state/pictureFile.ts'
import { useUi } from '../../state/uiStore.ts'
import type { PictureChoice } from './choice.ts'
import { makePicture, type Picture, withDesign } from './picture.tsx'

export async function savePng(choice: PictureChoice): Promise<void> {
  const picture = drawn(choice)
  if (picture === null) return
  const png = embedInPng(new Uint8Array(await (await pngOf(picture)).arrayBuffer()), await presentText())
  download(`${name()}.mlag.png`, new Blob([png], { type: 'image/png' }))
  say('The picture was saved. Drop it on the page to open the design in it.')
}

export async function saveSvg(choice: PictureChoice): Promise<void> {
  const picture = drawn(choice)
  if (picture === null) return
  download(`${name()}.mlag.svg`, new Blob([await withDesign(picture)], { type: 'image/svg+xml' }))
  say('The picture was saved. Drop it on the page to open the design in it.')
}

/**
 * Puts the picture on the clipboard. Browsers write a PNG anew there and drop what it carries, so the file itself goes
 * along under a name of its own where the browser knows such: pasted here, it is the design again.
 */
export async function copyPicture(choice: PictureChoice): Promise<void> {
  const picture = drawn(choice)
  if (picture === null) return
  const png = pngOf(picture)
  const file = async (): Promise<Blob> =>
    new Blob([embedInPng(new Uint8Array(await (await png).arrayBuffer()), await presentText())], { type: WHOLE_PNG })
  try {
    const whole = ClipboardItem.supports(WHOLE_PNG) ? { [WHOLE_PNG]: file() } : {}
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': png, ...whole })])
    say('The picture was copied.')
  } catch {
    say('The browser did not allow copying a picture. It can be saved as PNG instead.')
  }
}

function drawn(choice: PictureChoice): Picture | null {
  const picture = makePicture(choice)
  if (picture === null) say('There is nothing on the canvas to draw.')
  return picture
}

/** Twice as many pixels as the canvas has at 100 %, fewer where that would be more than browsers draw. */
async function pngOf({ svg, width, height }: Picture): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  try {
    const image = new Image()
    image.src = address
    await image.decode()
    const scale = Math.min(2, MOST_PIXELS / width, MOST_PIXELS / height)
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(width * scale)
    canvas.height = Math.round(height * scale)
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
    if (blob === null) throw new Error('The browser made no picture')
    return blob
  } finally {
    URL.revokeObjectURL(address)
  }
}

function name(): string {
  return fileName(useDocument.getState().design.title)
}

function say(text: string): void {
  useUi.getState().announce(text)
}

export const WHOLE_PNG = 'web image/png'
/** Of one side. */
const MOST_PIXELS = 8_000
