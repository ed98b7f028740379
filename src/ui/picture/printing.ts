import { makePicture } from './picture.tsx'

/**
 * Paper gets the canvas as a picture with title and legend, whoever asked for it: our button or the browser's own menu.
 * A part of the page that prints itself, such as a report, goes first.
 */
export function watchPrinting(): void {
  addEventListener('beforeprint', putUp)
  addEventListener('afterprint', takeDown)
}

export function printCanvas(): void {
  watchPrinting()
  putUp()
  print()
}

function putUp(): void {
  if (document.querySelector('.printed') !== null) return
  const picture = makePicture({ theme: 'paper', legend: true })
  if (picture === null) return
  sheet = document.createElement('div')
  sheet.className = 'printed printed-canvas'
  sheet.innerHTML = picture.svg
  document.body.append(sheet)
}

function takeDown(): void {
  sheet?.remove()
  sheet = null
}

let sheet: HTMLElement | null = null
