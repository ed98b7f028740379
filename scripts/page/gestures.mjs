// What a hand has to do, counted while it is done: a drag, a click and a key are one gesture each.

/** Gestures from an empty design to two switches with a cable between them. */
export async function gesturesToCable(page) {
  const canvas = page.getByRole('main', { name: 'Canvas' })
  const item = page.getByRole('navigation', { name: 'Palette' }).getByRole('button', { name: /^Switch/ })
  let gestures = 0
  for (const x of [240, 640]) {
    await item.dragTo(canvas, { targetPosition: { x, y: 240 } })
    gestures++
  }
  await canvas.getByRole('group', { name: /^sw-1, / }).hover()
  await drag(page, page.getByTestId('connect-sw-1').first(), canvas.getByRole('group', { name: /^sw-2, / }))
  gestures++
  await canvas.getByRole('button', { name: /^cable sw-1 / }).waitFor()
  return gestures
}

/** Gestures from the page as it opens to the first failure: the cable's menu, and an entry of it. */
export async function gesturesToFailure(page) {
  const cable = page.getByTestId('cable-link-leaf-a-p1-srv-1')
  await cable.click({ button: 'right' })
  await page.getByRole('menuitem', { name: /^Cut\s*X?$/ }).click()
  await page.locator('[data-testid="cable-link-leaf-a-p1-srv-1"][data-state="down"]').waitFor()
  return 2
}

async function drag(page, from, to) {
  const [start, end] = [await middleOf(from), await middleOf(to)]
  await page.mouse.move(start.x, start.y)
  await page.mouse.down()
  await page.mouse.move(end.x, end.y, { steps: 8 })
  await page.mouse.up()
}

export async function middleOf(thing) {
  const { x, y, width, height } = await thing.boundingBox()
  return { x: x + width / 2, y: y + height / 2 }
}
