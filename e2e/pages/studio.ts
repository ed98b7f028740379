import { expect, type Locator, type Page } from '@playwright/test'
import { saveDocument } from '../../src/core/model/document.ts'
import { READY_MADE } from '../../src/core/scenarios/index.ts'
import { TEMPLATES } from '../../src/core/templates/index.ts'
import { encodeFragment } from '../../src/state/shareLink.ts'
import { Canvas, FACE } from './canvas.ts'
import { Inspector } from './inspector.ts'
import { Timeline } from './timeline.ts'

/** The page as its user sees it. */
export class Studio {
  readonly page: Page
  readonly canvas: Canvas
  readonly inspector: Inspector
  readonly timeline: Timeline
  readonly palette: Locator
  readonly toolbar: Locator
  readonly status: Locator
  readonly dialog: Locator

  constructor(page: Page) {
    this.page = page
    this.canvas = new Canvas(page)
    this.inspector = new Inspector(page)
    this.timeline = new Timeline(page)
    this.palette = page.getByRole('navigation', { name: 'Palette' })
    this.toolbar = page.getByRole('banner')
    this.status = page.getByRole('contentinfo')
    this.dialog = page.getByRole('dialog')
  }

  /** Opens the example and waits until its pair forwards. */
  async open(path = '/'): Promise<void> {
    await this.page.goto(path)
    await this.expectRunning()
  }

  /** The design's first bond forwards in the run that is shown. */
  async expectRunning(): Promise<void> {
    await expect(this.canvas.port('leaf-a:Ethernet1/1')).toHaveAttribute('data-state', 'forwarding')
  }

  /** A part of the page that loads by itself has loaded. */
  async expectLoaded(part: string): Promise<void> {
    const parts = () =>
      this.page.evaluate(() =>
        performance
          .getEntriesByType('resource')
          .map(({ name }) => name)
          .join(' '),
      )
    await expect.poll(parts).toContain(`/${part}-`)
  }

  /** Opens a template at an instant of one of its ready-made scenarios, standing still. */
  async openAt(template: string, scenario: string, seconds: number): Promise<void> {
    const design = TEMPLATES.find(({ id }) => id === template)?.build()
    const ready = READY_MADE.find((one) => one.template === template && one.id === scenario)
    if (design === undefined || ready === undefined) throw new Error(`${template} has no scenario ${scenario}`)
    const { name, start, steps, until } = ready
    const text = saveDocument({ ...design, scenarios: [{ name, start, steps, until }] })
    await this.page.goto(`/#${encodeFragment(text)}&s=${encodeURIComponent(name)}&t=${seconds}`)
    await expect.poll(() => this.timeline.clock()).toBe(seconds)
    await expect(this.timeline.play).toBeVisible()
  }

  async openEmpty(): Promise<void> {
    await this.open()
    await this.fileMenu('New design')
    await expect(this.canvas.things).toHaveCount(0)
  }

  async fileMenu(item: string | RegExp): Promise<void> {
    await this.toolbar.getByRole('button', { name: 'File', exact: true }).click()
    await this.page.getByRole('menuitem', { name: item }).click()
  }

  async openFile(text: string, name = 'design.json'): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser')
    await this.fileMenu(/^Open file/)
    await (await chooser).setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) })
  }

  /** The design as the page saves it to a file. */
  async savedText(): Promise<string> {
    return (await this.downloadBy(() => this.page.keyboard.press('Control+s'))).bytes.toString('utf8')
  }

  /** What an action downloads. */
  async downloadBy(action: () => Promise<void>): Promise<{ readonly name: string; readonly bytes: Buffer }> {
    const [download] = await Promise.all([this.page.waitForEvent('download'), action()])
    const parts: Buffer[] = []
    for await (const part of await download.createReadStream()) parts.push(Buffer.from(part))
    return { name: download.suggestedFilename(), bytes: Buffer.concat(parts) }
  }

  async select(device: string): Promise<void> {
    await this.canvas.device(device).click({ position: FACE })
    await expect(this.inspector.title).toHaveText(device)
  }

  async selectPair(name = 'leafs'): Promise<void> {
    await this.canvas.pairFrame(name).click({ position: FACE })
    await expect(this.inspector.title).toHaveText(name)
  }

  async selectNothing(): Promise<void> {
    await this.page.keyboard.press('Escape')
    await expect(this.inspector.title).toHaveText('Nothing selected')
  }

  /** Puts an item of the palette on the canvas by dragging it there. */
  async dragIn(item: string | RegExp, x: number, y: number): Promise<void> {
    await this.palette.getByRole('button', { name: item }).dragTo(this.canvas.area, { targetPosition: { x, y } })
  }

  async template(title: string): Promise<void> {
    await this.palette.getByRole('button', { name: 'Templates…' }).click()
    await this.page.getByRole('dialog', { name: 'Templates' }).getByRole('button', { name: title, exact: true }).click()
    await expect(this.toolbar.getByRole('textbox', { name: 'Name of the design' })).toHaveValue(title)
  }

  /** Runs a command by its words. */
  async command(words: string): Promise<void> {
    await this.page.keyboard.press('Control+k')
    await this.page.getByRole('combobox', { name: 'Search or run a command' }).fill(words)
    await this.page.keyboard.press('Enter')
  }

  /** Presses Tab until a thing has the focus: what someone without a pointer does. */
  async tabTo(thing: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    for (let pressed = 0; pressed < MOST_TABS; pressed++) {
      await this.page.keyboard.press(key)
      if (await thing.evaluate((element) => element === document.activeElement)) return
    }
    throw new Error(`${MOST_TABS} times ${key} did not reach ${String(thing)}`)
  }
}

const MOST_TABS = 120
