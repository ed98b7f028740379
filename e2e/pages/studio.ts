import { expect, type Locator, type Page } from '@playwright/test'

/** The page as its user sees it: names on screen, ports by their test ids. */
export class Studio {
  readonly page: Page
  readonly inspector: Locator
  readonly palette: Locator
  readonly timeline: Locator
  readonly canvas: Locator
  readonly status: Locator

  constructor(page: Page) {
    this.page = page
    this.inspector = page.getByRole('complementary', { name: 'Inspector' })
    this.palette = page.getByRole('navigation', { name: 'Palette' })
    this.timeline = page.getByRole('region', { name: 'Timeline' })
    this.canvas = page.getByRole('main', { name: 'Canvas' })
    this.status = page.getByRole('contentinfo')
  }

  /** Opens the example and waits until its pair forwards. */
  async open(path = '/'): Promise<void> {
    await this.page.goto(path)
    await expect(this.port('leaf-a:Ethernet1/1')).toHaveAttribute('data-state', 'forwarding')
  }

  port(name: string): Locator {
    return this.page.getByTestId(`port-${name}`)
  }

  /** The button that every cable carries. */
  cable(id: string): Locator {
    return this.page.getByTestId(`cable-${id}`)
  }

  device(name: string): Locator {
    return this.canvas.getByRole('group', { name: new RegExp(`^${name}, `) })
  }

  /** The head of a pair: its name, its four steps and why it stands where it does. */
  pair(id = 'domain-leafs'): Locator {
    return this.canvas.locator(`[data-domain="${id}"]`)
  }

  async select(device: string): Promise<void> {
    await this.device(device).click({ position: { x: 60, y: 20 } })
    await expect(this.inspector.getByRole('heading', { level: 2 })).toContainText(device)
  }

  async selectPair(): Promise<void> {
    await this.page.getByTestId('pair-leafs').click({ position: { x: 60, y: 20 } })
    await expect(this.inspector.getByRole('heading', { level: 2 })).toContainText('leafs')
  }

  async tab(name: 'Configure' | 'State' | 'Checks' | 'Config'): Promise<Locator> {
    await this.inspector
      .getByRole('tab', { name: name === 'Checks' ? /^Checks/ : name, exact: name !== 'Checks' })
      .click()
    return this.inspector.getByRole('tabpanel')
  }

  /** A field of the inspector; the change is taken when it loses focus. */
  async fill(label: string, value: string): Promise<void> {
    const field = this.inspector.getByRole('textbox', { name: label, exact: true }).first()
    await field.fill(value)
    await field.press('Enter')
  }

  async speed(label: string): Promise<void> {
    await this.timeline.getByRole('combobox', { name: 'Speed' }).selectOption({ label })
  }

  /** Simulated seconds on the clock. */
  async clock(): Promise<number> {
    const text = await this.timeline.getByRole('toolbar', { name: 'Time' }).textContent()
    return Number(/(-?[\d.]+)\s*s\s*(?:running|paused|stopped)/.exec(text ?? '')?.[1] ?? Number.NaN)
  }

  /** Lets simulated time pass, fast. */
  async runPast(seconds: number): Promise<void> {
    await this.speed('100×')
    const play = this.timeline.getByRole('button', { name: 'Play', exact: true })
    if (await play.isVisible()) await play.click()
    await expect.poll(() => this.clock(), { timeout: 60_000 }).toBeGreaterThan(seconds)
    await this.timeline.getByRole('button', { name: 'Pause' }).click()
  }

  async contextMenu(target: Locator): Promise<Locator> {
    await target.click({ button: 'right' })
    return this.page.getByRole('menu')
  }

  async openText(text: string, name = 'design.json'): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser')
    await this.page.getByRole('button', { name: 'File', exact: true }).click()
    await this.page.getByRole('menuitem', { name: /^Open file/ }).click()
    await (await chooser).setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) })
  }

  /** The design as the page saves it to a file. */
  async savedText(): Promise<string> {
    const download = this.page.waitForEvent('download')
    await this.page.keyboard.press('Control+s')
    return textOf(await (await download).createReadStream())
  }
}

export async function textOf(stream: NodeJS.ReadableStream): Promise<string> {
  return (await bytesOf(stream)).toString('utf8')
}

export async function bytesOf(stream: NodeJS.ReadableStream): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of stream) parts.push(Buffer.from(part))
  return Buffer.concat(parts)
}
