// From the click on a failure to the first changed pixel of what it broke: the failure's mark. Ports follow when the
// simulated optics have noticed.
import { median } from './opening.mjs'

const CABLE = 'cable-link-leaf-a-p1-srv-1'
const TIMES = 9

/** Milliseconds, the median of several clicks; the cable is mended in between. */
export async function clickToPixel(page) {
  const found = []
  for (let time = 0; time < TIMES; time++) {
    await page.getByTestId(CABLE).click({ button: 'right' })
    const item = page.getByRole('menuitem', { name: /^Cut\s*X?$/ })
    await item.waitFor()
    const changed = page.evaluate(markedAfterClick, CABLE)
    await item.click()
    found.push(await changed)
    await page.getByTestId(CABLE).click({ button: 'right' })
    await page
      .getByRole('menuitem', { name: /^Repair/ })
      .first()
      .click()
    await page.locator(`[data-testid="${CABLE}"]:not([data-state="down"])`).waitFor()
  }
  return median(found)
}

/** The cable with its mark is on screen when the next task runs after it was drawn. */
function markedAfterClick(testId) {
  const cable = document.querySelector(`[data-testid="${testId}"]`)
  return new Promise((resolve) => {
    let clickedAt = 0
    const clicked = (event) => {
      clickedAt = event.timeStamp
    }
    addEventListener('click', clicked, { capture: true, once: true })
    const observer = new MutationObserver(() => {
      if (cable.dataset.marked === undefined) return
      observer.disconnect()
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - clickedAt)))
    })
    observer.observe(cable, { attributes: true, attributeFilter: ['data-marked'] })
  })
}
