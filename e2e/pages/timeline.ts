import { expect, type Locator, type Page } from '@playwright/test'

/** The controls of time, the lanes and the list of outages. */
export class Timeline {
  readonly area: Locator
  readonly play: Locator
  readonly pause: Locator
  readonly outages: Locator
  /** One for each outage in the list; it opens into the outage's parts. */
  readonly outageButtons: Locator
  readonly lanes: Locator
  /** The axis of time. */
  readonly axis: Locator
  private readonly clockText: Locator

  constructor(page: Page) {
    this.area = page.getByRole('region', { name: 'Timeline' })
    this.play = this.button('Play')
    this.pause = this.button('Pause')
    this.outages = this.area.getByRole('table', { name: 'Outages of every flow and direction' })
    this.outageButtons = this.outages.getByRole('button', { name: /^Outage of / })
    this.lanes = this.area.getByRole('list', { name: 'Flows and devices' })
    this.axis = this.area.getByRole('slider', { name: 'Instant that is shown, in seconds' })
    this.clockText = this.area.getByTestId('clock')
  }

  button(name: string): Locator {
    return this.area.getByRole('button', { name, exact: true })
  }

  /** Simulated seconds on the clock. */
  async clock(): Promise<number> {
    return Number.parseFloat(await this.clockText.innerText())
  }

  async speed(label: string): Promise<void> {
    await this.area.getByRole('combobox', { name: 'Speed' }).selectOption({ label })
  }

  async stop(): Promise<void> {
    await this.pause.click()
    await expect(this.play).toBeVisible()
  }

  /** Lets time pass as fast as the machine can until the clock is past an instant, then pauses. */
  async runPast(seconds: number, speed = 'max'): Promise<void> {
    await this.speed(speed)
    if (await this.play.isVisible()) await this.play.click()
    await expect.poll(() => this.clock(), { timeout: 100_000 }).toBeGreaterThan(seconds)
    await this.stop()
  }

  /** Directions and the totals of outages that are written on their lanes, as the picture describes itself. */
  async writtenTotals(): Promise<readonly (readonly [direction: string, totals: string])[]> {
    const picture = this.area.getByRole('img', { name: /^What happened on each lane/ })
    await expect(picture).toHaveAccessibleDescription(/^Outages: .* ms\.$/)
    const words = await picture.evaluate(
      (canvas) => document.getElementById(canvas.getAttribute('aria-describedby') ?? '')?.textContent ?? '',
    )
    return Array.from(
      words.matchAll(/(?:Outages: |; )(.*?) ([\d\u2009]+ ms)(?=[;.])/g),
      ([, direction = '', total = '']) => [direction, total],
    )
  }

  /** One flow direction in the list of outages, such as `srv-1 → orphan-a`. */
  outagesOf(direction: string): Locator {
    return this.outages.getByRole('row', { name: direction })
  }
}
